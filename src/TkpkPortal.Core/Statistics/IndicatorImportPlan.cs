using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Statistics;

/// <summary>Holds a file against what is stored. Applying it is a separate act.</summary>
internal sealed class IndicatorImportPlan
{
    private const int SourceLength = 250;

    private readonly List<(IndicatorFileRow Row, Reading Reading)> _good = [];
    private readonly List<RowProblem> _problems = [];
    private readonly Dictionary<Key, IndicatorValue> _kept;
    private readonly ILookup<string, Indicator> _indicators;
    private readonly Dictionary<string, Area> _areas;
    private readonly int _thisYear;
    private readonly decimal _implausibleGrowth;

    private IndicatorImportPlan(ILookup<string, Indicator> indicators, Dictionary<string, Area> areas, Dictionary<Key, IndicatorValue> kept, int thisYear, decimal implausibleGrowth) =>
        (_indicators, _areas, _kept, _thisYear, _implausibleGrowth) = (indicators, areas, kept, thisYear, implausibleGrowth);

    internal sealed record Key(Guid IndicatorId, Guid AreaId, int Year, int? Month, Breakdown Breakdown);

    private sealed record Reading(Indicator Indicator, Area Area, Key Key, decimal Value, bool? IsProvisional, string? Source);

    public static async Task<IndicatorImportPlan> MakeAsync(TkpkDbContext db, IndicatorFile file, int thisYear, decimal implausibleGrowth, CancellationToken ct)
    {
        var indicators = (await db.Indicators.ToListAsync(ct)).ToLookup(i => CodeKey(i.Code));
        var codes = file.Rows.Select(r => AreaText(r.AreaCode)).OfType<string>().Distinct().ToList();
        var areas = await db.Areas.Where(a => codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, ct);
        var areaIds = areas.Values.Select(a => a.Id).ToList();
        var indicatorIds = file.Rows.SelectMany(r => indicators[CodeKey(r.Indicator)]).Concat(indicators[IndicatorCodes.HeadcountRatio]).Concat(indicators[CodeKey(IndicatorCodes.PoorPopulation)]).Select(i => i.Id).Distinct().ToList();
        var kept = await db.IndicatorValues.Where(v => areaIds.Contains(v.AreaId) && indicatorIds.Contains(v.IndicatorId))
            .ToDictionaryAsync(v => new Key(v.IndicatorId, v.AreaId, v.Year, v.Month, v.Breakdown), ct);
        var plan = new IndicatorImportPlan(indicators, areas, kept, thisYear, implausibleGrowth);
        var seen = new Dictionary<Key, int>();
        foreach (var row in file.Rows) plan.Take(row, seen);
        return plan;
    }

    /// <summary>Without touching anything.</summary>
    public IndicatorImport Describe()
    {
        var figures = _good.Where(g => IsNew(g.Reading) || IsChanged(g.Reading))
            .Select(g => new ImportedFigure(
                g.Row.Number, g.Reading.Indicator.Code, g.Reading.Area.Name, new Period(g.Reading.Key.Year, g.Reading.Key.Month).ToString(),
                _kept.GetValueOrDefault(g.Reading.Key)?.Value, g.Reading.Value, g.Reading.Indicator.Decimals)).ToList();
        var added = _good.Count(g => IsNew(g.Reading));
        var bad = _problems.Select(p => p.Row).Distinct().Count();
        return new(_good.Count + bad, added, figures.Count - added, _good.Count - figures.Count, figures, _problems, Warnings());
    }

    /// <summary>Adds and changes the values in the context; the caller saves.</summary>
    public void Apply(TkpkDbContext db)
    {
        foreach (var (_, reading) in _good.Where(g => IsNew(g.Reading) || IsChanged(g.Reading)))
        {
            var period = new Period(reading.Key.Year, reading.Key.Month);
            var value = _kept.GetValueOrDefault(reading.Key) ?? db.IndicatorValues.Add(new(reading.Key.IndicatorId, reading.Key.AreaId, period, reading.Key.Breakdown)).Entity;
            value.Label = ValueCheck.Label(reading.Indicator, reading.Area, period);
            // An empty cell does not erase what is stored.
            value.Set(reading.Value, reading.IsProvisional ?? value.IsProvisional, reading.Source ?? value.SourceDocument);
        }
    }

    private bool IsNew(Reading reading) => !_kept.ContainsKey(reading.Key);

    private bool IsChanged(Reading reading) => _kept.TryGetValue(reading.Key, out var kept)
        && (kept.Value != reading.Value || (reading.IsProvisional ?? kept.IsProvisional) != kept.IsProvisional || (reading.Source ?? kept.SourceDocument) != kept.SourceDocument);

