using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;

namespace TkpkPortal.TestSupport;

/// <summary>Makes what a test starts from, with names and codes nobody else has.</summary>
public sealed partial class Builders(Portal portal)
{
    private static readonly SemaphoreSlim OneRegency = new(1);

    private static int _number;

    /// <summary>Apart from the other numbers: codes have room for 98,000 kecamatan, and a property test alone may use up as many names and NIKs.</summary>
    private static int _districts;

    public static string Unique(string stem) => $"{stem} {Interlocked.Increment(ref _number)}";

    /// <summary>A kecamatan with its desa, in a kabupaten of its own (province 9x).</summary>
    public async Task<(Area Regency, Area District, IReadOnlyList<Area> Villages)> DistrictAsync(int villages = 2)
    {
        var number = Interlocked.Increment(ref _districts);
        var regencyCode = FormattableString.Invariant($"{90 + (number / 9801):00}.{(number / 99 % 99) + 1:00}");
        await using var db = portal.Open();
        // Classes run in parallel, and a kabupaten is shared by 99 numbers.
        await OneRegency.WaitAsync();
        try
        {
            if (!db.Areas.Any(a => a.Code == regencyCode)) db.Areas.Add(new(Code(regencyCode), $"Kabupaten Uji {regencyCode}", null));
            await db.SaveChangesAsync();
        }
        finally
        {
            OneRegency.Release();
        }

        var regency = db.Areas.Single(a => a.Code == regencyCode);
        var district = db.Areas.Add(new(Code(FormattableString.Invariant($"{regencyCode}.{(number % 99) + 1:00}")), $"Kecamatan Uji {number}", regency.Id)).Entity;
        var made = Enumerable.Range(1, villages)
            .Select(i => db.Areas.Add(new(Code(FormattableString.Invariant($"{district.Code}.{2000 + i}")), $"Desa Uji {number}-{i}", district.Id)).Entity)
            .ToList();
        await db.SaveChangesAsync();
        return (regency, district, made);
    }

    public async Task<Agency> AgencyAsync(string? name = null)
    {
        var unique = name ?? Unique("Dinas Uji");
        await using var db = portal.Open();
        var agency = db.Agencies.Add(new(new(unique, unique.Replace("Dinas ", "Din", StringComparison.Ordinal), "Kepala " + unique))).Entity;
        await db.SaveChangesAsync();
        return agency;
    }

    /// <summary>A user who may sign in with <see cref="Portal.Password"/>. Area and agency are made where the role needs one and none is given.</summary>
    public async Task<PortalUser> UserAsync(Role role, Guid? areaId = null, Guid? agencyId = null)
    {
        if (role is Role.DistrictHead && areaId is null) areaId = (await DistrictAsync()).District.Id;
        if (role is Role.VillageOperator && areaId is null) areaId = (await DistrictAsync(1)).Villages[0].Id;
        if (role is Role.AgencyHead or Role.AgencyOperator or Role.SocialAgency && agencyId is null) agencyId = (await AgencyAsync()).Id;
        var number = Interlocked.Increment(ref _number);
        var user = new PortalUser { UserName = $"uji{number}", FullName = $"Pengguna Uji {number}", Position = RoleNames.Of(role), Role = role, AreaId = areaId, AgencyId = agencyId };
        await portal.AddUserAsync(user);
        return user;
    }

    private static AreaCode Code(string text) => AreaCode.TryParse(text, out var code) ? code : throw new ArgumentException(text, nameof(text));
}
