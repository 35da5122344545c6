using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Proposals.Drafts;

[Permit(Permission.RegisterProposals)]
public sealed class AddMemberModel(DraftQuery query, SaveDraft saveDraft, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public DraftMemberInput Input { get; set; } = new();

    public DraftView Draft { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Draft = await query.RunAsync(Id, ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (!Draft.IsDraft) return LocalRedirect($"/usulan/{Id}");
        Version = Draft.Version;
        if (Draft.Content.Family.Head is null) Input.Relation = FamilyRelation.Head;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm(Name = "lagi")] bool another, CancellationToken ct)
    {
        var saved = await saveDraft.RunAsync(Id, Input.ToPart(null), Version, ct);
        var list = DraftPages.Address(Id, DraftSteps.Members);
        return this.GoOn(Id, saved, DraftSteps.Members, clock, same: $"{list}/{saved.Member}", next: another ? $"{list}/baru" : list);
    }
}
