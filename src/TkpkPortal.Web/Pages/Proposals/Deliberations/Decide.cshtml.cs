using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.HoldDeliberations)]
public sealed class DecideModel(DeliberationQuery query, DecideDeliberation decideDeliberation) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public List<OutcomeInput> Rows { get; set; } = [];

    public DeliberationView Deliberation { get; private set; } = null!;

    public static IReadOnlyList<SelectListItem> Outcomes { get; } =
        [new("Belum ada", ""), .. Enum.GetValues<DeliberationOutcome>().Select(o => new SelectListItem(DeliberationWords.Of(o), o.ToString()))];

    public async Task PrepareAsync(CancellationToken ct) => Deliberation = await query.WithSubjectsAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Deliberation.Version;
        Rows = [.. Deliberation.Items.Select(i => new OutcomeInput { ProposalId = i.ProposalId, Outcome = i.Outcome, Reason = i.Reason })];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var decided = await decideDeliberation.RunAsync(Id, [.. Rows.Select(r => new OutcomeLine(r.ProposalId, r.Outcome, Blank.ToNull(r.Reason)))], Version, ct);
        this.Tell($"Hasil tersimpan untuk {Indonesian.Number(decided)} dari {Indonesian.Count(Rows.Count, "usulan")}.");
        return RedirectToPage("Details", new { Id });
    }
}

public sealed class OutcomeInput
{
    public Guid ProposalId { get; set; }

    [Display(Name = "Hasil")]
    public DeliberationOutcome? Outcome { get; set; }

    [Display(Name = "Alasan")]
    [StringLength(1000, ErrorMessage = "Alasan paling panjang 1.000 huruf.")]
    public string? Reason { get; set; }
}
