using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.ViewMeetings)]
public sealed class DetailsModel(MeetingSheetQuery query, PortalPage portal) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public MeetingView Meeting { get; private set; } = null!;

    public UnfinishedBefore Unfinished { get; private set; } = null!;

    public IReadOnlyList<MeetingTask> Tasks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        (Meeting, Unfinished) = await query.RunAsync(Id, ct);
        Tasks = MeetingTasks.Of(Meeting, portal.Clock.Today);
    }

    /// <summary>A link only where this reader can act: the secretariat prepares, the pimpinan approves.</summary>
    public string? HrefOf(MeetingTask task)
    {
        var approves = task.Path == "sahkan-notulen";
        var may = approves ? portal.May(Permission.ApproveMinutes) && task.State != TaskState.Waiting : portal.May(Permission.OrganizeMeetings) && task.State != TaskState.Waiting;
        return !may ? null : task.Path.StartsWith('#') ? task.Path : $"/rakor/{Id}/{task.Path}";
    }

    /// <summary>"Mata acara 2. Menghasilkan RTL 3/2026."</summary>
    public string Origin(DecisionView decision)
    {
        var yields = string.Join(", ", Meeting.FollowUps.Where(f => f.DecisionId == decision.Id).Select(f => f.Label));
        string?[] sentences = [decision.AgendaOrder is { } order ? $"Mata acara {order}." : null, yields.Length > 0 ? $"Menghasilkan {yields}." : null];
        return string.Join(' ', sentences.Where(s => s is not null));
    }
}
