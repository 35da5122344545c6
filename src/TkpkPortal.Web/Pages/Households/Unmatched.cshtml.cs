using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
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

    public HouseholdAreas Areas { get; private set; } = null!;

    public Place? Desa { get; private set; }

    public KeysetList<UnmatchedRow>? List { get; private set; }

    public Withheld Withheld { get; private set; } = Withheld.None;

    public PagedList<UnmatchedVillage> Totals { get; private set; } = null!;

    public int WithoutNik { get; private set; }

    public int WithoutCard { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var rows = await ReadAsync(ct);
        if (Desa is { } desa)
        {
            (List, Withheld) = await listQuery.RunAsync(desa.Id, People, new(After, Before), ct);
            return;
        }

        (WithoutNik, WithoutCard) = (rows.Sum(r => r.WithoutNik), rows.Sum(r => r.WithoutCard));
        var page = Math.Max(1, PageNumber);
        Totals = new([.. rows.Skip((page - 1) * Paging.DefaultSize).Take(Paging.DefaultSize)], page, Paging.DefaultSize, rows.Count, false);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        try
        {
            var villages = new HouseholdFilter(Blank.ToNull(District), Desa?.Code, null, false).VillagesIn(Areas);
            return File(WorklistSheets.Unmatched(await listQuery.ExportAsync(villages, People, ct), Areas, actor.Name, clock), SpreadsheetFile.ContentType, "belum-padan.xlsx");
        }
        catch (RuleBrokenException refused)
        {
            this.Tell(refused.Message);
            return Redirect(Address());
        }
    }

    public string Place(UnmatchedRow row) =>
        string.Join(", ", new[] { row.Address, row.Hamlet, row.Rt is null ? null : $"RT {row.Rt}", row.Rw is null ? null : $"RW {row.Rw}" }.Where(p => p is not null));

    public string Address(bool? people = null, Guid? after = null, Guid? before = null, string? handler = null) =>
        Url.Page("Unmatched", handler, new { kecamatan = Blank.ToNull(District), desa = Blank.ToNull(Village), jenis = people ?? People ? null : Card, sesudah = after, sebelum = before })!;

    /// <summary>A desa left over from another kecamatan gives way to the kecamatan just chosen. Who has one desa sees its list at once.</summary>
    private async Task<IReadOnlyList<UnmatchedVillage>> ReadAsync(CancellationToken ct)
    {
        var district = Blank.ToNull(District);
        (Areas, var rows) = await totalsQuery.RunAsync(district, ct);
        var code = Blank.ToNull(Village) is { } desa && (district is null || desa.StartsWith(district + ".", StringComparison.Ordinal)) ? desa : null;
        Desa = code is not null ? new HouseholdFilter(null, code, null, false).VillagesIn(Areas)[0] : Areas.Villages is [var only] ? only : null;
        Village = Desa?.Code;
        return rows;
    }
}
