using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Areas;

[Permit(Permission.ManageAreas)]
public sealed class ImportModel(ImportAreas importAreas) : PageModel
{
    [BindProperty]
    [Display(Name = "Berkas daftar wilayah")]
    [Required(ErrorMessage = "Pilih berkas CSV daftar wilayah.")]
    public IFormFile? Upload { get; set; }

    public AreaImportReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await using var stream = Upload!.OpenReadStream();
        Report = await importAreas.RunAsync(stream, ct);
        return Page();
    }
}
