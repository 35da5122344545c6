using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Statistics.Targets;

[Permit(Permission.ViewStatistics)]
public sealed class IndexModel(IndicatorTargetsQuery query, StatisticsChoicesQuery choicesQuery) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "indikator")]
    public string? Indicator { get; set; }

    [BindProperty(SupportsGet = true, Name = "wilayah")]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<TargetRow> List { get; private set; } = null!;

    public StatisticsChoices Choices { get; private set; } = null!;

    public string ExportUrl => Url.Page("Index", "Export", new { indikator = Indicator, wilayah = Area })!;

    public string SetUrl => Url.Page("Set", new { indikator = Indicator, wilayah = Area })!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await choicesQuery.RunAsync(onlyWithFigures: false, ct);
        List = await query.RunAsync(Indicator, Area, PageNumber, ct);
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var rows = await query.AllAsync(Indicator, Area, ct);
        return File(
            SpreadsheetFile.Write<TargetRow>(
                "Target",
                [
                    ("kode_wilayah", r => r.AreaCode), ("wilayah", r => r.AreaName), ("tahun", r => r.Year), ("indikator", r => r.Indicator.Code), ("nama_indikator", r => r.Indicator.Name),
                    ("target", r => r.Value), ("capaian", r => r.Reached), ("satuan", r => r.Indicator.Unit), ("dokumen", r => r.Document),
                ],
                rows),
            SpreadsheetFile.ContentType,
            "target-statistik.xlsx");
    }
}
