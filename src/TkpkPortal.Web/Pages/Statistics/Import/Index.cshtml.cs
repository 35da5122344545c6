using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Statistics.Import;

[Permit(Permission.EditStatistics)]
public sealed class IndexModel(StageIndicatorFile stageFile) : PageModel
{
    [BindProperty]
    [Display(Name = "Berkas CSV")]
    [Required(ErrorMessage = "Pilih berkas CSV yang akan diunggah.")]
    public IFormFile? Upload { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await using var content = Upload!.OpenReadStream();
        var name = Path.GetFileName(Upload.FileName);
        var id = await stageFile.RunAsync(content, name.Length > 200 ? name[^200..] : name, ct);
        return RedirectToPage("Preview", new { id });
    }
}
