using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

public static class HouseholdConditionNames
{
    /// <summary>Each single condition with its words, in the order of lists: housing first, then people.</summary>
    public static IReadOnlyList<(HouseholdConditions Condition, string Name)> All { get; } =
    [
        (HouseholdConditions.EarthFloor, "Lantai tanah"),
        (HouseholdConditions.WeakWall, "Dinding tidak layak"),
        (HouseholdConditions.WeakRoof, "Atap tidak layak"),
        (HouseholdConditions.NoOwnToilet, "Tanpa jamban sendiri"),
        (HouseholdConditions.UnprotectedWater, "Air minum tidak terlindung"),
        (HouseholdConditions.LowPower, "Listrik 450 VA atau tanpa listrik"),
        (HouseholdConditions.FirewoodCooking, "Memasak dengan kayu bakar"),
        (HouseholdConditions.NotOwnHouse, "Rumah bukan milik sendiri"),
        (HouseholdConditions.NoSavings, "Tidak punya simpanan"),
        (HouseholdConditions.StuntingRisk, "Berisiko stunting"),
        (HouseholdConditions.ChronicIllness, "Ada penyakit menahun"),
        (HouseholdConditions.OutOfSchoolChild, "Anak 7–18 tahun tidak sekolah"),
        (HouseholdConditions.ElderlyAlone, "Lansia hidup tanpa anggota muda"),
        (HouseholdConditions.SevereDisability, "Ada disabilitas berat"),
        (HouseholdConditions.Pregnancy, "Ada ibu hamil"),
        (HouseholdConditions.NoHealthInsurance, "Ada anggota tanpa JKN"),
        (HouseholdConditions.FemaleHead, "Kepala keluarga perempuan"),
        (HouseholdConditions.HeadNotWorking, "Kepala keluarga tidak bekerja"),
    ];

    /// <summary>The condition's word in an address and in a workbook.</summary>
    public static string SlugOf(HouseholdConditions condition) => condition switch
    {
        HouseholdConditions.EarthFloor => "lantai-tanah",
        HouseholdConditions.WeakWall => "dinding-tidak-layak",
        HouseholdConditions.WeakRoof => "atap-tidak-layak",
        HouseholdConditions.NoOwnToilet => "tanpa-jamban",
        HouseholdConditions.UnprotectedWater => "air-tidak-terlindung",
        HouseholdConditions.LowPower => "listrik-450",
        HouseholdConditions.FirewoodCooking => "kayu-bakar",
        HouseholdConditions.NotOwnHouse => "bukan-milik-sendiri",
        HouseholdConditions.NoSavings => "tanpa-simpanan",
        HouseholdConditions.StuntingRisk => "risiko-stunting",
        HouseholdConditions.ChronicIllness => "penyakit-menahun",
        HouseholdConditions.OutOfSchoolChild => "anak-tidak-sekolah",
        HouseholdConditions.ElderlyAlone => "lansia-sendiri",
        HouseholdConditions.SevereDisability => "disabilitas-berat",
        HouseholdConditions.Pregnancy => "ibu-hamil",
        HouseholdConditions.NoHealthInsurance => "tanpa-jkn",
        HouseholdConditions.FemaleHead => "kepala-perempuan",
        HouseholdConditions.HeadNotWorking => "kepala-tidak-bekerja",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    public static string NameOf(HouseholdConditions condition) => All.Single(c => c.Condition == condition).Name;

    /// <summary>The conditions of some slugs; a word that is none is left out.</summary>
    public static HouseholdConditions Parse(IEnumerable<string?> slugs) =>
        All.Where(c => slugs.Contains(SlugOf(c.Condition))).Aggregate(HouseholdConditions.None, (all, c) => all | c.Condition);

    public static IEnumerable<HouseholdConditions> Each(HouseholdConditions conditions) => All.Select(c => c.Condition).Where(c => conditions.HasFlag(c));

    /// <summary>Health and disability: a small number in a public place could point at a person.</summary>
    public const HouseholdConditions Sensitive =
        HouseholdConditions.SevereDisability | HouseholdConditions.ChronicIllness | HouseholdConditions.Pregnancy | HouseholdConditions.StuntingRisk;

    /// <summary>Two conditions by name, those asked for first, and how many more.</summary>
    public static string Told(HouseholdConditions present, HouseholdConditions asked)
    {
        var names = Each(present).OrderByDescending(c => asked.HasFlag(c)).Select(NameOf).ToList();
        return string.Join("; ", names.Take(2)) + (names.Count > 2 ? $"; dan {Indonesian.Number(names.Count - 2)} kondisi lain" : "");
    }

    public static IEnumerable<string> In(HouseholdConditions conditions) => All.Where(c => conditions.HasFlag(c.Condition)).Select(c => c.Name);
}
