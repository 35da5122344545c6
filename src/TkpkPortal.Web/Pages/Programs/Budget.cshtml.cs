using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Web.Pages.Programs;

[Permit(Permission.ViewPrograms)]
public sealed class BudgetModel(BudgetSummaryQuery query, CurrentSettings settings, KabupatenClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tahun")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "triwulan")]
    public int? Quarter { get; set; }

    public BudgetSummary Summary { get; private set; } = null!;

    public decimal Target { get; private set; }

    public BudgetData Chart => BudgetWords.Chart(Summary, Target);

    public string Title => BudgetWords.Title(Summary, Target);

    public string ExportUrl => Url.Page("Budget", "Export", new { tahun = Summary.Year, triwulan = Summary.Quarter })!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var last = BudgetSummaryQuery.LastEnded(clock.Today);
        var year = Year ?? last.Year;
        Summary = await query.RunAsync(year, Math.Clamp(Quarter ?? (year == last.Year ? last.Quarter : 4), 1, 4), ct);
        Target = (await settings.GetAsync(ct)).Settings.AbsorptionTarget;
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        return File(
            SpreadsheetFile.Write<AgencyBudget>(
                "Pagu",
                [("opd", r => r.Agency), ("tahun", _ => Summary.Year), ("triwulan", _ => Summary.Quarter), ("pagu_rupiah", r => r.Sum.Ceiling), ("realisasi_rupiah", r => r.Sum.Realized), ("sub_kegiatan", r => r.Sum.Lines), ("belum_dilaporkan", r => r.Sum.Unreported)],
                Summary.Agencies),
            SpreadsheetFile.ContentType,
            "pagu-realisasi.xlsx");
    }
}
