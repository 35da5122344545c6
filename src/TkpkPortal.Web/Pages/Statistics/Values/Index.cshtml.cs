using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Statistics.Values;

[Permit(Permission.ViewStatistics)]
public sealed class IndexModel(IndicatorValuesQuery query, StatisticsChoicesQuery choicesQuery) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "indikator")]
    public string? Indicator { get; set; }

    [BindProperty(SupportsGet = true, Name = "wilayah")]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "tahun")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public ValueList List { get; private set; } = null!;

    public StatisticsChoices Choices { get; private set; } = null!;

    public string ExportUrl => Url.Page("Index", "Export", new { indikator = Indicator, wilayah = Area, tahun = Year })!;

    public string RecordUrl => Url.Page("Record", new { indikator = Indicator, wilayah = Area })!;

    private ValueFilter Filter => new(Indicator, Area, Year);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await choicesQuery.RunAsync(onlyWithFigures: false, ct);
        List = await query.RunAsync(Filter, PageNumber, ct);
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var rows = await query.AllAsync(Filter, ct);
        return File(
            SpreadsheetFile.Write<ValueRow>(
                "Angka",
                [
                    ("kode_wilayah", r => r.AreaCode), ("wilayah", r => r.AreaName), ("tahun", r => r.Year), ("bulan", r => r.Month), ("indikator", r => r.Indicator.Code),
                    ("nama_indikator", r => r.Indicator.Name), ("rincian", r => r.Breakdown == Breakdown.None ? "" : BreakdownNames.Of(r.Breakdown)), ("nilai", r => r.Value),
                    ("satuan", r => r.Indicator.Unit), ("sementara", r => r.IsProvisional ? "ya" : "tidak"), ("sumber", r => r.SourceDocument),
                ],
                rows),
            SpreadsheetFile.ContentType,
            "angka-statistik.xlsx");
    }
}
