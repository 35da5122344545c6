using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Meetings;

/// <summary>Whom a form asks to come: heads of OPD, every camat of our kabupaten, and other offices by name.</summary>
public sealed record InvitationList(IReadOnlyList<Guid> AgencyIds, bool AllDistrictHeads, IReadOnlyList<string> Offices);

internal static class InvitationLines
{
    public static async Task<List<InviteeLine>> InviteeLinesAsync(this TkpkDbContext db, InvitationList list, CurrentSettings settings, CancellationToken ct)
    {
        var agencies = await db.Agencies.AsNoTracking().Where(a => list.AgencyIds.Contains(a.Id)).OrderBy(a => a.Name).Select(a => new InviteeLine(a.HeadTitle, a.Id)).ToListAsync(ct);
        if (agencies.Count != list.AgencyIds.Distinct().Count()) throw new RuleBrokenException(MeetingRules.AgencyUnavailable);
        var districts = list.AllDistrictHeads ? await db.DistrictHeadsAsync(settings, ct) : [];
        if (list.AllDistrictHeads && districts.Count == 0) throw new RuleBrokenException(MeetingRules.NoDistricts, nameof(InvitationList.AllDistrictHeads));
        return [.. agencies, .. districts.Concat(list.Offices).Distinct(StringComparer.OrdinalIgnoreCase).Select(office => new InviteeLine(office, null))];
    }

    /// <summary>"Camat Balik Bukit" for every kecamatan in force; empty until our kabupaten is chosen.</summary>
    public static async Task<List<string>> DistrictHeadsAsync(this TkpkDbContext db, CurrentSettings settings, CancellationToken ct)
    {
        var regency = (await settings.GetAsync(ct)).Settings.RegencyId;
        if (regency is null) return [];
        var names = await db.Areas.AsNoTracking().Where(a => a.ParentId == regency && a.Level == AreaLevel.District && a.VanishedOn == null).OrderBy(a => a.Code).Select(a => a.Name).ToListAsync(ct);
        return [.. names.Select(n => "Camat " + (n.StartsWith("Kecamatan ", StringComparison.OrdinalIgnoreCase) ? n["Kecamatan ".Length..] : n))];
    }
}
