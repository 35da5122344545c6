using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Reports;

/// <summary>Fills the receipt. Printing it writes down who did.</summary>
public sealed class ProposalReceiptReport(PrintReceipt printReceipt, PaperFrames frames, ProfileContext context, PublicAddress address)
{
    public async Task<PaperAnswer> RunAsync(Guid id, CancellationToken ct)
    {
        var receipt = await printReceipt.RunAsync(id, ct);
        var frame = await frames.GetAsync(ct);
        var terms = await context.Settings.GetAsync(ct);
        var clock = context.Clock;
        var paper = new ReceiptPaper
        {
            Letterhead = frame.Letterhead,
            Number = receipt.Number,
            Facts =
            [
                new("Jenis", ProposalNames.Of(receipt.Kind)),
                new("Kepala keluarga", receipt.HeadName),
                new(terms.VillageTitle, $"{receipt.Village}, {terms.DistrictTitle} {receipt.District}"),
                new("Didaftarkan", Indonesian.LongDate(DateOnly.FromDateTime(clock.Local(receipt.RegisteredAt)))),
                new("Petugas", receipt.Officer),
            ],
            Pin = $"{receipt.Pin[..3]} {receipt.Pin[3..]}",
            StatusUrl = address.Status(receipt.Token),
            Way = ReceiptWords.WayOf(receipt.Kind, terms.Settings.VillageTerm),
            Advice = ReceiptWords.Advice(receipt.OwnDataDueAt is { } due ? Indonesian.LongDateTime(clock.Local(due), clock.ZoneName) : null, terms.Settings.VillageTerm, frame.Letterhead.Phone),
            PrintedBy = $"Dicetak oleh {context.Actor.Name}, {Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName)}.",
            IsSample = frame.IsSample,
        };
        return new(Papers.Receipt(paper), $"resi usulan {receipt.Number}", $"/usulan/{id}", "Kembali ke usulan");
    }
}

/// <summary>The receipt's plain words.</summary>
internal static class ReceiptWords
{
    public static IReadOnlyList<string> WayOf(ProposalKind kind, string village) => kind switch
    {
        ProposalKind.OwnDataAccess or ProposalKind.OwnDataObjection => ["Petugas mengirim permintaan Anda.", "Dinas Sosial atau Sekretariat TKPK menjawabnya.", "Petugas menyampaikan jawabannya kepada Anda."],
        ProposalKind.OwnDataCorrection => ["Petugas mengirim permintaan Anda.", "Dinas Sosial memeriksa, lalu Sekretariat TKPK atau Dinas Sosial mengesahkan.", "Data keluarga diperbarui."],
        _ =>
        [
            $"Petugas {village} melengkapi isian, lalu mengajukannya.",
            $"Musyawarah {village} atau kelurahan membahasnya secara terbuka.",
            "Camat, lalu Dinas Sosial, memeriksanya. Pendamping mungkin datang ke rumah.",
            "Usulan disahkan dan dikirim ke pusat (SIKS-NG).",
            "Pusat memberi hasil: diterima, ditolak, atau tertunda. Data keluarga diperbarui.",
        ],
    };

    public static IReadOnlyList<string> Advice(string? dueAt, string village, string? phone)
    {
        var secretariat = phone is null ? "Sekretariat TKPK di Bappeda" : $"Sekretariat TKPK di Bappeda, telepon {phone}";
        return
        [
            "Pindai kode QR atau buka alamatnya, lalu ketik PIN. Halaman itu hanya menunjukkan nomor, tahap, dan tanggal.",
            "Jaga PIN seperti kunci rumah. Petugas tidak akan menanyakannya lewat telepon atau pesan.",
            dueAt is null
                ? $"Bila tahap tidak berubah lebih dari satu bulan, bawa resi ini ke kantor {village} atau kelurahan. Bila belum ada penjelasan, hubungi {secretariat}."
                : $"Permintaan ini dijawab paling lambat {dueAt}. Bila lewat, bawa resi ini ke kantor {village} atau kelurahan, atau hubungi {secretariat}.",
            "Pengurusan usulan tidak dipungut biaya. Resi ini bukan janji bantuan: desil dan penerima bantuan ditetapkan pemerintah pusat dan penyelenggara program.",
        ];
    }
}