    private void Take(IndicatorFileRow row, Dictionary<Key, int> seen)
    {
        var before = _problems.Count;
        var indicator = _indicators[CodeKey(row.Indicator)].FirstOrDefault();
        if (indicator is null) Refuse(row, "indikator", row.Indicator, new(StatisticsRules.UnknownIndicator, null, row.Indicator));
        else if (!indicator.IsActive) Refuse(row, "indikator", row.Indicator, new(StatisticsRules.IndicatorInactive, null, indicator.Code));
        var area = AreaText(row.AreaCode) is { } code ? _areas.GetValueOrDefault(code) : null;
        if (area is null) Refuse(row, "kode_wilayah", row.AreaCode, new(StatisticsRules.UnknownArea, null, row.AreaCode));
        if (!Whole(row.Year, out var year) || year < Period.FirstYear || year > _thisYear) Refuse(row, "tahun", row.Year, new(StatisticsRules.YearOutOfRange, null, Period.FirstYear, _thisYear));
        int? month = null;
        if (row.Month.Length > 0 && (!Whole(row.Month, out var read) || (month = read) is < 1 or > 12)) Refuse(row, "bulan", row.Month, new(StatisticsRules.MonthOutOfRange));
        if (!BreakdownNames.TryParse(row.Breakdown, out var breakdown)) Refuse(row, "rincian", row.Breakdown, new(StatisticsRules.BreakdownUnknown, null, row.Breakdown));
        if (!TryYesNo(row.Provisional, out var provisional)) Refuse(row, "sementara", row.Provisional, new(StatisticsRules.ProvisionalUnknown, null, row.Provisional));
        if (row.Source.Length > SourceLength) Refuse(row, "sumber", row.Source[..40] + "…", new(StatisticsRules.SourceTooLong, null, SourceLength));
        if (FileNumber.Read(row.Value, indicator?.Decimals ?? 2, out var value) is { } unreadable) Refuse(row, "nilai", row.Value, unreadable);
        else if (indicator is not null && ValueCheck.ProblemOfValue(indicator, value) is { } impossible) Refuse(row, "nilai", row.Value, impossible);
        if (_problems.Count > before) return;
        var key = new Key(indicator!.Id, area!.Id, year, month ?? indicator.UsualMonth, breakdown);
        if (seen.TryAdd(key, row.Number)) _good.Add((row, new(indicator, area, key, value, provisional, row.Source.Length > 0 ? row.Source : null)));
        else Refuse(row, "kode_wilayah", row.AreaCode, new(StatisticsRules.RowRepeated, null, seen[key]));
    }

    private void Refuse(IndicatorFileRow row, string column, string content, RuleBrokenException broken) =>
        _problems.Add(new(row.Number, column, content, broken.Rule.Code, broken.Message));

    /// <summary>Implausible steps as they would stand after the import, in areas the file touches.</summary>
    private List<string> Warnings()
    {
        var after = _kept.ToDictionary(k => k.Key, k => k.Value.Value);
        foreach (var (_, reading) in _good) after[reading.Key] = reading.Value;
        var touched = _good.Where(g => IndicatorCodes.IsPair(g.Reading.Indicator.Code)).Select(g => (g.Reading.Area, g.Reading.Key.Year)).ToHashSet();
        IReadOnlyList<Figure> Series(Area area, string code) => IndicatorSeries.OnePerYear(
            after.Where(v => v.Key.AreaId == area.Id && v.Key.Breakdown == Breakdown.None && v.Key.IndicatorId == _indicators[CodeKey(code)].First().Id)
                .Select(v => new Figure(v.Key.Year, v.Key.Month, v.Value, false, null)));
        return
        [
            .. touched.Select(t => t.Area).Distinct().SelectMany(area => ImpliedPopulation
                .Steps(Series(area, IndicatorCodes.HeadcountRatio), Series(area, IndicatorCodes.PoorPopulation), _implausibleGrowth)
                .Where(s => s.IsImplausible && (touched.Contains((area, s.Year)) || touched.Contains((area, s.Year - 1))))
                .Select(s => $"{area.Name}: {s.Warning}")),
        ];
    }

    private static bool Whole(string text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>A spreadsheet keeps 00 as 0.</summary>
    private static string? AreaText(string text) => AreaCode.TryParse(text.Trim() == "0" ? AreaCode.NationText : text, out var code) ? code.Text : null;

    private static string CodeKey(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static bool TryYesNo(string text, out bool? value)
    {
        bool? read = null;
        var known = true;
        switch (text.Trim().ToUpperInvariant())
        {
            case "": break;
            case "YA" or "Y" or "1" or "SEMENTARA" or "TRUE": read = true; break;
            case "TIDAK" or "T" or "0" or "TETAP" or "FALSE": read = false; break;
            default: known = false; break;
        }

        value = read;
        return known;
    }
}
