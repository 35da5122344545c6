using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.RegisterProposals)]
public sealed class StartModel(StartProposal startProposal, OpenHousehold openHousehold, HouseholdAreasQuery areasQuery) : PageModel, IPreparesPage
{
    [BindProperty(SupportsGet = true, Name = "keluarga")]
    public Guid? HouseholdId { get; set; }

    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>The family it is about; null for a new one.</summary>
    public HouseholdView? Household { get; private set; }

    public HouseholdAreas Areas { get; private set; } = null!;

    public IEnumerable<ProposalKind> Kinds => Enum.GetValues<ProposalKind>().Where(k => Household is null || k != ProposalKind.NewFamily);

    public async Task PrepareAsync(CancellationToken ct)
    {
        Areas = await areasQuery.RunAsync(ct);
        Household = HouseholdId is { } id ? await openHousehold.RunAsync(id, ct) : null;
    }

    public async Task OnGetAsync([FromQuery(Name = "jenis")] ProposalKind? kind, [FromQuery(Name = "cara")] ProposalRegistration? registration, CancellationToken ct)
    {
        await PrepareAsync(ct);
        Input = new() { Kind = kind, Registration = registration };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (kind, registration) = (Input.Kind!.Value, Input.Registration!.Value);
        if (kind != ProposalKind.NewFamily && HouseholdId is null) return RedirectToPage("FindFamily", new { jenis = kind, cara = registration });
        var areas = await areasQuery.RunAsync(ct);
        var village = Input.VillageId ?? (areas.Villages.Count == 1 ? areas.Villages[0].Id : null);
        var id = await startProposal.RunAsync(new(kind, registration, village, HouseholdId), ct);
        return LocalRedirect(DraftPages.Address(id, DraftSteps.Of(kind, new())[0].Key));
    }
}
