using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Access;

[Permit(Permission.ManageUsers)]
public sealed class EditModel(UserQuery query, UserChoicesQuery choicesQuery, SessionListQuery sessionList, CorrectUser correctUser, KabupatenClock clock)
    : PageModel, IPreparesPage, IEditsVersion
{
    /// <summary>Carries a fresh link to this page once.</summary>
    internal const string LinkKey = "Tautan";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public UserInput Input { get; set; } = new();

    public UserView Account { get; private set; } = null!;

    public UserChoices Choices { get; private set; } = null!;

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public string? Link { get; private set; }

    public async Task PrepareAsync(CancellationToken ct)
    {
        Account = await query.RunAsync(Id, ct);
        Choices = await choicesQuery.RunAsync(Account.AgencyId, ct);
        Sessions = await sessionList.RunAsync(Id, ct);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Account.Version;
        Link = TempData[LinkKey] as string;
        Input = new() { FullName = Account.FullName, Position = Account.Position, Email = Account.Email, Role = Account.Role, AreaId = Account.AreaId, AgencyId = Account.AgencyId };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctUser.RunAsync(Id, Input.ToDetails(), Version, ct);
        this.Tell($"{Input.FullName} tersimpan.");
        return RedirectToPage("Index");
    }

    public string When(DateTimeOffset moment) => Indonesian.LongDateTime(clock.Local(moment), clock.ZoneName);
}
