using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EditHouseholds)]
public sealed class RegisterModel(RegisterHousehold registerHousehold, HouseholdAreasQuery areasQuery) : PageModel, IPreparesPage
{
    public const string GoOn = "anggota";

    [BindProperty]
    [Display(Name = "Desa atau kelurahan")]
    [Required(ErrorMessage = "Pilih desa atau kelurahan.")]
    public Guid? VillageId { get; set; }

    [BindProperty]
    public HouseholdInput Input { get; set; } = new();

    [BindProperty]
    public MemberInput Head { get; set; } = new();

    [BindProperty(Name = "lanjut")]
    public string? Next { get; set; }

    public HouseholdAreas Areas { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Areas = await areasQuery.RunAsync(ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (Areas.Villages is [var only]) VillageId = only.Id;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var head = new NewMember(Head.ToDetails() with { Relation = FamilyRelation.Head }, Head.Nik);
        var id = await registerHousehold.RunAsync(new(VillageId!.Value, Input.CardNumber, Input.ToDetails(), [head]), ct);
        this.Tell($"Keluarga {head.Details.Name} tersimpan. Lengkapi anggotanya, lalu catat program yang diterima.");
        return RedirectToPage(Next == GoOn ? "AddMember" : "Profile", new { id });
    }
}
