using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.HoldDeliberations)]
public sealed class AgendaModel(DeliberationQuery query, DeliberationAgendaQuery agendaQuery, SetDeliberationAgenda setAgenda) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public DeliberationView Deliberation { get; private set; } = null!;

    public AgendaChoices Choices { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Deliberation = await query.WithSubjectsAsync(Id, ct);
        Choices = await agendaQuery.RunAsync(Id, ct);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Deliberation.Version;
        // A musyawarah is held about what waits; a pernyataan is signed for what somebody chose.
        Chosen = Deliberation.Items.Count == 0 && !Deliberation.IsStatement ? [.. Choices.Waiting.Select(w => w.ProposalId)] : [.. Deliberation.Items.Select(i => i.ProposalId)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var count = await setAgenda.RunAsync(Id, Chosen, Version, ct);
        this.Tell($"Acara tersimpan: {Indonesian.Count(count, "usulan")}.");
        return RedirectToPage("Details", new { Id });
    }
}
