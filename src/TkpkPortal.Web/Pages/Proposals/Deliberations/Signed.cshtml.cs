using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

/// <summary>The file itself, as an attachment: what a stranger sent is never shown inside the portal.</summary>
[Permit(Permission.ViewProposals)]
public sealed class SignedModel(OpenSignedMinutes openSigned) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<FileContentResult> OnGetAsync(CancellationToken ct)
    {
        var file = await openSigned.RunAsync(Id, ct);
        Response.Headers.CacheControl = "no-store";
        return File(file.Content, file.ContentType, file.Name);
    }
}
