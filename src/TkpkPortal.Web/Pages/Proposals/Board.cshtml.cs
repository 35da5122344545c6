using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>Papan usulan: counts and days, no family by name.</summary>
[Permit(Permission.ViewProposalTotals)]
public sealed class BoardModel(CycleBoardQuery query, CycleCalendarQuery calendarQuery, KabupatenClock clock, Actor actor) : PageModel
{
    public const string Every = "semua";

    /// <summary>"2026-11", "semua", or nothing for the cycle of this month.</summary>
    [BindProperty(SupportsGet = true, Name = "periode")]
    public string? Cycle { get; set; }

    [BindProperty(SupportsGet = true, Name = "kecamatan")]
    public string? District { get; set; }

    public CycleBoardView Board { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Board = await query.RunAsync(await MonthAsync(ct), Blank.ToNull(District), ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var month = await MonthAsync(ct);
        var (areas, rows) = await query.AllAsync(month, ct);
        return File(ProposalSheets.Board(areas, rows, month), SpreadsheetFile.ContentType, $"papan-usulan-{(month is { } m ? CycleMonths.Text(m) : Every)}.xlsx");
    }

    public string Address(string? handler = null, string? district = null) => Url.Page("/Proposals/Board", handler, new { periode = Cycle, kecamatan = district })!;

    /// <summary>The list behind a stage, for those who may read it.</summary>
    public string? ListOf(ProposalStage stage) => actor.May(Permission.ViewProposals)
        ? Url.Page("/Proposals/Index", new { tahap = stage, periode = Board.Month is { } month ? CycleMonths.Text(month) : null, kecamatan = Board.District?.Code })
        : null;

    private async Task<DateOnly?> MonthAsync(CancellationToken ct)
    {
        if (Cycle == Every) return null;
        if (Blank.ToNull(Cycle) is not { } text) return (await calendarQuery.RunAsync(ct)).Of(clock.Today).Month;
        return CycleMonths.Parse(text) ?? throw new RecordNotFoundException();
    }
}
