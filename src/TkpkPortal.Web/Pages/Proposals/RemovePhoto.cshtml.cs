using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Photos;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.ViewProposals)]
public sealed class RemovePhotoModel(OpenPhotos openPhotos, RemovePhoto removePhoto) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid PhotoId { get; set; }

    public PhotoRow Photo { get; private set; } = null!;

    public string Number { get; private set; } = "";

    public async Task PrepareAsync(CancellationToken ct)
    {
        var view = await openPhotos.RunAsync(Id, ct);
        Number = view.Number;
        Photo = view.Photos.SingleOrDefault(p => p.Id == PhotoId) ?? throw new RecordNotFoundException();
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await removePhoto.RunAsync(Id, PhotoId, ct);
        this.Tell("Foto dihapus.");
        return LocalRedirect($"/usulan/{Id}/foto");
    }
}
