using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Agencies;

[Permit(Permission.ViewAgencies)]
public sealed class IndexModel(AgencyListQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cari")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "nonaktif")]
    public bool WithInactive { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<AgencyRow> List { get; private set; } = null!;

    public string ExportUrl => Url.Page("Index", "Export", new { cari = Search, nonaktif = WithInactive })!;

    public async Task OnGetAsync(CancellationToken ct) => List = await query.RunAsync(Search, WithInactive, PageNumber, ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var rows = await query.AllAsync(Search, WithInactive, ct);
        return File(
            SpreadsheetFile.Write<AgencyRow>(
                "OPD",
                [("id", r => r.Id), ("nama", r => r.Name), ("singkatan", r => r.ShortName), ("jabatan_kepala", r => r.HeadTitle), ("program_berjalan", r => r.Programs), ("aktif", r => r.IsActive ? "ya" : "tidak")],
                rows),
            SpreadsheetFile.ContentType,
            "opd.xlsx");
    }
}
