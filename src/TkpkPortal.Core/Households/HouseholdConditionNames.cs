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

    public static IEnumerable<string> In(HouseholdConditions conditions) => All.Where(c => conditions.HasFlag(c.Condition)).Select(c => c.Name);
}
