namespace TkpkPortal.Core.Audit;

/// <summary>What people call the fields and values of an audit entry.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["Name"] = "Nama",
        ["ShortName"] = "Singkatan",
        ["HeadTitle"] = "Jabatan kepala",
        ["IsActive"] = "Aktif",

        // Statistik
        ["Indicator.Code"] = "Kode",
        ["Indicator.Decimals"] = "Angka di belakang koma",
        ["Indicator.Definition"] = "Definisi",
        ["Indicator.Field"] = "Bidang",
        ["Indicator.Polarity"] = "Arah",
        ["Indicator.Source"] = "Sumber",
        ["Indicator.Unit"] = "Satuan",
        ["IndicatorTarget.AreaId"] = "Wilayah",
        ["IndicatorTarget.Document"] = "Dokumen",
        ["IndicatorTarget.IndicatorId"] = "Indikator",
        ["IndicatorTarget.Value"] = "Target",
        ["IndicatorTarget.Year"] = "Tahun",
        ["IndicatorValue.AreaId"] = "Wilayah",
        ["IndicatorValue.Breakdown"] = "Rincian",
        ["IndicatorValue.IndicatorId"] = "Indikator",
        ["IndicatorValue.IsProvisional"] = "Angka sementara",
        ["IndicatorValue.Month"] = "Bulan",
        ["IndicatorValue.SourceDocument"] = "Dokumen sumber",
        ["IndicatorValue.Value"] = "Nilai",
        ["IndicatorValue.Year"] = "Tahun",
    };

    private static readonly Dictionary<string, string> Values = new()
    {
        ["True"] = "ya",
        ["False"] = "tidak",

        // Statistik
        ["Breakdown.Female"] = "perempuan",
        ["Breakdown.Male"] = "laki-laki",
        ["Breakdown.None"] = "semua penduduk",
        ["Breakdown.Rural"] = "perdesaan",
        ["Breakdown.Urban"] = "perkotaan",
        ["Polarity.HigherIsBetter"] = "naik berarti membaik",
        ["Polarity.HigherIsWorse"] = "naik berarti memburuk",
        ["Polarity.Neutral"] = "tidak dinilai",
    };

    /// <summary>A name may differ by noun: "Household.Name" is asked before "Name".</summary>
    public static string Of(string subject, string field) => Names.GetValueOrDefault($"{subject}.{field}") ?? Names.GetValueOrDefault(field) ?? field;

    public static string Value(string field, string? value) =>
        value is null or "" ? "kosong" : Values.GetValueOrDefault($"{field}.{value}") ?? Values.GetValueOrDefault(value) ?? value;
}
