using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>The workbook of a list of proposals. Every row says who took it and when.</summary>
internal static class ProposalSheet
{
    public static byte[] Write(IReadOnlyList<ProposalRow> rows, string takenBy, KabupatenClock clock)
    {
        var takenAt = Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName);
        return SpreadsheetFile.Write<ProposalRow>(
            "Usulan",
            [
                ("id", r => r.Id), ("nomor", r => r.Number), ("jenis", r => ProposalNames.Of(r.Kind)), ("pendaftaran", r => r.Registration == ProposalRegistration.Active ? "aktif" : "pasif"),
                ("kode_desa", r => r.VillageCode), ("desa", r => r.Village), ("kecamatan", r => r.District), ("kepala_keluarga", r => r.HeadName), ("dusun_rt_rw", r => r.Hamlet),
                ("tahap", r => ProposalNames.Of(r.Stage)), ("pada_tahap_sejak", r => Day(r.StageSince)), ("batas", r => r.DueOn), ("periode", r => $"{r.Cycle:yyyy-MM}"),
                ("lewat_batas_pengajuan", r => r.IsLate ? "ya" : "tidak"), ("dibuat", r => Day(r.CreatedAt)), ("diajukan", r => r.SubmittedAt is { } at ? Day(at) : null),
                ("hasil_pusat", r => r.Answer is { } answer ? ProposalNames.Of(answer) : null), ("desil_pusat", r => r.AnsweredDecile), ("alasan_terakhir", r => r.Reason),
                ("diunduh_oleh", _ => takenBy), ("diunduh_pada", _ => takenAt),
            ],
            rows);

        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(clock.Local(at));
    }
}
