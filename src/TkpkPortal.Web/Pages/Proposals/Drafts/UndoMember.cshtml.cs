using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Proposals.Drafts;

/// <summary>A person whom the draft added goes away again; one who was to leave stays.</summary>
[Permit(Permission.RegisterProposals)]
public sealed class UndoMemberModel(DraftQuery query, SaveDraft saveDraft, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Key { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    public DraftView Draft { get; private set; } = null!;

    public MemberDraft Member { get; private set; } = null!;

    public bool IsAdded => !Draft.Content.IsOfRecord(Key);

    public async Task PrepareAsync(CancellationToken ct)
    {
        Draft = await query.RunAsync(Id, ct);
        Member = Draft.Content.Member(Key);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Draft.Version;
        return Draft.IsDraft ? Page() : LocalRedirect($"/usulan/{Id}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.GoOn(Id, await saveDraft.RunAsync(Id, new UndoMemberPart(Key), Version, ct) with { Problems = [] }, DraftSteps.Members, clock, next: DraftPages.Address(Id, DraftSteps.Members));
}
