using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Agencies;

public static class AgencyRules
{
    public static readonly Rule NameTaken = new("OPD-01", "Sudah ada OPD dengan nama ini. Buka OPD itu untuk memperbaikinya, atau tulis nama lain.");
    public static readonly Rule AlreadyInactive = new("OPD-02", "OPD ini sudah nonaktif.");
    public static readonly Rule AlreadyActive = new("OPD-03", "OPD ini sudah aktif.");
    public static readonly Rule PartnerNameTaken = new("MTR-01", "Sudah ada mitra dengan nama ini. Buka mitra itu untuk memperbaikinya, atau tulis nama lain.");
    public static readonly Rule PartnerAlreadyInactive = new("MTR-02", "Mitra ini sudah nonaktif.");
    public static readonly Rule PartnerAlreadyActive = new("MTR-03", "Mitra ini sudah aktif.");
}
