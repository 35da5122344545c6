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
public sealed class ChangeHeadModel(OpenHousehold openHousehold, ChangeHead changeHead) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    [Display(Name = "Kepala keluarga yang baru")]
    [Required(ErrorMessage = "Pilih kepala keluarga yang baru.")]
    public Guid? MemberId { get; set; }

    [BindProperty]
    [Display(Name = "Hubungan kepala keluarga lama dengan yang baru")]
    [Required(ErrorMessage = "Pilih hubungan kepala keluarga lama.")]
    public FamilyRelation? FormerHeadBecomes { get; set; }

    public HouseholdView Household { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Household = await openHousehold.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Household.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await changeHead.RunAsync(Id, MemberId!.Value, FormerHeadBecomes!.Value, Version, ct);
        this.Tell("Kepala keluarga diganti. Periksa hubungan anggota lain dengan kepala keluarga yang baru.");
        return RedirectToPage("Profile", new { id = Id });
    }
}
