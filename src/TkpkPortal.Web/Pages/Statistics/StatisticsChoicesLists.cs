using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Web.Pages.Statistics;

/// <summary>Choices as select boxes show them.</summary>
internal static class StatisticsChoicesLists
{
    public static IEnumerable<SelectListItem> Indicators(this StatisticsChoices choices) =>
        choices.Indicators.Where(i => i.IsActive).Select(i => new SelectListItem($"{i.Name}, {i.Unit}", i.Id.ToString())).Prepend(new("Pilih indikator", ""));

    public static IEnumerable<SelectListItem> Areas(this StatisticsChoices choices) =>
        choices.Areas.Select(a => new SelectListItem($"{a.Code} {a.Title}", a.Id.ToString())).Prepend(new("Pilih wilayah", ""));

    public static IEnumerable<SelectListItem> Months() =>
        Enumerable.Range(1, 12).Select(m => new SelectListItem(Indonesian.Month(m), $"{m}")).Prepend(new("Menurut sumber indikator", ""));

    public static IEnumerable<SelectListItem> Breakdowns() => Enum.GetValues<Breakdown>().Select(b => new SelectListItem(BreakdownNames.Of(b), b.ToString()));

    public static IEnumerable<SelectListItem> Polarities() => Enum.GetValues<Polarity>().Select(p => new SelectListItem(PolarityNames.Of(p), p.ToString()));
}
