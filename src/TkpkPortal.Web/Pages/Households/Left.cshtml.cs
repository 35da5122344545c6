using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.ViewHouseholds)]
public sealed class LeftModel(LeftHouseholdListQuery query, Actor actor, KabupatenClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true, Name = "alasan")]
    public LeaveReason? Reason { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public LeftHouseholdListing Listing { get; private set; } = null!;

    private HouseholdFilter Filter => new(null, Blank.ToNull(Village), null, false);

    public async Task OnGetAsync(CancellationToken ct) => Listing = await query.RunAsync(Filter, Reason, new(After, Before), ct);

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        try
        {
            var (areas, list, _) = await query.ExportAsync(Filter, Reason, ct);
            return File(WorklistSheets.Left(list.Items, areas, actor.Name, clock), SpreadsheetFile.ContentType, "keluarga-keluar.xlsx");
        }
        catch (RuleBrokenException refused)
        {
            this.Tell(refused.Message);
            return Redirect(Address());
        }
    }

    public string Address(Guid? after = null, Guid? before = null, string? handler = null) =>
        Url.Page("Left", handler, new { desa = Blank.ToNull(Village), alasan = Reason, sesudah = after, sebelum = before })!;
}
