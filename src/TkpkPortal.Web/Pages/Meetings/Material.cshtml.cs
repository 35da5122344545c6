using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

/// <summary>Freezes what is seen: the figures of one cycle become the meeting's own.</summary>
[Permit(Permission.OrganizeMeetings)]
public sealed class MaterialModel(MeetingQuery query, CycleFiguresQuery figuresQuery, FreezeMaterial freezeMaterial, KabupatenClock clock) : PageModel, IPreparesPage
{
    private const int MonthsBack = 24;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Any day of the month.</summary>
    [BindProperty(SupportsGet = true, Name = "periode")]
    public DateOnly? Cycle { get; set; }

    public MeetingView Meeting { get; private set; } = null!;

    public MpmMaterial Figures { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Months { get; private set; } = [];

    /// <summary>The month whose figures are shown, as its choice has it.</summary>
    public string Chosen => Value(Figures.CycleMonth);

    public async Task PrepareAsync(CancellationToken ct)
    {
        Meeting = await query.RunAsync(Id, ct);
        var newest = new DateOnly(clock.Today.Year, clock.Today.Month, 1).AddMonths(1);
        Months = [.. Enumerable.Range(0, MonthsBack).Select(i => newest.AddMonths(-i)).Select(m => new SelectListItem(Indonesian.MonthYear(m), Value(m)))];
        Cycle ??= Meeting.Material?.CycleMonth ?? newest.AddMonths(-1);
        Figures = await figuresQuery.RunAsync(Cycle.Value, ct);
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        await freezeMaterial.RunAsync(Id, Figures, ct);
        this.Tell($"Angka periode {Indonesian.MonthYear(Figures.CycleMonth)} dibekukan sebagai bahan rapat.");
        return RedirectToPage("Details", new { Id });
    }

    private static string Value(DateOnly month) => month.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
