using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.ViewHouseholds)]
public sealed class IndexModel(HouseholdListQuery query, ExportHouseholds exportHouseholds, Actor actor, KabupatenClock clock) : PageModel
{
    private const string Unreached = "belum";

    [BindProperty(SupportsGet = true, Name = "kecamatan")]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true, Name = "desil")]
    public string? Deciles { get; set; }

    [BindProperty(SupportsGet = true, Name = "tersentuh")]
    public string? Reached { get; set; }

    [BindProperty(SupportsGet = true, Name = "kondisi")]
    public string[] ConditionSlugs { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public HouseholdListing Listing { get; private set; } = null!;

    public bool OnlyUnreached => Reached == Unreached;

    public HouseholdConditions Conditions => HouseholdConditionNames.Parse(ConditionSlugs);

    public DecileSpan? Span => DecileSpan.Parse(Deciles);

    private HouseholdFilter Filter => HouseholdFilter.In(District, Village, Span, OnlyUnreached) with { Conditions = Conditions };

    public async Task OnGetAsync(CancellationToken ct)
    {
        var filter = Filter;
        Listing = await query.RunAsync(filter, new(After, Before), ct);
        Village = filter.VillageCode;
        District = filter.DistrictCode ?? (filter.VillageCode is { } code ? Listing.Areas.Districts.FirstOrDefault(d => code.StartsWith(d.Code + ".", StringComparison.Ordinal))?.Code : null);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        try
        {
            return File(HouseholdSheet.Write(await exportHouseholds.RunAsync(Filter, ct), actor.Name, clock), SpreadsheetFile.ContentType, "keluarga.xlsx");
        }
        catch (RuleBrokenException refused)
        {
            this.Tell(refused.Message);
            return Redirect(Address());
        }
    }

    /// <summary>This list with some of its filters left out or a page turned.</summary>
    public string Address(bool area = true, bool village = true, bool decile = true, bool reach = true, HouseholdConditions without = HouseholdConditions.None, Guid? after = null, Guid? before = null, string? handler = null) =>
        Url.Page("Index", handler, new
        {
            kecamatan = area ? District : null,
            desa = area && village ? Village : null,
            desil = decile ? Span?.Text : null,
            tersentuh = reach && OnlyUnreached ? Unreached : null,
            kondisi = HouseholdConditionNames.Each(Conditions & ~without).Select(HouseholdConditionNames.SlugOf).ToArray(),
            sesudah = after,
            sebelum = before,
        })!;
}
