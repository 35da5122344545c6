using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EditHouseholds)]
public sealed class SplitModel(OpenHousehold openHousehold, HouseholdAreasQuery areasQuery, SplitHousehold splitHousehold) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    /// <summary>Member to relation in the new family; empty for who stays.</summary>
    [BindProperty]
    public Dictionary<string, FamilyRelation?> Leaving { get; set; } = [];

    [BindProperty]
    [Display(Name = "Desa atau kelurahan")]
    [Required(ErrorMessage = "Pilih desa atau kelurahan.")]
    public Guid? VillageId { get; set; }

    [BindProperty]
    public HouseholdInput Input { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public HouseholdAreas Areas { get; private set; } = null!;

    public IReadOnlyList<MemberView> Candidates => [.. Household.MembersHere.Where(m => m.Details.Relation != FamilyRelation.Head)];

    public async Task PrepareAsync(CancellationToken ct)
    {
        Household = await openHousehold.RunAsync(Id, ct);
        Areas = await areasQuery.RunAsync(ct);
        foreach (var member in Candidates) Leaving.TryAdd(member.Id.ToString(), null);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        var details = Household.Details;
        (Version, VillageId) = (Household.Version, Household.VillageId);
        Input = new() { Address = details.Address, Hamlet = details.Hamlet, Rt = details.Rt, Rw = details.Rw, LegacyNumber = details.LegacyNumber };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var leaving = Leaving.Where(l => l.Value is not null).ToDictionary(l => Guid.TryParse(l.Key, out var id) ? id : throw new RecordNotFoundException(), l => l.Value!.Value);
        var made = await splitHousehold.RunAsync(Id, new(leaving, VillageId!.Value, Input.CardNumber, Input.ToDetails()), Version, ct);
        this.Tell("KK dipisahkan. Ini profil keluarga yang baru; keluarga asalnya tercantum di Keluarga yang berkaitan.");
        return RedirectToPage("Profile", new { id = made });
    }

    public static string Label(MemberView member) =>
        $"{member.Details.Name} ({HouseholdNames.Of(member.Details.Relation).ToLower(Indonesian.Culture)}{(member.Age is { } age ? $", {age} tahun" : "")})";
}
