using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.ViewHouseholdTotals)]
public sealed class TotalsModel(HouseholdTotalsQuery query, ConditionTotalsQuery conditionQuery, CurrentSettings settings, Actor actor) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "kecamatan")]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    [BindProperty(SupportsGet = true, Name = "kondisi")]
    public string? ConditionSlug { get; set; }

    public HouseholdConditions Condition => HouseholdConditionNames.Parse([ConditionSlug]);

    /// <summary>Only where a condition was chosen.</summary>
    public ConditionTotalsTable? ByCondition { get; private set; }

    public IReadOnlyList<ConditionTotals> ConditionRows { get; private set; } = [];

    public HouseholdTotalsTable Table { get; private set; } = null!;

    public PagedList<HouseholdTotals> List { get; private set; } = null!;

    /// <summary>Deciles 1 to this are the target.</summary>
    public int Target { get; private set; }

    public bool MayOpenFamilies => actor.May(Permission.ViewHouseholds);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Target = (await settings.GetAsync(ct)).Settings.TargetDecile;
        Table = await query.RunAsync(Blank.ToNull(District), ct);
        var page = Math.Max(1, PageNumber);
        if (Condition != 0)
        {
            ByCondition = await conditionQuery.RunAsync(Blank.ToNull(District), Condition, ct);
            ConditionRows = [.. ByCondition.Rows.Skip((page - 1) * Paging.DefaultSize).Take(Paging.DefaultSize)];
        }

        List = new([.. Table.Rows.Skip((page - 1) * Paging.DefaultSize).Take(Paging.DefaultSize)], page, Paging.DefaultSize, Table.Rows.Count, false);
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var (areas, rows) = await query.AllAsync(ct);
        List<(string, Func<HouseholdTotals, object?>)> columns =
        [
            ("kode_kecamatan", r => areas.DistrictOf(r.Area!.Id)?.Code), ("kecamatan", r => areas.DistrictOf(r.Area!.Id)?.Name), ("kode_desa", r => r.Area!.Code), ("desa", r => r.Area!.Name),
            ("keluarga", r => r.Households), ("anggota", r => r.Members), ("tersentuh", r => r.Reached), ("belum_tersentuh", r => r.Unreached),
            .. Enumerable.Range(1, 10).SelectMany(d => new (string, Func<HouseholdTotals, object?>)[]
            {
                (FormattableString.Invariant($"desil_{d}"), r => r.Deciles[d]), (FormattableString.Invariant($"desil_{d}_belum_tersentuh"), r => r.UnreachedByDecile[d]),
            }),
            ("desil_belum_diketahui", r => r.Deciles[0]),
        ];
        return File(SpreadsheetFile.Write("Keluarga per desa", columns, rows), SpreadsheetFile.ContentType, "keluarga-per-desa.xlsx");
    }

    /// <summary>The list behind a number, for those who may read it.</summary>
    public string? FamiliesOf(HouseholdTotals row, string? deciles, bool unreached = false) => Families(row.Area, deciles, unreached);

    public string? FamiliesOf(ConditionTotals row, string? deciles, bool unreached = false) => Families(row.Area, deciles, unreached);

    private string? Families(Place? place, string? deciles, bool unreached)
    {
        if (!MayOpenFamilies || place is not { } area) return null;
        var isVillage = Table.District is not null;
        // Written out, not asked of the routes: a page has some 200 of these links, and codes and slugs need no escaping.
        return $"/keluarga?{(isVillage ? "desa" : "kecamatan")}={area.Code}{(deciles is null ? "" : $"&desil={deciles}")}{(unreached ? "&tersentuh=belum" : "")}{(Condition == 0 ? "" : $"&kondisi={HouseholdConditionNames.SlugOf(Condition)}")}";
    }
}
