using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.ViewProposals)]
public sealed class IndexModel(DeliberationListQuery query, Actor actor, KabupatenClock clock) : PageModel
{
    public const string Open = "terbuka";
    public const string Closed = "ditutup";

    private const string MonthFormat = "yyyy-MM";
    private const int MonthsBack = 24;

    [BindProperty(SupportsGet = true, Name = "periode")]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true, Name = "keadaan")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public DeliberationListing Listing { get; private set; } = null!;

    public DateOnly? MonthOnly => DateOnly.TryParseExact(Month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    /// <summary>Next month, and back from there; and the one asked for, whichever it is.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            var next = new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddMonths(1);
            var months = Enumerable.Range(0, MonthsBack).Select(i => next.AddMonths(-i)).ToList();
            return MonthOnly is { } asked && !months.Contains(asked) ? months.Append(asked) : months;
        }
    }

    private DeliberationFilter Filter => new(MonthOnly, Village = Blank.ToNull(Village), State switch { Open => true, Closed => false, _ => null });

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (State is not (Open or Closed)) State = null;
        Listing = await query.RunAsync(Filter, new(After, Before), ct);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        try
        {
            return File(DeliberationSheets.List(await query.ExportAsync(Filter, ct), actor.Name, clock), SpreadsheetFile.ContentType, "musyawarah.xlsx");
        }
        catch (RuleBrokenException refused)
        {
            this.Tell(refused.Message);
            return Redirect(Address());
        }
    }

    public static string Text(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    public string Address(Guid? after = null, Guid? before = null, string? handler = null) =>
        Url.Page("Index", handler, new { periode = MonthOnly is { } month ? Text(month) : null, desa = Blank.ToNull(Village), keadaan = Blank.ToNull(State), sesudah = after, sebelum = before })!;
}
