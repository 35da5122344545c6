using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Imports;

/// <summary>The portal's own workbook, empty, or filled with families to be edited and brought back.</summary>
[Permit(Permission.ImportHouseholds)]
public sealed class TemplateModel(HouseholdAreasQuery areasQuery, DownloadTemplate download) : PageModel, IPreparesPage
{
    private HouseholdAreas _areas = null!;

    /// <summary>Code of a desa.</summary>
    [BindProperty]
    [Display(Name = "Desa atau kelurahan")]
    [Required(ErrorMessage = "Pilih desa atau kelurahan.")]
    public string Village { get; set; } = "";

    [BindProperty]
    [Display(Name = "Alasan mengunduh")]
    [Required(ErrorMessage = "Tulis alasan mengunduh, paling sedikit 10 huruf.")]
    [StringLength(300, ErrorMessage = "Alasan paling panjang 300 huruf.")]
    public string Reason { get; set; } = "";

    public IEnumerable<SelectListItem> Villages
    {
        get
        {
            var groups = _areas.Districts.ToDictionary(d => d.Id, d => new SelectListGroup { Name = d.Name });
            return _areas.Villages.Select(v => new SelectListItem(v.Name, v.Code) { Group = v.ParentId is { } parent ? groups.GetValueOrDefault(parent) : null }).Prepend(new("Pilih", ""));
        }
    }

    public async Task PrepareAsync(CancellationToken ct) => _areas = await areasQuery.RunAsync(ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<FileContentResult> OnGetEmptyAsync(CancellationToken ct) => File(await download.RunAsync(null, null, ct), SpreadsheetFile.ContentType, "templat-keluarga.xlsx");

    public async Task<FileContentResult> OnPostAsync(CancellationToken ct) =>
        File(await download.RunAsync(new(null, Village, null, false), Reason, ct), SpreadsheetFile.ContentType, $"templat-keluarga-{Village}.xlsx");
}
