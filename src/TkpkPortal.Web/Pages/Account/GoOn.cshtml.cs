using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Account;

/// <summary>Offers the form that arrived after its sign-in had ended. Its words stay sealed: the page shows where it goes, not what is in it.</summary>
[Permit(Permission.UsePortal)]
public sealed class GoOnModel(HeldPostQuery query, DropHeldPost dropHeldPost, KabupatenClock clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public HeldPostView? Held { get; private set; }

    public string Part => Menu.TitleOf(Held!.Path);

    /// <summary>Without the portal's own.</summary>
    public int Fields => Held!.Form.Fields.Count(f => !f.Name.StartsWith("__", StringComparison.Ordinal));

    public DateTimeOffset KeptUntil => Held!.At + HeldPost.Kept;

    public string Time(DateTimeOffset at) => Indonesian.LongDateTime(clock.Local(at), clock.ZoneName);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Held = await query.RunAsync(Id, ct);
        return new PageResult { StatusCode = Held is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await dropHeldPost.RunAsync(Id, ct);
        this.Tell("Isian dibuang.");
        return LocalRedirect("/");
    }
}
