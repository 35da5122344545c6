using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed record HouseholdRow(Guid Id, string HeadName, string? HeadNik, int? HeadAge, Guid VillageId, string Village, string District, int? Decile, int Members, int Programs);

public sealed record HouseholdListing(HouseholdAreas Areas, KeysetList<HouseholdRow> List);

/// <summary>
/// Families by desa and name of head. The totals come from the tallies, which also tell which desa hold a match, so no page scans the registry.
/// </summary>
public sealed class HouseholdListQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, FieldCipher cipher, KabupatenClock clock)
{
    public async Task<HouseholdListing> RunAsync(HouseholdFilter filter, KeysetPosition at, CancellationToken ct, int size = Paging.DefaultSize)
    {
        var areas = await areasQuery.RunAsync(ct);
        var (total, capped, villages) = await CountAsync(filter, areas, ct);
        if (total == 0) return new(areas, new([], 0, false, null, null));
        var anchor = at.Anchor is { } id
            ? await db.Households.AsNoTracking().Where(h => h.Id == id).Select(h => new Position(h.VillageId, h.HeadName, h.Id)).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException()
            : null;
        var rows = await Rows(Narrowed(filter, villages), anchor, at.Backwards, size + 1).ToListAsync(ct);
        return new(areas, at.Cut(rows.ConvertAll(r => r.ToRow(areas, cipher, clock.Today)), size, total, capped, r => r.Id));
    }

    /// <summary>All rows of the filter, up to <see cref="HouseholdRules.ExportLimit"/> and one more.</summary>
    internal async Task<(HouseholdAreas Areas, List<HeadRow> Rows)> AllAsync(HouseholdFilter filter, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var (total, _, villages) = await CountAsync(filter, areas, ct);
        return (areas, total == 0 ? [] : await Rows(Narrowed(filter, villages), null, false, HouseholdRules.ExportLimit + 1).ToListAsync(ct));
    }

    private async Task<(int Total, bool Capped, List<Guid> Villages)> CountAsync(HouseholdFilter filter, HouseholdAreas areas, CancellationToken ct)
    {
        var villages = filter.VillagesIn(areas).Select(v => v.Id).ToList();
        if (db.Actor.Reach == Reach.AssignedHouseholds)
        {
            var found = await Narrowed(filter, villages).Take(PagedList<HouseholdRow>.ExactLimit + 1).CountAsync(ct);
            return (Math.Min(found, PagedList<HouseholdRow>.ExactLimit), found > PagedList<HouseholdRow>.ExactLimit, villages);
        }

        var tallies = db.VillageTallies.AsNoTracking().Where(t => villages.Contains(t.VillageId));
        if (filter.Deciles is { } span) tallies = tallies.Where(t => t.Decile >= span.From && t.Decile <= span.To);
        var counts = await tallies.GroupBy(t => t.VillageId)
            .Select(g => new { g.Key, Count = filter.OnlyUnreached ? g.Sum(t => t.Unreached) : g.Sum(t => t.Households) }).ToListAsync(ct);
        return (counts.Sum(c => c.Count), false, [.. counts.Where(c => c.Count > 0).Select(c => c.Key)]);
    }

    private IQueryable<Household> Narrowed(HouseholdFilter filter, List<Guid> villages)
    {
        var households = db.Households.AsNoTracking().Where(h => h.LeftOn == null && villages.Contains(h.VillageId));
        if (filter.Deciles is { } span)
            households = span == DecileSpan.Unknown ? households.Where(h => h.Decile == null) : households.Where(h => h.Decile >= span.From && h.Decile <= span.To);
        return filter.OnlyUnreached ? households.Where(h => h.ActiveProgramCount == 0) : households;
    }

    private IQueryable<HeadRow> Rows(IQueryable<Household> households, Position? anchor, bool backwards, int take)
    {
        if (anchor is { } a)
            households = backwards
                ? households.Where(h => EF.Functions.LessThan(ValueTuple.Create(h.VillageId, h.HeadName, h.Id), ValueTuple.Create(a.VillageId, a.HeadName, a.Id)))
                : households.Where(h => EF.Functions.GreaterThan(ValueTuple.Create(h.VillageId, h.HeadName, h.Id), ValueTuple.Create(a.VillageId, a.HeadName, a.Id)));
        var ordered = backwards
            ? households.OrderByDescending(h => h.VillageId).ThenByDescending(h => h.HeadName).ThenByDescending(h => h.Id)
            : households.OrderBy(h => h.VillageId).ThenBy(h => h.HeadName).ThenBy(h => h.Id);
        return ordered.Take(take).SelectMany(
            h => db.HouseholdMembers.Where(m => m.HouseholdId == h.Id && m.Relation == FamilyRelation.Head && m.LeftOn == null).DefaultIfEmpty(),
            (h, m) => new HeadRow(
                h.Id, h.HeadName, m == null ? null : m.Id, m == null ? null : m.NikCipher, m == null ? null : m.BirthDate, h.VillageId, h.Address, h.Hamlet, h.Rt, h.Rw, h.Decile,
                h.DecileSource, h.DecileReleasedOn, h.MemberCount, h.ActiveProgramCount));
    }

    private sealed record Position(Guid VillageId, string HeadName, Guid Id);
}

/// <summary>A family with its head as stored; the number is still sealed.</summary>
internal sealed record HeadRow(
    Guid Id, string HeadName, Guid? HeadId, byte[]? HeadNik, DateOnly? HeadBirth, Guid VillageId, string Address, string? Hamlet, string? Rt, string? Rw, int? Decile,
    string? DecileSource, DateOnly? DecileReleasedOn, int Members, int Programs)
{
    public int? AgeOn(DateOnly today) => HeadBirth is { } birth ? Age.InYears(birth, today) : null;

    public HouseholdRow ToRow(HouseholdAreas areas, FieldCipher cipher, DateOnly today) => new(
        Id, HeadName, HeadNik is { } nik ? Nik.Mask(cipher.Open(nik, HeadId!.Value)) : null, AgeOn(today), VillageId,
        areas.NameOf(VillageId), areas.DistrictOf(VillageId)?.Name ?? "", Decile, Members, Programs);
}
