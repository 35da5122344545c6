using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.ApproveMinutes)]
public sealed class ApproveMinutesModel(MeetingQuery query, ApprovalQuery approvalQuery, ApproveMinutes approveMinutes) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Of the wording that stood on the page: nothing else is approved.</summary>
    [BindProperty]
    public string ReadMark { get; set; } = "";

    public MeetingView Meeting { get; private set; } = null!;

    public ApprovalView Approval { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        // The mark is read first: a change between the two reads then refuses the approval instead of slipping through.
        Approval = await approvalQuery.RunAsync(Id, ct);
        Meeting = await query.RunAsync(Id, ct);
        ReadMark = Approval.Mark;
        ModelState.Remove(nameof(ReadMark));
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await approveMinutes.RunAsync(Id, ReadMark, ct);
        this.Tell("Notulen disahkan. Kata-katanya terkunci; perubahan ditulis sebagai keputusan rakor berikutnya.");
        return RedirectToPage("Details", new { Id });
    }
}
