using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals.Centre;

/// <summary>What was sent to the centre, dispatch by dispatch.</summary>
[Permit(Permission.SendProposals)]
public sealed class DispatchesModel(DispatchListQuery query, Actor actor, KabupatenClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<DispatchRow> List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => List = await query.RunAsync(PageNumber, ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var at = Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName);
        return File(
            SpreadsheetFile.Write<DispatchRow>(
                "Pengiriman",
                [
                    ("nomor", r => r.Number), ("periode", r => Indonesian.MonthYear(r.CycleMonth)), ("usulan", r => r.Count), ("menunggu", r => r.Waiting), ("diterima", r => r.Accepted), ("ditolak", r => r.Rejected),
                    ("catatan", r => r.Note), ("dikirim_oleh", r => r.SentBy), ("dikirim_pada", r => Indonesian.LongDateTime(clock.Local(r.SentAt), clock.ZoneName)), ("diunduh_oleh", _ => actor.Name), ("diunduh_pada", _ => at),
                ],
                await query.AllAsync(ct)),
            SpreadsheetFile.ContentType,
            "pengiriman.xlsx");
    }
}
