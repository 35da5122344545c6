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
        LeaveReason.Merged => "Digabung ke keluarga lain",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    public static string Of(MaritalStatus status) => status switch
    {
        MaritalStatus.Unmarried => "Belum kawin",
        MaritalStatus.Married => "Kawin",
        MaritalStatus.Divorced => "Cerai hidup",
        MaritalStatus.Widowed => "Cerai mati",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(SchoolStatus status) => status switch
    {
        SchoolStatus.Never => "Belum pernah sekolah",
        SchoolStatus.Attending => "Masih sekolah",
        SchoolStatus.NoLonger => "Tidak sekolah lagi",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(DisabilityLevel level) => level switch
    {
        DisabilityLevel.None => "Tanpa disabilitas",
        DisabilityLevel.Moderate => "Disabilitas ringan atau sedang",
        DisabilityLevel.Severe => "Disabilitas berat",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public static string Of(HealthInsurance insurance) => insurance switch
    {
        HealthInsurance.None => "Tidak punya JKN",
        HealthInsurance.Subsidized => "JKN penerima bantuan iuran",
        HealthInsurance.SelfPaid => "JKN mandiri",
        HealthInsurance.Employer => "JKN dari pemberi kerja",
        HealthInsurance.Other => "Jaminan kesehatan lain",
        _ => throw new ArgumentOutOfRangeException(nameof(insurance)),
    };

    public static string Of(WorkStatus status) => status switch
    {
        WorkStatus.None => "Tidak bekerja",
        WorkStatus.SelfEmployed => "Berusaha sendiri",
        WorkStatus.WithCasualLabour => "Berusaha dibantu buruh tidak tetap",
        WorkStatus.WithStaff => "Berusaha dibantu buruh tetap",
        WorkStatus.PrivateEmployee => "Buruh atau karyawan swasta",
        WorkStatus.PublicEmployee => "PNS, TNI, Polri, BUMN, BUMD, atau pejabat",
        WorkStatus.FarmLabourer => "Pekerja bebas pertanian",
        WorkStatus.OtherLabourer => "Pekerja bebas nonpertanian",
        WorkStatus.UnpaidFamily => "Pekerja keluarga tidak dibayar",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static string Of(ChecklistKind kind) => kind switch
    {
        ChecklistKind.ExtremePoor => "Fakir miskin (Kepmensos 262/HUK/2022)",
        ChecklistKind.UnfitHouse => "Rumah tidak layak huni (RTLH)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>"1", or "belum diketahui".</summary>
    public static string Decile(int? decile) => decile?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "belum diketahui";
}
