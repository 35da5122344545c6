using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Files;
using TkpkPortal.Core.Proposals.Photos;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>One picture, or a paper to download. The page that lists them has written down who looked.</summary>
[Permit(Permission.ViewProposals)]
public sealed class PhotoModel(ReadPhoto readPhoto) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid PhotoId { get; set; }

    [BindProperty(SupportsGet = true, Name = "ukuran")]
    public string? Size { get; set; }

    public async Task<FileContentResult> OnGetAsync(CancellationToken ct)
    {
        var file = await readPhoto.RunAsync(Id, PhotoId, Size == "kecil", ct);
        return file.ContentType == UploadedDocument.Pdf ? File(file.Content, file.ContentType, file.Name) : File(file.Content, file.ContentType);
    }
}
