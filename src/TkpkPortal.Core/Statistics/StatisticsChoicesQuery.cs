using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

/// <summary>What pickers of indicators and areas offer.</summary>
public sealed record StatisticsChoices(IReadOnlyList<IndicatorChoice> Indicators, IReadOnlyList<FigureArea> Areas);

public sealed record IndicatorChoice(Guid Id, string Code, string Name, string Unit, string Field, bool IsActive);

public sealed class StatisticsChoicesQuery(TkpkDbContext db, CurrentSettings settings, KeptViews kept)
{
    /// <summary>
    /// All indicators, and the areas worth offering, ours first: with <paramref name="onlyWithFigures"/> the regencies that have a figure,
    /// else also the nation, our province and its regencies, and every area that has one.
    /// </summary>
    public async Task<StatisticsChoices> RunAsync(bool onlyWithFigures, CancellationToken ct)
    {
        var ours = (await settings.GetAsync(ct)).Regency;
        return await kept.GetAsync((nameof(StatisticsChoicesQuery), onlyWithFigures, ours?.Code), () => ReadAsync(onlyWithFigures, ours, ct));
    }

    private async Task<StatisticsChoices> ReadAsync(bool onlyWithFigures, Area? ours, CancellationToken ct)
    {
        var indicators = await db.Indicators.AsNoTracking().OrderBy(i => i.Field == "Kemiskinan" ? 0 : 1).ThenBy(i => i.Field).ThenBy(i => i.Name)
            .Select(i => new IndicatorChoice(i.Id, i.Code, i.Name, i.Unit, i.Field, i.IsActive)).ToListAsync(ct);
        var prefix = ours?.Code[..2] ?? "";
        var areas = db.Areas.AsNoTracking().Where(a => a.Level == AreaLevel.Regency || (!onlyWithFigures && (a.Level == AreaLevel.Province || a.Level == AreaLevel.Nation)));
        areas = onlyWithFigures
            ? areas.Where(a => db.IndicatorValues.Any(v => v.AreaId == a.Id))
            : areas.Where(a => a.Code == AreaCode.NationText || a.Code.StartsWith(prefix) || db.IndicatorValues.Any(v => v.AreaId == a.Id));
        var found = await areas.OrderBy(a => a.Code).Select(a => new FigureArea(a.Id, a.Code, a.Name, a.Level)).ToListAsync(ct);
        return new(indicators, [.. found.OrderBy(a => a.Code == ours?.Code ? 0 : 1).ThenBy(a => a.Code, StringComparer.Ordinal)]);
    }
}
