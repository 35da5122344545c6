using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>The accounts to try the portal with, one for each role, and the offices that sign its papers.</summary>
internal sealed class DemoPeople(TkpkDbContext db, IPasswordHasher<PortalUser> hasher, DateTimeOffset now)
{
    private const string NoOfficial = "NAMA PEJABAT CONTOH";
    private const string NoNip = "000000000000000000";

    public DemoFacilitator AddUsers(DemoLand land, DemoAgencies agencies, string password)
    {
        var village = land.Poorest.Villages[0];
        var housing = agencies["Disperkim"].Id;
        Add("admin", "Admin Contoh", "Admin portal, Bappeda", Role.Admin, password);
        Add("sekretariat", "Rini Contoh", "Sekretariat TKPK, Bappeda", Role.Secretariat, password);
        Add("dinsos", "Sari Contoh", "Bidang Data, Dinas Sosial", Role.SocialAgency, password, agencyId: agencies["Dinsos"].Id);
        Add("kepala-opd", "Bagus Contoh", agencies["Disperkim"].HeadTitle, Role.AgencyHead, password, agencyId: housing);
        Add("opd", "Adi Contoh", "Operator Dinas Perumahan", Role.AgencyOperator, password, agencyId: housing);
        Add("camat", "Hasan Contoh", $"Camat {land.Poorest.Area.Name}", Role.DistrictHead, password, areaId: land.Poorest.Area.Id);
        Add("desa", "Wati Contoh", $"Operator Desa {village.Name}", Role.VillageOperator, password, areaId: village.Id);
        var facilitator = Add("pendamping", "Ketut Contoh", "Pendamping PKH", Role.Facilitator, password);
        Add("pimpinan", "Pimpinan Contoh", "Wakil Bupati, Ketua TKPK", Role.Leader, password);
        return new(facilitator.Id, village.Id, Households: 40);
    }

    public async Task SetUpAsync(DemoLand land, CancellationToken ct)
    {
        var settings = await db.Settings.SingleAsync(ct);
        settings.IsSample = true;
        settings.RegencyId = land.Regency.Id;
        settings.GovernmentLine = "PEMERINTAH KABUPATEN CONTOH";
        settings.AgencyLine = "BADAN PERENCANAAN PEMBANGUNAN DAERAH";
        settings.Address = "Jalan Contoh Nomor 1, Kota Contoh 00000";
        settings.Phone = "(0700) 000 000";
        settings.Website = "bappeda.contoh.example";
        settings.Email = "bappeda@contoh.example";
        settings.City = "Kota Contoh";
        db.Add(new Signatory
        {
            Office = "Kepala Bappeda selaku Sekretaris TKPK", Name = $"{NoOfficial}, S.E., M.Si.", Rank = "Pembina Utama Muda (IV/c)", Nip = NoNip, Place = SignatoryPlace.Signs,
        });
        db.Add(new Signatory { Office = "Wakil Bupati Contoh selaku Ketua TKPK", Name = NoOfficial, Place = SignatoryPlace.Acknowledges });
    }

    private PortalUser Add(string userName, string fullName, string position, Role role, string password, Guid? areaId = null, Guid? agencyId = null)
    {
        var user = new PortalUser
        {
            UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), FullName = fullName, Position = position, Role = role, AreaId = areaId, AgencyId = agencyId,
            SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true, CreatedAt = now,
        };
        user.PasswordHash = hasher.HashPassword(user, password);
        return db.Add(user).Entity;
    }
}
