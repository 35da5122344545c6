using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EditHouseholds)]
public sealed class AddMemberModel(OpenHousehold openHousehold, AddMember addMember) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    [BindProperty(Name = "lanjut")]
    public string? Next { get; set; }

    public HouseholdView Household { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Household = await openHousehold.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await addMember.RunAsync(Id, new(Input.ToDetails(), Input.Nik), ct);
        this.Tell($"{Input.Name.Trim()} tersimpan sebagai anggota keluarga.");
        return RedirectToPage(Next == RegisterModel.GoOn ? "AddMember" : "Profile", new { id = Id });
    }
}
