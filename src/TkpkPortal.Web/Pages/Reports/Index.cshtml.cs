using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Reports;

namespace TkpkPortal.Web.Pages.Reports;

[Permit(Permission.ViewReports)]
public sealed class IndexModel(MeetingListQuery query, PortalPage portal) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<MeetingRow> Meetings { get; private set; } = null!;

    public IReadOnlyList<CataloguedPaper> Reports => [.. PaperCatalogue.Papers.Where(p => portal.May(p.Permission))];

    public bool ListsAttendance => portal.May(Permission.OrganizeMeetings);

    public async Task OnGetAsync(CancellationToken ct) => Meetings = await query.RunAsync(null, PageNumber, ct);
}
