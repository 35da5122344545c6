using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Tests.Statistics;

public sealed class NarrativeTests
{
    private static readonly IndicatorLabel Rate = new(Guid.NewGuid(), "P0", "Persentase penduduk miskin (P0)", "persen", Polarity.HigherIsWorse, 2, "BPS, Susenas Maret");
    private static readonly IndicatorLabel Count = new(Guid.NewGuid(), "JUMLAH_MISKIN", "Jumlah penduduk miskin", "ribu jiwa", Polarity.HigherIsWorse, 2, "BPS, Susenas Maret");
    private static readonly FigureArea Regency = new(Guid.NewGuid(), "18.04", "Kabupaten Lampung Barat", AreaLevel.Regency);
    private static readonly FigureArea Province = new(Guid.NewGuid(), "18", "Lampung", AreaLevel.Province);

    private static IReadOnlyList<Figure> Figures(params (int Year, decimal Value)[] figures) => [.. figures.Select(f => new Figure(f.Year, 3, f.Value, false, null))];

    private static PovertyOverview Overview(IReadOnlyList<Figure> rates, IReadOnlyList<Figure> counts)
    {
        IndicatorSeries Of(IndicatorLabel label, IReadOnlyList<Figure> own) => new(label, own, [], [], []);
        var none = Of(Rate, []);
        return new(Regency, Province, null, Of(Rate, rates), Of(Count, counts), none, none, none, none, null, [], []);
    }

    [Fact]
    public void A_falling_rate_with_a_rising_count_is_told_in_one_breath()
    {
        var overview = Overview(Figures((2015, 11.59m), (2016, 11.20m)), Figures((2015, 36.37m), (2016, 36.62m)));

        Assert.Equal("Persentase turun 0,39 poin, tetapi jumlah penduduk miskin naik 250 jiwa", PovertyNarrative.Title(overview));
        Assert.Equal(
            "Dibandingkan dengan 2015, persentase penduduk miskin pada 2016 turun 0,39 poin (dari 11,59 persen menjadi 11,20 persen), sedangkan jumlah penduduk miskin naik 250 jiwa (dari 36,37 ribu jiwa menjadi 36,62 ribu jiwa).",
            PovertyNarrative.Pair(overview));
    }

    [Fact]
    public void Titles_stay_neutral_where_no_finding_holds()
    {
        const string neutral = "Persentase dan jumlah penduduk miskin dari tahun ke tahun";

        Assert.Equal(neutral, PovertyNarrative.Title(Overview(Figures((2015, 11.59m), (2016, 11.59m)), Figures((2015, 36.37m), (2016, 36.62m)))));
        Assert.Equal(neutral, PovertyNarrative.Title(Overview(Figures((2014, 12m), (2016, 11.20m)), Figures((2015, 36.37m), (2016, 36.62m)))));
        Assert.Equal(neutral, PovertyNarrative.Title(Overview(Figures((2016, 12m), (2017, 11.20m)), Figures((2015, 36.37m), (2016, 36.62m)))));
        Assert.StartsWith("Persentase dan jumlah penduduk miskin sama-sama turun", PovertyNarrative.Title(Overview(Figures((2023, 11.17m), (2024, 10.68m)), Figures((2023, 34.73m), (2024, 33.43m)))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_position_sentence_compares_rightly_both_ways()
    {
        var series = new IndicatorSeries(Rate, Figures((2024, 10.68m)), Figures((2024, 10.69m)), Figures((2024, 9.03m)), [new(2024, 11m, "RPJMD 2023–2026")]);
        var narrative = IndicatorNarrative.Of(series, RelativePosition.Among(2024, 10.68m, [10.68m, 8.60m, 12m], 10.69m, 9.03m, Polarity.HigherIsWorse), Regency, Province);

        Assert.Equal(
            "Pada Maret 2024, persentase penduduk miskin (P0) Kabupaten Lampung Barat sebesar 10,68 persen, lebih rendah daripada Provinsi Lampung (10,69 persen) dan lebih tinggi daripada nasional (9,03 persen); menempati peringkat 2 tertinggi dari 3 kabupaten/kota yang angkanya tersedia.",
            narrative.Position);
        Assert.Equal("Target RPJMD 2023–2026 untuk 2024 sebesar 11,00 persen tercapai.", narrative.Target);
    }

    [Fact]
    public void Sentences_without_figures_are_not_written()
    {
        var narrative = IndicatorNarrative.Of(new(Rate, Figures((2024, 10.68m)), [], [], []), null, Regency, Province);

        Assert.Equal(["Pada Maret 2024, persentase penduduk miskin (P0) Kabupaten Lampung Barat sebesar 10,68 persen."], narrative.Sentences);
    }

    [Fact]
    public void The_time_sentence_says_poin_for_percentages_and_people_for_counts()
    {
        var rate = IndicatorNarrative.Of(new(Rate, Figures((2022, 11.71m), (2023, 11.17m), (2024, 10.68m)), [], [], []), null, Regency, Province);
        var count = IndicatorNarrative.Of(new(Count, Figures((2022, 36.20m), (2024, 33.43m)), [], [], []), null, Regency, Province);

        Assert.Equal("Dalam kurun 2022–2024, persentase penduduk miskin (P0) turun 1,03 poin dari 11,71 persen menjadi 10,68 persen, rata-rata 0,52 poin per tahun.", rate.OverTime);
        Assert.Equal("Dalam kurun 2022–2024, jumlah penduduk miskin turun 2.770 jiwa dari 36,20 ribu jiwa menjadi 33,43 ribu jiwa, rata-rata 1.385 jiwa per tahun.", count.OverTime);
        Assert.Equal("Garis tren menunjukkan arah membaik; upaya penanggulangan cukup efektif.", rate.Effectiveness);
    }
}
