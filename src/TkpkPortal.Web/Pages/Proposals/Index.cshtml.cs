using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.ViewProposals)]
public sealed class IndexModel(ProposalListQuery query, CycleCalendarQuery calendarQuery, Actor actor, KabupatenClock clock) : PageModel, IPreparesPage
{
    [BindProperty(SupportsGet = true, Name = "tahap")]
    public ProposalStage? Stage { get; set; }

    [BindProperty(SupportsGet = true, Name = "jenis")]
    public ProposalKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "kecamatan")]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    /// <summary>"2026-11".</summary>
    [BindProperty(SupportsGet = true, Name = "periode")]
    public string? Cycle { get; set; }

    [BindProperty(SupportsGet = true, Name = "terlambat")]
    public bool Overdue { get; set; }

    [BindProperty(SupportsGet = true, Name = "nomor")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    /// <summary>Posted, because people type names into any box.</summary>
    [BindProperty(Name = "Cari")]
    public string? Typed { get; set; }

    public ProposalListing Listing { get; private set; } = null!;

    public CycleCalendar Calendar { get; private set; } = null!;

    public DateOnly? Month => DateOnly.TryParseExact(Cycle + "-01", "yyyy-MM-dd", out var month) ? month : null;

    private ProposalFilter Filter => new(
        Stage, Kind, Blank.ToNull(District), Blank.ToNull(Village) is { } desa && (Blank.ToNull(District) is not { } district || desa.StartsWith(district + ".", StringComparison.Ordinal)) ? desa : null, Month, Overdue) { Number = Number };

    public async Task PrepareAsync(CancellationToken ct)
    {
        var filter = Filter;
        Listing = await query.RunAsync(filter, new(After, Before), ct);
        Calendar = await calendarQuery.RunAsync(ct);
        (District, Village) = (filter.DistrictCode, filter.VillageCode);
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public IActionResult OnPost() => ProposalNames.ParseNumber(Typed) is { } number
        ? RedirectToPage("Index", new { nomor = number })
        : throw new RuleBrokenException(DraftRules.NumberUnreadable, "Cari");

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        try
        {
            var rows = await query.ExportAsync(Filter, ct);
            return File(ProposalSheet.Write(rows, actor.Name, clock), SpreadsheetFile.ContentType, "usulan.xlsx");
        }
        catch (RuleBrokenException refused)
        {
            this.Tell(refused.Message);
            return Redirect(Address(Stage));
        }
    }

    /// <summary>This list at another stage or with a page turned; the other filters stay.</summary>
    public string Address(ProposalStage? stage, Guid? after = null, Guid? before = null, string? handler = null) => Url.Page(
        "Index", handler,
        new { tahap = stage, jenis = Kind, kecamatan = District, desa = Village, periode = Month?.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture), terlambat = Overdue ? "true" : null, nomor = Number, sesudah = after, sebelum = before })!;
}
