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
public sealed class MemberLeavesModel(DraftQuery query, SaveDraft saveDraft, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid Key { get; set; }

    [FromQuery(Name = "periksa")]
    public bool Check { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public DraftLeaveInput Input { get; set; } = new();

    public DraftView Draft { get; private set; } = null!;

    public MemberDraft Member { get; private set; } = null!;

    private string List => DraftPages.Address(Id, DraftSteps.Members);

    public async Task PrepareAsync(CancellationToken ct)
    {
        Draft = await query.RunAsync(Id, ct);
        Member = Draft.Content.Member(Key);
        if (!Draft.Content.IsOfRecord(Key)) throw new RecordNotFoundException();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (!Draft.IsDraft) return LocalRedirect($"/usulan/{Id}");
        (Version, Input) = (Draft.Version, new() { LeaveReason = Member.LeaveReason, LeftOn = DraftPages.Date(Member.LeftOn) });
        if (Check) this.Show(Draft.Review.Of(Key));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        this.GoOn(Id, await saveDraft.RunAsync(Id, new LeavingPart(Key, Input.LeaveReason, Input.LeftOn), Version, ct), DraftSteps.Members, clock, same: $"{List}/{Key}/keluar", next: List);
}
