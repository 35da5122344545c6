using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EditHouseholds)]
public sealed class CorrectMemberModel(OpenHousehold openHousehold, CorrectMember correctMember) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid MemberId { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public MemberView Member => Household.Member(MemberId);

    public async Task PrepareAsync(CancellationToken ct)
    {
        Household = await openHousehold.RunAsync(Id, ct);
        _ = Member;
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Household.Version;
        Input = MemberInput.From(Member.Details);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctMember.RunAsync(Id, MemberId, Input.ToDetails(), Input.Nik, Input.RemoveNik, Version, ct);
        this.Tell($"Data {Input.Name.Trim()} tersimpan.");
        return RedirectToPage("Profile", new { id = Id });
    }
}
