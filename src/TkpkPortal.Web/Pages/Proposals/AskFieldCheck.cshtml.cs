using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.ApproveProposals)]
public sealed class AskFieldCheckModel(ProposalHeadQuery headQuery, FacilitatorListQuery facilitatorsQuery, VisitorLoadQuery loadQuery, AskFieldCheck ask) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public AskFieldCheckInput Input { get; set; } = new();

    public ProposalHead Proposal { get; private set; } = null!;

    /// <summary>Who knows the desa comes first.</summary>
    public IReadOnlyList<SelectListItem> Visitors { get; private set; } = [];

    public async Task PrepareAsync(CancellationToken ct)
    {
        Proposal = await headQuery.RunAsync(Id, ct);
        var loads = await loadQuery.RunAsync(Proposal.VillageId, ct);
        var (here, elsewhere) = (new SelectListGroup { Name = $"Mendampingi keluarga di {Proposal.Village}" }, new SelectListGroup { Name = "Pendamping lain" });
        Visitors =
        [
            new("Pilih", ""),
            .. (await facilitatorsQuery.RunAsync(ct)).Select(f => (Person: f, Load: loads.GetValueOrDefault(f.Id) ?? new(f.Id, 0, 0))).OrderBy(f => f.Load.Families == 0)
                .Select(f => new SelectListItem($"{f.Person.FullName}, {f.Person.Position}{Words(f.Load)}", f.Person.Id.ToString()) { Group = f.Load.Families > 0 ? here : elsewhere }),
        ];
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Proposal.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ask.RunAsync(Id, Input.FacilitatorId, Input.Note, Version, ct);
        this.Tell("Kunjungan ditugaskan. Usulan ini tampil pada daftar pendamping itu.");
        return LocalRedirect(WorkModel.Route);
    }

    private static string Words(VisitorLoad load) => load.Visits == 0 ? "" : $" ({Indonesian.Count(load.Visits, "kunjungan")} menunggu)";
}
