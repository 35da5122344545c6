using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.ViewHouseholds)]
public sealed class UnmatchedModel(UnmatchedTotalsQuery totalsQuery, UnmatchedListQuery listQuery, Actor actor, KabupatenClock clock) : PageModel
{
    private const string Card = "kk";

    [BindProperty(SupportsGet = true, Name = "kecamatan")]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true, Name = "jenis")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public bool People => Kind != Card;

    public UnmatchedTotals Totals { get; private set; } = null!;

    public PagedList<UnmatchedVillage> Villages { get; private set; } = null!;

    public UnmatchedListing? Listing { get; private set; }

    private HouseholdFilter Filter => HouseholdFilter.In(District, Village);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Totals = await totalsQuery.RunAsync(Filter, ct);
        Villages = Totals.Page(PageNumber);
        Village = Totals.Desa?.Code;
        if (Totals.Desa is { } desa) Listing = await listQuery.RunAsync(desa.Id, People, new(After, Before), ct);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        var totals = await totalsQuery.RunAsync(Filter, ct);
        try
        {
            var villages = (Filter with { VillageCode = totals.Desa?.Code }).VillagesIn(totals.Areas);
            return File(WorklistSheets.Unmatched(await listQuery.ExportAsync(villages, People, ct), totals.Areas, actor.Name, clock), SpreadsheetFile.ContentType, "belum-padan.xlsx");
        }
        catch (RuleBrokenException refused)
        {
            this.Tell(refused.Message);
            return Redirect(Address());
        }
    }

    public string Address(bool? people = null, Guid? after = null, Guid? before = null, string? handler = null) =>
        Url.Page("Unmatched", handler, new { kecamatan = Blank.ToNull(District), desa = Blank.ToNull(Village), jenis = people ?? People ? null : Card, sesudah = after, sebelum = before })!;
}
