using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Files;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.HoldDeliberations)]
public sealed class KeepSignedModel(DeliberationQuery query, KeepSignedMinutes keepSigned) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    [Display(Name = "Berkas salinan")]
    [Required(ErrorMessage = "Pilih berkas salinannya.")]
    public IFormFile? Upload { get; set; }

    public DeliberationView Deliberation { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Deliberation = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Deliberation.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload!.Length > UploadRules.PictureBytes) throw new RuleBrokenException(UploadRules.PictureTooLarge, nameof(Upload));
        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, ct);
        await keepSigned.RunAsync(Id, content.ToArray(), nameof(Upload), Version, ct);
        this.Tell("Salinan bertanda tangan tersimpan tersandi.");
        return RedirectToPage("Details", new { Id });
    }
}
