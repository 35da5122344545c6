using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Statistics.Indicators;

[Permit(Permission.ViewStatistics)]
public sealed class IndexModel(IndicatorListQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cari")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "nonaktif")]
    public bool WithInactive { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<IndicatorRow> List { get; private set; } = null!;

    public string ExportUrl => Url.Page("Index", "Export", new { cari = Search, nonaktif = WithInactive })!;

    public async Task OnGetAsync(CancellationToken ct) => List = await query.RunAsync(Search, WithInactive, PageNumber, ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var rows = await query.AllAsync(Search, WithInactive, ct);
        return File(
            SpreadsheetFile.Write<IndicatorRow>(
                "Indikator",
                [
                    ("kode", r => r.Code), ("nama", r => r.Name), ("satuan", r => r.Unit), ("arah", r => PolarityNames.Of(r.Polarity)), ("sumber", r => r.Source), ("bidang", r => r.Field),
                    ("banyak_angka", r => r.Values), ("tahun_pertama", r => r.FirstYear), ("tahun_terakhir", r => r.LastYear), ("aktif", r => r.IsActive ? "ya" : "tidak"),
                ],
                rows),
            SpreadsheetFile.ContentType,
            "indikator.xlsx");
    }
}
