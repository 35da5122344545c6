using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Web.Pages.Proposals;

namespace TkpkPortal.Web.Reports;

/// <summary>Papan usulan on one sheet: counts by stage and kecamatan, no name.</summary>
public sealed record BoardPaper(Letterhead Letterhead, string Period, IReadOnlyList<PaperFact> Way, PaperTable Stages, PaperTable Areas, string? Countdown, bool IsSample);

/// <summary>Fills the printed board.</summary>
public sealed class BoardReport(CycleBoardQuery query, CycleCalendarQuery calendarQuery, PaperFrames frames, ProfileContext context)
{
    /// <param name="cycle">"2026-11", "semua", or null for this month.</param>
    public async Task<PaperAnswer> RunAsync(string? cycle, CancellationToken ct)
    {
        var month = cycle switch
        {
            BoardModel.Every => (DateOnly?)null,
            null => (await calendarQuery.RunAsync(ct)).Of(context.Clock.Today).Month,
            _ => CycleMonths.Parse(cycle) ?? throw new RecordNotFoundException(),
        };
        var board = await query.RunAsync(month, null, ct);
        var frame = await frames.GetAsync(ct);
        var terms = await context.Settings.GetAsync(ct);
        var period = month is { } m ? $"Periode {Indonesian.MonthYear(m)}" : "Semua periode";
        var paper = new BoardPaper(
            frame.Letterhead, period, Way(board.Sum.Way), Stages(board), Areas(board, terms.DistrictTitle, $"Sumber: usulan di portal, keadaan {Indonesian.LongDate(context.Clock.Today)}."),
            board.Deadlines.Count == 0 ? null : string.Join("; ", board.Deadlines.Select(d => d.Sentence)) + ".", frame.IsSample);
        return new(Papers.Board(paper), $"papan usulan {period}", month is { } back ? $"/usulan/papan?periode={CycleMonths.Text(back)}" : $"/usulan/papan?periode={BoardModel.Every}", "Kembali ke papan");
    }

    private static List<PaperFact> Way(WayTotals way) =>
    [
        new("Didaftarkan", Count(way.Registered)), new("Diajukan", Count(way.Submitted)), new("Dimusyawarahkan", Count(way.Deliberated)), new("Verifikasi camat", Count(way.DistrictVerified)),
        new("Verifikasi Dinsos", Count(way.SocialVerified)), new("Disahkan", Count(way.Approved)), new("Dikirim", Count(way.Sent)), new("Dijawab pusat", Count(way.Answered)),
        new("Data sendiri", $"{Indonesian.Number(way.OwnData)} permintaan, {Indonesian.Number(way.OwnDataClosed)} selesai"),
    ];

    private static PaperTable Stages(CycleBoardView board) => new()
    {
        Caption = "Di mana usulan sekarang",
        Columns = [new("Tahap", IsRowHead: true), new("Usulan", true), new("Rata-rata hari pada tahap ini", true)],
        Rows = [.. board.Sum.Stages.Select(s => (IReadOnlyList<string>)[ProposalNames.Of(s.Stage), Indonesian.Number(s.Count), Indonesian.Number(s.MeanDays)])],
        Total = ["Jumlah", Indonesian.Number(board.Sum.Total), ""],
        IsTight = true,
    };

    private static PaperTable Areas(CycleBoardView board, string unit, string source) => new()
    {
        Caption = $"Menurut {unit.ToLower(Indonesian.Culture)}",
        Columns = [new(unit, IsRowHead: true), .. BoardColumn.All.Select(c => new PaperColumn(c.Heading, true)), new("Jumlah", true)],
        Rows = [.. board.Rows.Select(r => Cells(r, r.Area!.Name))],
        Total = Cells(board.Sum, "Jumlah"),
        IsTight = true,
        Source = source,
    };

    private static IReadOnlyList<string> Cells(BoardRow row, string name) => [name, .. BoardColumn.All.Select(c => Indonesian.Number(row.Of(c))), Indonesian.Number(row.Total)];

    private static string Count(int count) => Indonesian.Count(count, "usulan");
}
