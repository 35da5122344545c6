using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Settings;

/// <summary>The picture itself. Papers embed it instead, because a printing browser fetches nothing.</summary>
[Permit(Permission.UsePortal)]
public sealed class EmblemImageModel(EmblemQuery query) : PageModel
{
    public async Task<FileContentResult> OnGetAsync(CancellationToken ct)
    {
        var emblem = await query.RunAsync(ct) ?? throw new RecordNotFoundException();
        return File(emblem.Content, emblem.ContentType);
    }
}
