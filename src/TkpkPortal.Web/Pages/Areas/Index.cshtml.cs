using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Areas;

[Permit(Permission.ViewAreas)]
public sealed class IndexModel(AreaListQuery query, CurrentSettings settings) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cari")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "tingkat")]
    public AreaLevel? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<AreaRow> List { get; private set; } = null!;

    public string ExportUrl => Url.Page("Index", "Export", new { cari = Search, tingkat = Level })!;

    /// <summary>Without a filter the loaded regencies stand here.</summary>
    private AreaLevel? ShownLevel => Level ?? (string.IsNullOrWhiteSpace(Search) ? AreaLevel.Regency : null);

    public async Task OnGetAsync(CancellationToken ct) => List = await query.RunAsync(null, ShownLevel, Search, PageNumber, ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var rows = await query.AllAsync(null, ShownLevel, Search, ct);
        return File(AreaSheet.Of(rows, (await settings.GetAsync(ct)).Settings), SpreadsheetFile.ContentType, "wilayah.xlsx");
    }
}

internal static class AreaSheet
{
    public static byte[] Of(IEnumerable<AreaRow> rows, PortalSettings settings) => SpreadsheetFile.Write<AreaRow>(
        "Wilayah",
        [("kode", r => r.Code), ("kode_bps", r => r.BpsCode), ("nama", r => r.Name), ("tingkat", r => AreaWords.Of(r, settings)), ("induk", r => r.ParentName), ("tidak_ada_sejak", r => r.VanishedOn)],
        rows);
}
