using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Agencies.Partners;

[Permit(Permission.ViewAgencies)]
public sealed class IndexModel(PartnerListQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cari")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "jenis")]
    public PartnerKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "nonaktif")]
    public bool WithInactive { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<PartnerRow> List { get; private set; } = null!;

    public string ExportUrl => Url.Page("Index", "Export", new { cari = Search, jenis = Kind, nonaktif = WithInactive })!;

    public async Task OnGetAsync(CancellationToken ct) => List = await query.RunAsync(Search, Kind, WithInactive, PageNumber, ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var rows = await query.AllAsync(Search, Kind, WithInactive, ct);
        return File(
            SpreadsheetFile.Write<PartnerRow>(
                "Mitra",
                [("id", r => r.Id), ("nama", r => r.Name), ("jenis", r => PartnerNames.Of(r.Kind)), ("sumbangsih", r => r.Contribution), ("dihubungi", r => r.Contact), ("aktif", r => r.IsActive ? "ya" : "tidak")],
                rows),
            SpreadsheetFile.ContentType,
            "mitra.xlsx");
    }
}
