using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>A name or number is posted, never part of an address; only the family's id is.</summary>
[Permit(Permission.RegisterProposals)]
public sealed class FindFamilyModel(FindFamilyQuery query, HouseholdAreasQuery areasQuery) : PageModel, IPreparesPage
{
    [BindProperty(SupportsGet = true, Name = "jenis")]
    public ProposalKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "cara")]
    public ProposalRegistration? Registration { get; set; }

    [BindProperty]
    public FindFamilyInput Input { get; set; } = new();

    /// <summary>Null before a search.</summary>
    public IReadOnlyList<FoundFamily>? Found { get; private set; }

    public HouseholdAreas Areas { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Areas = await areasQuery.RunAsync(ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task OnPostAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Found = await query.RunAsync(Input.Typed, Input.VillageId, ct);
    }

    public string Choose(Guid family) => Url.Page("Start", new { keluarga = family, jenis = Kind, cara = Registration })!;
}
