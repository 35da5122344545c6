namespace TkpkPortal.Core.Agencies;

public static class PartnerNames
{
    public static string Of(PartnerKind kind) => kind switch
    {
        PartnerKind.Business => "Dunia usaha",
        PartnerKind.Bank => "Perbankan",
        PartnerKind.University => "Perguruan tinggi",
        PartnerKind.Ngo => "Lembaga swadaya masyarakat",
        PartnerKind.CommunityGroup => "Kelompok masyarakat",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
