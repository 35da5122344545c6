using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Statistics;

[Permit(Permission.ViewStatistics)]
public sealed class IndexModel(PovertyOverviewQuery povertyQuery, IndicatorOverviewQuery indicatorQuery, StatisticsChoicesQuery choicesQuery) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "wilayah")]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "indikator")]
    public string? Indicator { get; set; }

    public StatisticsChoices Choices { get; private set; } = null!;

    /// <summary>Set when rate and count are asked for.</summary>
    public PovertyOverview? Poverty { get; private set; }

    /// <summary>Set when any other indicator is asked for.</summary>
    public IndicatorOverview? Other { get; private set; }

    public bool IsPair => string.IsNullOrEmpty(Indicator) || IndicatorCodes.IsPair(Indicator);

    public FigureArea? ShownArea => Poverty?.Area ?? Other?.Area;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await choicesQuery.RunAsync(onlyWithFigures: true, ct);
        var area = string.IsNullOrEmpty(Area) ? null : Area;
        if (IsPair) Poverty = await povertyQuery.RunAsync(area, ct);
        else Other = await indicatorQuery.RunAsync(area, Indicator!, ct);
        if (ShownArea is null && (area is not null || (!IsPair && Choices.Indicators.All(i => i.Code != Indicator)))) throw new RecordNotFoundException();
    }
}
