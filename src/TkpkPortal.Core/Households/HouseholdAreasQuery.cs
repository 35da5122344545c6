using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Households;

public sealed record Place(Guid Id, string Code, string Name, Guid? ParentId, bool IsInForce);

/// <summary>The kecamatan and desa the actor may see families of, by code.</summary>
public sealed record HouseholdAreas(IReadOnlyList<Place> Districts, IReadOnlyList<Place> Villages)
{
    private Dictionary<Guid, Place> ById => field ??= Districts.Concat(Villages).ToDictionary(p => p.Id);

    public string NameOf(Guid id) => ById.TryGetValue(id, out var place) ? place.Name : "";

    public string CodeOf(Guid id) => ById.TryGetValue(id, out var place) ? place.Code : "";

    public Place? DistrictOf(Guid villageId) => ById.TryGetValue(villageId, out var village) && village.ParentId is { } parent ? ById.GetValueOrDefault(parent) : null;
}

public sealed class HouseholdAreasQuery(TkpkDbContext db, CurrentSettings settings, KeptViews kept)
{
    /// <summary>Until a kabupaten is chosen there is no bound to the list but this.</summary>
    private const int WithoutRegency = 1000;

    public async Task<HouseholdAreas> RunAsync(CancellationToken ct)
    {
        // Which desa a pendamping's families live in changes family by family; the others' areas are a list of public places.
        if (db.Actor.Reach == Reach.AssignedHouseholds) return await ReadAsync(ct);
        var regency = (await settings.GetAsync(ct)).Settings.RegencyId;
        return await kept.GetAsync((nameof(HouseholdAreasQuery), db.Actor.Reach, regency, string.Join(' ', db.Actor.VillageIds)), () => ReadAsync(ct));
    }

    private async Task<HouseholdAreas> ReadAsync(CancellationToken ct)
    {
        var villages = await Select(await VillagesAsync(ct)).ToListAsync(ct);
        var parents = villages.Select(v => v.ParentId).Distinct().ToList();
        var districts = await Select(db.Areas.Where(d => parents.Contains(d.Id))).ToListAsync(ct);
        return new(districts, villages);
    }

    private async Task<IQueryable<Area>> VillagesAsync(CancellationToken ct)
    {
        var villages = db.Areas.Where(v => v.Level == AreaLevel.Village);
        switch (db.Actor.Reach)
        {
            case Reach.Everything or Reach.Figures or Reach.Agency:
                var regency = (await settings.GetAsync(ct)).Settings.RegencyId;
                return regency is { } id
                    ? villages.Where(v => db.Areas.Any(d => d.Id == v.ParentId && d.ParentId == id))
                    : villages.OrderBy(v => v.Code).Take(WithoutRegency);
            case Reach.Villages:
                var own = db.Actor.VillageIds.ToList();
                return villages.Where(v => own.Contains(v.Id));
            case Reach.AssignedHouseholds:
                return villages.Where(v => db.Households.Any(h => h.VillageId == v.Id));
            default:
                return villages.Where(_ => false);
        }
    }

    private static IQueryable<Place> Select(IQueryable<Area> areas) =>
        areas.AsNoTracking().OrderBy(a => a.Code).Select(a => new Place(a.Id, a.Code, a.Name, a.ParentId, a.VanishedOn == null));
}
