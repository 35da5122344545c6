using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>Invented series in the shape BPS publishes: rate and number stand apart, and after 2024 the rate falls while the number rises.</summary>
internal sealed class DemoStatistics(TkpkDbContext db, DemoLand land, int seed)
{
    private const string Source = "Data contoh";
    private const int FirstYear = 2015;
    private const int LastYear = 2025;
    private const int FirstExtremeYear = 2021;
    private const int FirstOtherYear = 2019;

    private static readonly double[] RegencyRate = [14.86, 14.52, 14.31, 13.54, 12.92, 13.38, 13.61, 12.74, 12.30, 11.72, 11.61];
    private static readonly double[] RegencyNumber = [43.26, 42.78, 42.66, 40.85, 39.45, 41.34, 42.56, 40.32, 39.40, 37.98, 38.12];
    private static readonly double[] RegencyGap = [2.62, 2.55, 2.47, 2.30, 2.16, 2.24, 2.31, 2.10, 1.98, 1.90, 1.84];
    private static readonly double[] RegencySeverity = [0.68, 0.66, 0.63, 0.57, 0.53, 0.56, 0.58, 0.51, 0.47, 0.43, 0.43];
    private static readonly double[] RegencyLine = [352410, 371205, 391870, 414620, 437915, 463280, 486530, 515940, 553120, 587658, 612340];
    private static readonly double[] RegencyExtreme = [4.02, 3.36, 2.81, 2.32, 1.92];
    private static readonly double[] ProvinceRate = [13.90, 13.60, 13.20, 12.70, 12.20, 12.50, 12.70, 11.75, 11.30, 10.85, 10.30];
    private static readonly double[] ProvinceExtreme = [3.42, 2.83, 2.31, 1.86, 1.48];
    private static readonly double[] NationRate = [11.30, 11.00, 10.80, 9.95, 9.55, 9.90, 10.25, 9.65, 9.45, 9.15, 8.60];
    private static readonly double[] NationExtreme = [2.14, 1.74, 1.32, 0.93, 0.85];
    private static readonly double[] PeerRates = [13.42, 12.87, 12.05, 11.18, 10.74, 9.86, 9.20, 12.31, 11.44, 10.95, 9.47, 8.83, 6.95, 7.62];

    // Code, month of the survey, our kabupaten's first and last year, and what a percent of poverty moves it elsewhere.
    private static readonly (string Code, int? Month, double First, double Last, double PerPercent, double Most)[] Others =
    [
        ("TPT", 8, 4.62, 3.87, 0.06, 99), ("RLS", null, 7.71, 8.34, -0.14, 12), ("UHH", null, 69.12, 71.05, -0.28, 75),
        ("SANITASI", 3, 71.40, 83.26, -1.1, 99.4), ("AIR_MINUM", 3, 76.85, 87.92, -0.9, 99.6),
    ];

    private static readonly double[] RateTargets = [13.40, 12.90, 12.30, 11.60, 10.90, 10.40, 9.80, 9.20, 8.60, 8.00];
    private static readonly double[] ExtremeTargets = [4.00, 3.00, 2.20, 1.40, 0.70, 0, 0, 0, 0, 0];
    private static readonly double[] UnemploymentTargets = [4.60, 4.50, 4.30, 4.10, 3.90, 3.80, 3.70, 3.60, 3.50, 3.40];

    private readonly DemoRandom _random = new(seed, DemoStream.Figures);
    private Dictionary<string, Indicator> _indicators = [];

    public async Task<int> AddAsync(CancellationToken ct)
    {
        _indicators = await db.Indicators.ToDictionaryAsync(i => i.Code, ct);
        List<IndicatorValue> values = [];
        Poverty(values, land.Regency, RegencyRate, RegencyNumber, RegencyGap, RegencySeverity, RegencyLine, RegencyExtreme);
        Derived(values, land.Province, ProvinceRate, 4_950, 0.85, ProvinceExtreme);
        Derived(values, land.Nation, NationRate, 255_000, 0.9, NationExtreme);
        for (var i = 0; i < land.Peers.Count; i++) Peer(values, land.Peers[i], PeerRates[i]);
        Other(values);
        await new BulkCopy<IndicatorValue>(db.Model).WriteAsync(db, values, ct);
        Targets(IndicatorCodes.HeadcountRatio, RateTargets);
        Targets(IndicatorCodes.ExtremePoverty, ExtremeTargets);
        Targets("TPT", UnemploymentTargets);
        return values.Count;
    }

