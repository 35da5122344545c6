using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Access;

public sealed record AreaChoice(Guid Id, string Name, string District, bool IsDistrict);

public sealed record UserAgencyChoice(Guid Id, string Name);

/// <summary>Areas are empty until our kabupaten is chosen.</summary>
public sealed record UserChoices(IReadOnlyList<AreaChoice> Areas, IReadOnlyList<UserAgencyChoice> Agencies, string DistrictTerm);

/// <summary>What a user form offers: kecamatan and desa of our kabupaten only (the country has 91,599), and active OPD.</summary>
public sealed class UserChoicesQuery(TkpkDbContext db, CurrentSettings settings)
{
    public async Task<UserChoices> RunAsync(Guid? keptAgencyId, CancellationToken ct)
    {
        var view = await settings.GetAsync(ct);
        var agencies = await db.Agencies.AsNoTracking().Where(a => a.IsActive || a.Id == keptAgencyId).OrderBy(a => a.Name).Select(a => new UserAgencyChoice(a.Id, a.Name)).ToListAsync(ct);
        return new(view.Regency is { } regency ? await AreasAsync(regency, ct) : [], agencies, view.Settings.DistrictTerm);
    }

    private async Task<IReadOnlyList<AreaChoice>> AreasAsync(Area regency, CancellationToken ct)
    {
        var prefix = regency.Code + ".";
        var areas = await db.Areas.AsNoTracking().Where(a => a.Code.StartsWith(prefix) && a.VanishedOn == null)
            .OrderBy(a => a.Code).Select(a => new { a.Id, a.Name, a.Level, a.ParentId }).ToListAsync(ct);
        var districts = areas.Where(a => a.Level == AreaLevel.District).ToDictionary(a => a.Id, a => a.Name);
        return [.. areas.Select(a => new AreaChoice(a.Id, a.Name, a.Level == AreaLevel.District ? a.Name : districts.GetValueOrDefault(a.ParentId!.Value, ""), a.Level == AreaLevel.District))];
    }
}
