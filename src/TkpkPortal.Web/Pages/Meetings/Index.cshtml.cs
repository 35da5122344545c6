using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.ViewMeetings)]
public sealed class IndexModel(MeetingListQuery query) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tahun")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<MeetingRow> List { get; private set; } = null!;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public string ExportUrl => Url.Page("Index", "Export", new { tahun = Year })!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Year is < 1 or > 9999) Year = null;
        List = await query.RunAsync(Year, PageNumber, ct);
        Years = await query.YearsAsync(ct);
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        if (Year is < 1 or > 9999) Year = null;
        return File(
            SpreadsheetFile.Write<MeetingRow>(
                "Rakor",
                [
                    ("id", r => r.Id), ("rakor", r => r.Title), ("tanggal", r => r.Date), ("tempat", r => r.Place), ("hadir", r => r.Attendees), ("keputusan", r => r.Decisions),
                    ("tindak_lanjut", r => r.FollowUps), ("selesai", r => r.Done), ("terlambat", r => r.Late),
                    ("notulen", r => r.Status == MeetingStatus.MinutesApproved ? "disahkan" : "belum disahkan"),
                ],
                await query.AllAsync(Year, ct)),
            SpreadsheetFile.ContentType,
            "rakor.xlsx");
    }
}
