using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.FollowUps;

[Permit(Permission.ViewFollowUps)]
public sealed class IndexModel(FollowUpListQuery query, InvitationQuery agencyQuery, PortalPage portal) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "status")]
    public string? Status { get; set; }

    /// <summary>An id, or "semua". Without it people of an OPD see their own.</summary>
    [BindProperty(SupportsGet = true, Name = "opd")]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true, Name = "tahun")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "terlambat")]
    public bool OnlyLate { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<FollowUpRow> List { get; private set; } = null!;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    public Guid? AgencyId => Guid.TryParse(Agency, out var id) ? id : string.IsNullOrEmpty(Agency) ? portal.Actor.AgencyId : null;

    public string ExportUrl => Url.Page("Index", "Export", new { status = Status, opd = Agency, tahun = Year, terlambat = OnlyLate })!;

    private FollowUpFilter Filter => new(FollowUpWords.Read(Status), Status == FollowUpWords.Open, AgencyId, OnlyLate, Year);

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = await query.RunAsync(Filter, PageNumber, ct);
        Years = await query.YearsAsync(ct);
        Agencies = (await agencyQuery.RunAsync(null, ct)).Agencies;
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var today = portal.Clock.Today;
        return File(
            SpreadsheetFile.Write<FollowUpRow>(
                "Tindak lanjut",
                [
                    ("nomor", r => r.Label), ("rakor", r => r.MeetingTitle), ("tanggal_rakor", r => r.MeetingDate), ("uraian", r => r.Text), ("keluaran", r => r.Output),
                    ("opd", r => r.AgencyName), ("tenggat", r => r.DueOn), ("status", r => FollowUpStatusNames.Of(r.Status)), ("hari_terlambat", r => r.DaysLate(today)),
                    ("catatan_terakhir", r => r.LastNote), ("dilaporkan_pada", r => r.LastReportAt is { } at ? DateOnly.FromDateTime(portal.Clock.Local(at)) : null), ("id", r => r.Id),
                ],
                await query.AllAsync(Filter, ct)),
            SpreadsheetFile.ContentType,
            "tindak-lanjut.xlsx");
    }
}
