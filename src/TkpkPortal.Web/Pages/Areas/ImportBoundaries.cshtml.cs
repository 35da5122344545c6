using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Areas;

[Permit(Permission.ManageAreas)]
[RequestSizeLimit(LargestFile)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestFile)]
public sealed class ImportBoundariesModel(ImportBoundaries importBoundaries) : PageModel
{
    private const long LargestFile = 100L * 1024 * 1024;

    [BindProperty]
    [Display(Name = "Berkas batas wilayah")]
    [Required(ErrorMessage = "Pilih berkas GeoJSON batas wilayah.")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    [Display(Name = "Sumber batas")]
    [Required(ErrorMessage = "Sumber batas wajib diisi; tertulis di bawah peta.")]
    [StringLength(200, ErrorMessage = "Sumber paling panjang 200 huruf.")]
    public string Source { get; set; } = "";

    public BoundaryImportReport? Report { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await using var stream = Upload!.OpenReadStream();
        Report = await importBoundaries.RunAsync(stream, Source.Trim(), ct);
        return Page();
    }
}