    private void Peer(List<IndicatorValue> values, Area area, double lastRate)
    {
        var rates = new double[ProvinceRate.Length];
        for (var i = 0; i < rates.Length; i++) rates[i] = i == rates.Length - 1 ? lastRate : (lastRate * ProvinceRate[i] / ProvinceRate[^1]) + _random.Next(-0.25, 0.25);
        var extreme = ProvinceExtreme.Select(e => e * lastRate / ProvinceRate[^1] * _random.Next(0.9, 1.1)).ToArray();
        Derived(values, area, rates, _random.Next(180, 620), _random.Next(0.75, 1.05), extreme);
    }

    /// <summary>Number, depth, severity and line of an area of which only the rate is given. Population in thousand people.</summary>
    private void Derived(List<IndicatorValue> values, Area area, double[] rates, double population, double depth, double[] extreme) => Poverty(
        values, area, rates,
        [.. rates.Select((rate, i) => rate / 100 * population * Math.Pow(1.011, i))],
        [.. rates.Select((rate, i) => RegencyGap[i] / RegencyRate[i] * rate * depth)],
        [.. rates.Select((rate, i) => RegencySeverity[i] / RegencyRate[i] * rate * depth)],
        [.. RegencyLine.Select(line => line * (1.14 - (0.01 * rates[^1])))],
        extreme);

    private void Poverty(
        List<IndicatorValue> values, Area area, double[] rate, double[] number, double[] gap, double[] severity, double[] line, double[] extreme)
    {
        for (var year = FirstYear; year <= LastYear; year++)
        {
            var i = year - FirstYear;
            Put(values, IndicatorCodes.HeadcountRatio, area, year, 3, rate[i]);
            Put(values, IndicatorCodes.PoorPopulation, area, year, 3, number[i]);
            Put(values, IndicatorCodes.PovertyGap, area, year, 3, gap[i]);
            Put(values, IndicatorCodes.PovertySeverity, area, year, 3, severity[i]);
            Put(values, IndicatorCodes.PovertyLine, area, year, 3, line[i]);
            if (year >= FirstExtremeYear) Put(values, IndicatorCodes.ExtremePoverty, area, year, 3, extreme[year - FirstExtremeYear]);
        }
    }

    private void Other(List<IndicatorValue> values)
    {
        foreach (var other in Others)
        {
            var areas = new List<(Area Area, double Rate)> { (land.Regency, RegencyRate[^1]), (land.Province, ProvinceRate[^1]), (land.Nation, NationRate[^1]) };
            areas.AddRange(land.Peers.Select((p, i) => (p, PeerRates[i])));
            foreach (var (area, rate) in areas)
            {
                for (var year = FirstOtherYear; year <= LastYear; year++)
                {
                    var part = (year - FirstOtherYear) / (double)(LastYear - FirstOtherYear);
                    var value = other.First + ((other.Last - other.First) * part) + ((rate - RegencyRate[^1]) * other.PerPercent) + (_random.Next(-0.004, 0.004) * other.First);
                    Put(values, other.Code, area, year, other.Month, Math.Min(other.Most, value));
                }
            }
        }
    }

    private void Put(List<IndicatorValue> values, string code, Area area, int year, int? month, double number)
    {
        var indicator = _indicators[code];
        var value = new IndicatorValue(indicator.Id, area.Id, new(year, month), Breakdown.None);
        value.Set(Math.Round((decimal)number, indicator.Decimals), isProvisional: false, Source);
        values.Add(value);
    }

    private void Targets(string code, double[] targets)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            var year = 2021 + i;
            db.Add(new IndicatorTarget(_indicators[code].Id, land.Regency.Id, year, (decimal)targets[i], year <= 2025 ? "RPJMD 2021–2025 (contoh)" : "RPJMD 2026–2030 (contoh)"));
        }
    }
}
