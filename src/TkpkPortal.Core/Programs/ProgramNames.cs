namespace TkpkPortal.Core.Programs;

/// <summary>What people call strategies, clusters, funds, units and reasons.</summary>
public static class ProgramNames
{
    public static string Of(Strategy strategy) => strategy switch
    {
        Strategy.ReduceSpending => "Pengurangan beban pengeluaran",
        Strategy.RaiseIncome => "Peningkatan pendapatan",
        Strategy.ReducePockets => "Penurunan kantong kemiskinan",
        _ => throw new ArgumentOutOfRangeException(nameof(strategy)),
    };

    public static string Of(Cluster cluster) => cluster switch
    {
        Cluster.SocialAssistance => "Klaster I, bantuan dan jaminan sosial",
        Cluster.CommunityEmpowerment => "Klaster II, pemberdayaan masyarakat",
        Cluster.MicroEnterprise => "Klaster III, usaha mikro dan kecil",
        Cluster.ProPoor => "Klaster IV, program pro-rakyat",
        _ => throw new ArgumentOutOfRangeException(nameof(cluster)),
    };

    public static string Of(FundingSource source) => source switch
    {
        FundingSource.Apbn => "APBN",
        FundingSource.ApbdProvince => "APBD provinsi",
        FundingSource.ApbdRegency => "APBD kabupaten",
        FundingSource.VillageFund => "Dana Desa",
        FundingSource.VillageAllocation => "Alokasi Dana Desa",
        FundingSource.Baznas => "Baznas",
        FundingSource.Csr => "CSR atau TJSLP",
        FundingSource.Bank => "Perbankan",
        FundingSource.Grant => "Hibah atau LSM",
        FundingSource.SelfHelp => "Swadaya",
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };

    public static string Of(RecipientUnit unit) => unit switch
    {
        RecipientUnit.Household => "keluarga",
        RecipientUnit.Individual => "jiwa",
        RecipientUnit.Group => "kelompok",
        RecipientUnit.Location => "lokasi",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    public static string Of(EnrollmentEndReason reason) => reason switch
    {
        EnrollmentEndReason.Deceased => "Meninggal",
        EnrollmentEndReason.Moved => "Pindah",
        EnrollmentEndReason.NoLongerPoor => "Mampu",
        EnrollmentEndReason.Duplicate => "Ganda",
        EnrollmentEndReason.Graduated => "Graduasi",
        EnrollmentEndReason.ProgramEnded => "Program berakhir",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    public static string Deciles(int from, int to) => from == to ? $"desil {from}" : $"desil {from}–{to}";
}
