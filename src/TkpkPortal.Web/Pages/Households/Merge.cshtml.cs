using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EditHouseholds)]
public sealed class MergeModel(OpenHousehold openHousehold, HouseholdKinQuery kinQuery, MergeHouseholds mergeHouseholds) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The family found before; its people join.</summary>
    [BindProperty(SupportsGet = true, Name = "dengan")]
    public Guid? With { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public Guid? OtherId { get; set; }

    [BindProperty]
    public uint OtherVersion { get; set; }

    /// <summary>Member to relation, or <see cref="JoinPeople.SamePerson"/>.</summary>
    [BindProperty]
    public Dictionary<string, string?> People { get; set; } = [];

    public FindInput Find { get; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public HouseholdView? OtherFamily { get; private set; }

    public IReadOnlyList<Kin> Kin { get; private set; } = [];

    public async Task PrepareAsync(CancellationToken ct)
    {
        Household = await openHousehold.RunAsync(Id, ct);
        Kin = [.. (await kinQuery.RunAsync(Id, ct)).Where(k => !k.Left)];
        if ((OtherId ?? With) is not { } other || other == Id) return;
        OtherFamily = await openHousehold.RunAsync(other, ct);
        foreach (var member in OtherFamily.MembersHere) People.TryAdd(member.Id.ToString(), null);
        // After a refusal both families are shown as they are now.
        (OtherId, OtherVersion) = (other, OtherFamily.Version);
        ModelState.Remove(nameof(OtherVersion));
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Household.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await mergeHouseholds.RunAsync(Id, Version, OtherId ?? Id, OtherVersion, JoinPeople.Read(People), ct);
        this.Tell("Keluarga digabungkan. Periksa hubungan anggota dan nomor KK-nya.");
        return RedirectToPage("Profile", new { id = Id });
    }
}
