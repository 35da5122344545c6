using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Proposals.Drafts;

[Permit(Permission.RegisterProposals)]
public sealed class FamilyModel(DraftQuery query, SaveDraft saveDraft, MoveDestinationsQuery destinationsQuery, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Shows what is still wrong here.</summary>
    [FromQuery(Name = "periksa")]
    public bool Check { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public DraftFamilyInput Input { get; set; } = new();

    public DraftView Draft { get; private set; } = null!;

    public IReadOnlyList<Destination> Destinations { get; private set; } = [];

    public async Task PrepareAsync(CancellationToken ct)
    {
        Draft = await query.RunAsync(Id, ct);
        if (Draft.Kind == ProposalKind.Move) Destinations = await destinationsQuery.RunAsync(Draft.VillageId, ct);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (!Draft.IsDraft) return LocalRedirect($"/usulan/{Id}");
        (Version, Input) = (Draft.Version, DraftFamilyInput.From(Draft.Content));
        if (Check) this.Show(Draft.Review.At(DraftSteps.Family));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => this.GoOn(Id, await saveDraft.RunAsync(Id, Input.ToPart(), Version, ct), DraftSteps.Family, clock);
}
