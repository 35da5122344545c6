namespace TkpkPortal.Core.Statistics;

/// <summary>The indicators a new deployment starts with. All stay editable.</summary>
internal static class IndicatorCatalogue
{
    private const string Susenas = "BPS, Susenas Maret";
    private const string Poverty = "Kemiskinan";

    public static IReadOnlyList<IndicatorDetails> Items { get; } =
    [
        new(IndicatorCodes.HeadcountRatio, "Persentase penduduk miskin (P0)", "persen", Polarity.HigherIsWorse, 2, Susenas, Poverty,
            "Bagian penduduk dengan pengeluaran per kapita per bulan di bawah garis kemiskinan."),
        new(IndicatorCodes.PoorPopulation, "Jumlah penduduk miskin", "ribu jiwa", Polarity.HigherIsWorse, 2, Susenas, Poverty,
            "Banyaknya penduduk di bawah garis kemiskinan, sebagaimana diterbitkan BPS."),
        new(IndicatorCodes.PovertyGap, "Indeks kedalaman kemiskinan (P1)", "indeks", Polarity.HigherIsWorse, 2, Susenas, Poverty,
            "Rata-rata kesenjangan pengeluaran penduduk miskin terhadap garis kemiskinan."),
        new(IndicatorCodes.PovertySeverity, "Indeks keparahan kemiskinan (P2)", "indeks", Polarity.HigherIsWorse, 2, Susenas, Poverty,
            "Sebaran pengeluaran di antara penduduk miskin."),
        new(IndicatorCodes.PovertyLine, "Garis kemiskinan", "Rp/kapita/bulan", Polarity.Neutral, 0, Susenas, Poverty,
            "Pengeluaran minimum untuk makanan 2.100 kkal per hari dan kebutuhan bukan makanan."),
        new(IndicatorCodes.ExtremePoverty, "Kemiskinan ekstrem", "persen", Polarity.HigherIsWorse, 2, Susenas, Poverty,
            "Bagian penduduk di bawah garis kemiskinan ekstrem; garis dan tahunnya ditetapkan pusat."),
        new("TPT", "Tingkat pengangguran terbuka", "persen", Polarity.HigherIsWorse, 2, "BPS, Sakernas Agustus", "Ketenagakerjaan", null),
        new("RLS", "Rata-rata lama sekolah", "tahun", Polarity.HigherIsBetter, 2, "BPS, IPM", "Pendidikan", null),
        new("UHH", "Umur harapan hidup", "tahun", Polarity.HigherIsBetter, 2, "BPS, IPM", "Kesehatan", null),
        new("SANITASI", "Rumah tangga dengan sanitasi layak", "persen", Polarity.HigherIsBetter, 2, Susenas, "Infrastruktur dasar", null),
        new("AIR_MINUM", "Rumah tangga dengan air minum layak", "persen", Polarity.HigherIsBetter, 2, Susenas, "Infrastruktur dasar", null),
    ];
}
