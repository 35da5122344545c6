namespace TkpkPortal.Core.Households;

/// <summary>What people call the codes of a family and its members.</summary>
public static class HouseholdNames
{
    public static string Of(FamilyRelation relation) => relation switch
    {
        FamilyRelation.Head => "Kepala keluarga",
        FamilyRelation.Spouse => "Suami atau istri",
        FamilyRelation.Child => "Anak",
        FamilyRelation.ChildInLaw => "Menantu",
        FamilyRelation.Grandchild => "Cucu",
        FamilyRelation.Parent => "Orang tua atau mertua",
        FamilyRelation.Servant => "Pembantu atau sopir",
        FamilyRelation.Other => "Lainnya",
        _ => throw new ArgumentOutOfRangeException(nameof(relation)),
    };

    public static string Of(Sex sex) => sex switch
    {
        Sex.Male => "Laki-laki",
        Sex.Female => "Perempuan",
        _ => throw new ArgumentOutOfRangeException(nameof(sex)),
    };

    public static string Of(Education education) => education switch
    {
        Education.None => "Tidak tamat SD",
        Education.Primary => "SD sederajat",
        Education.LowerSecondary => "SMP sederajat",
        Education.UpperSecondary => "SMA sederajat",
        Education.Tertiary => "Perguruan tinggi",
        _ => throw new ArgumentOutOfRangeException(nameof(education)),
    };

    public static string Of(LeaveReason reason) => reason switch
    {
        LeaveReason.Deceased => "Meninggal",
        LeaveReason.Moved => "Pindah",
        LeaveReason.NoLongerPoor => "Sudah mampu",
        LeaveReason.Duplicate => "Tercatat ganda",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>"1", or "belum diketahui".</summary>
    public static string Decile(int? decile) => decile?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "belum diketahui";
}
