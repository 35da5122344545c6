using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class AttendanceModel(MeetingQuery query, AttendanceQuery attendanceQuery, RecordAttendance recordAttendance) : PageModel, IPreparesPage
{
    private const int BlankRows = 4;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    [BindProperty]
    public List<AttendeeInput> Rows { get; set; } = [];

    [BindProperty]
    [Display(Name = "Tempel daftar")]
    public string? Pasted { get; set; }

    public MeetingView Meeting { get; private set; } = null!;

    public PagedList<AttendeeView> List { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Meeting = await query.RunAsync(Id, ct);
        List = await attendanceQuery.RunAsync(Id, PageNumber, ct);
        while (Rows.Count < BlankRows) Rows.Add(new());
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var typed = Rows.Select((row, index) => (row, index)).Where(r => !r.row.IsBlank).Select(r => r.row.ToLine(r.index + 1));
        List<AttendeeLine> lines = [.. typed, .. AttendanceText.Read(Pasted)];
        var added = await recordAttendance.RunAsync(Id, lines, ct);
        var known = lines.Count - added;
        this.Tell($"{Indonesian.Count(added, "orang")} tercatat hadir." + (known > 0 ? $" {Indonesian.Count(known, "orang")} sudah ada di daftar dan tidak dicatat lagi." : ""));
        return RedirectToPage(new { Id });
    }
}
