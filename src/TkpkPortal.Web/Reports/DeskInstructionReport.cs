using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Web.Reports;

/// <summary>Fills the desk officer's page with the deadlines of the cycle that takes proposals now.</summary>
public sealed class DeskInstructionReport(CycleCalendarQuery calendarQuery, PaperFrames frames, ProfileContext context)
{
    public async Task<PaperAnswer> RunAsync(CancellationToken ct)
    {
        var frame = await frames.GetAsync(ct);
        var terms = await context.Settings.GetAsync(ct);
        var cycle = (await calendarQuery.RunAsync(ct)).OpenOn(context.Clock.Today);
        var village = terms.Settings.VillageTerm;
        var paper = new DeskPaper
        {
            Letterhead = frame.Letterhead,
            VillageTerm = village,
            Month = Indonesian.MonthYear(cycle.Month),
            Deadlines = new()
            {
                Caption = $"Batas periode {Indonesian.MonthYear(cycle.Month)}",
                Columns = [new("Yang mengerjakan", IsRowHead: true), new("Pekerjaan"), new("Paling lambat")],
                Rows =
                [
                    [$"Petugas {village}", "Mengajukan usulan", Indonesian.LongDate(cycle.SubmitBy)],
                    ["Musyawarah", "Menilai usulan, menandatangani berita acara", Indonesian.LongDate(cycle.DeliberateBy)],
                    [$"{terms.DistrictTitle}", "Memeriksa", Indonesian.LongDate(cycle.DistrictBy)],
                    ["Dinas Sosial", "Memeriksa, meminta cek lapangan", Indonesian.LongDate(cycle.SocialBy)],
                    ["Dinas Sosial, Sekretariat TKPK", "Mengesahkan dan mengirim ke SIKS-NG", Indonesian.LongDate(cycle.SendBy)],
                ],
                IsTight = true,
                Source = $"Usulan yang lewat batas pengajuan tetap diterima dan masuk periode berikutnya. Batas dapat berubah. Dicetak {Indonesian.LongDate(context.Clock.Today)}.",
            },
            IsSample = frame.IsSample,
        };
        return new(Papers.DeskInstruction(paper), $"petunjuk petugas pendaftaran {paper.Month}", "/usulan", "Kembali ke usulan");
    }
}
