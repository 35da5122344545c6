using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Access;

/// <summary>Which roles work in an area or an OPD, and whether the chosen one fits.</summary>
public static class UserScope
{
    public static AreaLevel? AreaLevelOf(Role role) => role switch
    {
        Role.DistrictHead => AreaLevel.District,
        Role.VillageOperator => AreaLevel.Village,
        _ => null,
    };

    public static bool NeedsAgency(Role role) => role is Role.AgencyHead or Role.AgencyOperator or Role.SocialAgency;

    /// <summary>The details with a fitting area and OPD, and without those the role does not use.</summary>
    internal static async Task<UserDetails> CheckedAsync(this UserDetails details, TkpkDbContext db, SettingsView settings, PortalUser? before, CancellationToken ct)
    {
        var key = details.Email is null ? null : PortalUser.NameKey(details.Email);
        if (key is not null && await db.Users.AnyAsync(u => u.NormalizedEmail == key && (before == null || u.Id != before.Id), ct))
            throw new RuleBrokenException(AccessRules.EmailTaken, nameof(UserDetails.Email));
        return details with
        {
            AreaId = AreaLevelOf(details.Role) is { } level ? await AreaAsync(details.AreaId, level, db, settings, ct) : null,
            AgencyId = NeedsAgency(details.Role) ? await AgencyAsync(details.AgencyId, db, before, ct) : null,
        };
    }

    private static async Task<Guid> AreaAsync(Guid? areaId, AreaLevel level, TkpkDbContext db, SettingsView settings, CancellationToken ct)
    {
        var rule = level == AreaLevel.District ? AccessRules.DistrictRequired : AccessRules.VillageRequired;
        var prefix = settings.Regency?.Code + ".";
        var fits = areaId is { } id && settings.Regency is not null
                   && await db.Areas.AnyAsync(a => a.Id == id && a.Level == level && a.Code.StartsWith(prefix), ct);
        return fits ? areaId!.Value : throw new RuleBrokenException(rule, nameof(UserDetails.AreaId));
    }

    private static async Task<Guid> AgencyAsync(Guid? agencyId, TkpkDbContext db, PortalUser? before, CancellationToken ct)
    {
        var fits = agencyId is { } id && await db.Agencies.AnyAsync(a => a.Id == id && (a.IsActive || (before != null && before.AgencyId == id)), ct);
        return fits ? agencyId!.Value : throw new RuleBrokenException(AccessRules.AgencyRequired, nameof(UserDetails.AgencyId));
    }
}
