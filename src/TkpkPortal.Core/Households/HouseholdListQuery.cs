using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed record HouseholdRow(Guid Id, string HeadName, string? HeadNik, int? HeadAge, Guid VillageId, string Village, string District, int? Decile, int Members, int Programs,
    HouseholdConditions Conditions);

public sealed record HouseholdListing(HouseholdAreas Areas, KeysetList<HouseholdRow> List, Withheld Withheld);

/// <summary>
/// Families by desa and name of head. The totals come from the tallies, which also tell which desa hold a match, so no page scans the registry.
/// </summary>
public sealed class HouseholdListQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, KeptViews kept, FieldCipher cipher, ExpiredImports expired)
{
    public async Task<HouseholdListing> RunAsync(HouseholdFilter filter, KeysetPosition at, CancellationToken ct, int size = Paging.DefaultSize)
    {
        var areas = await areasQuery.RunAsync(ct);
        var (total, capped, villages) = await CountAsync(filter, areas, ct);
        if (total == 0) return new(areas, new([], 0, false, null, null), Withheld.None);
        var sources = await expired.RunAsync(ct);
        var rows = await PageAsync(sources.Open(Narrowed(filter)), villages, at, size + 1, ct);
        return new(areas, at.Cut(rows.ConvertAll(r => r.ToRow(areas, cipher, sources.On)), size, total, capped, r => r.Id), await sources.WithheldAsync(In(Narrowed(filter), villages.ConvertAll(v => v.Id)), ct));
    }

    /// <summary>All rows of the filter, up to <see cref="HouseholdRules.ExportLimit"/> and one more, without those whose data may no longer be used by name.</summary>
    internal async Task<(HouseholdAreas Areas, List<HeadRow> Rows)> AllAsync(HouseholdFilter filter, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var (total, _, villages) = await CountAsync(filter, areas, ct);
        var open = (await expired.RunAsync(ct)).Open(Narrowed(filter));
        return (areas, total == 0 ? [] : await Rows(In(open, villages.ConvertAll(v => v.Id)), false, HouseholdRules.ExportLimit + 1).ToListAsync(ct));
    }

    private async Task<(int Total, bool Capped, List<VillageCount> Villages)> CountAsync(HouseholdFilter filter, HouseholdAreas areas, CancellationToken ct)
    {
        var villages = filter.VillagesIn(areas).Select(v => v.Id).ToList();
        if (db.Actor.Reach == Reach.AssignedHouseholds)
        {
            var found = await In(Narrowed(filter), villages).Take(PagedList<HouseholdRow>.ExactLimit + 1).CountAsync(ct);
            return (Math.Min(found, PagedList<HouseholdRow>.ExactLimit), found > PagedList<HouseholdRow>.ExactLimit, villages.ConvertAll(v => new VillageCount(v, 0)));
        }

        // The key names whose totals these are: the reach with its desa or its OPD.
        return await kept.GetAsync((nameof(HouseholdListQuery), db.Actor.Reach, db.Actor.AgencyId, string.Join(' ', db.Actor.VillageIds), filter), async () =>
        {
            var counts = await TalliesAsync(filter, villages, ct);
            return HouseholdConditionNames.Each(filter.Conditions).Count() > 1 ? await CombinedAsync(filter, counts, ct) : (counts.Sum(c => c.Count), false, counts);
        });
    }

    /// <summary>
    /// Tallies know each condition, not which families have several. So families are counted desa by desa up to the exact limit; the desa after that keep
    /// the most they can hold. Desa where one of the conditions is missing are never looked at.
    /// </summary>
    private async Task<(int Total, bool Capped, List<VillageCount> Villages)> CombinedAsync(HouseholdFilter filter, List<VillageCount> most, CancellationToken ct)
    {
        var found = await In(Narrowed(filter), most.ConvertAll(v => v.Id)).Select(h => h.VillageId).OrderBy(v => v).Take(PagedList<HouseholdRow>.ExactLimit + 1)
            .GroupBy(v => v).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var counts = found.OrderBy(f => f.Key).Select(f => new VillageCount(f.Key, f.Count)).ToList();
        var total = counts.Sum(c => c.Count);
        if (total <= PagedList<HouseholdRow>.ExactLimit) return (total, false, counts);
        return (PagedList<HouseholdRow>.ExactLimit, true, [.. counts, .. most.Where(m => m.Id.CompareTo(counts[^1].Id) > 0)]);
    }

    /// <summary>Desa with a match, in the order of the list.</summary>
    private async Task<List<VillageCount>> TalliesAsync(HouseholdFilter filter, List<Guid> villages, CancellationToken ct)
    {
        if (filter.Conditions != 0) return await ConditionTalliesAsync(filter, villages, ct);
        var tallies = db.VillageTallies.AsNoTracking().Where(t => villages.Contains(t.VillageId));
        if (filter.Deciles is { } span) tallies = tallies.Where(t => t.Decile >= span.From && t.Decile <= span.To);
        var counts = await tallies.GroupBy(t => t.VillageId)
            .Select(g => new { g.Key, Count = filter.OnlyUnreached ? g.Sum(t => t.Unreached) : g.Sum(t => t.Households) }).ToListAsync(ct);
        return [.. counts.Where(c => c.Count > 0).OrderBy(c => c.Key).Select(c => new VillageCount(c.Key, c.Count))];
    }

    /// <summary>Of several conditions, the rarest one bounds how many families of the desa can have them all.</summary>
    private async Task<List<VillageCount>> ConditionTalliesAsync(HouseholdFilter filter, List<Guid> villages, CancellationToken ct)
    {
        var wanted = HouseholdConditionNames.Each(filter.Conditions).ToList();
        var tallies = db.VillageConditionTallies.AsNoTracking().Where(t => villages.Contains(t.VillageId) && wanted.Contains(t.Condition));
        if (filter.Deciles is { } span) tallies = tallies.Where(t => t.Decile >= span.From && t.Decile <= span.To);
        var counts = await tallies.GroupBy(t => new { t.VillageId, t.Condition })
            .Select(g => new { g.Key.VillageId, Count = filter.OnlyUnreached ? g.Sum(t => t.Unreached) : g.Sum(t => t.Households) }).ToListAsync(ct);
        return [.. counts.Where(c => c.Count > 0).GroupBy(c => c.VillageId).Where(g => g.Count() == wanted.Count).OrderBy(g => g.Key).Select(g => new VillageCount(g.Key, g.Min(c => c.Count)))];
    }

    /// <summary>
    /// First what is left of the anchor's desa, then the desa after it. One comparison of (desa, name, id) beside a list of desa
    /// reads the whole registry in PostgreSQL 15: 7 seconds at 600,000 families.
    /// </summary>
    private async Task<List<HeadRow>> PageAsync(IQueryable<Household> open, List<VillageCount> villages, KeysetPosition at, int take, CancellationToken ct)
    {
        var rows = new List<HeadRow>();
        if (at.Anchor is { } anchor)
        {
            rows = await Rows(Beyond(open, anchor, at.Backwards), at.Backwards, take).ToListAsync(ct);
            var here = rows.Count > 0 ? rows[0].VillageId : await VillageOfAsync(anchor, ct);
            if (!villages.Exists(v => v.Id == here)) rows.Clear();
            villages = villages.FindAll(v => at.Backwards ? v.Id.CompareTo(here) < 0 : v.Id.CompareTo(here) > 0);
        }

        if (at.Backwards) villages = [.. villages.AsEnumerable().Reverse()];
        await FillAsync(rows, open, villages, at.Backwards, take, ct);
        return rows;
    }

    /// <summary>What the anchor's desa still holds. Its name is looked up by the same statement: a round trip more costs as much as the rows.</summary>
    private IQueryable<Household> Beyond(IQueryable<Household> open, Guid anchor, bool backwards)
    {
        var place = db.Households.Where(a => a.Id == anchor);
        var here = open.Where(h => h.VillageId == place.Select(a => a.VillageId).First());
        return backwards
            ? here.Where(h => EF.Functions.LessThan(ValueTuple.Create(h.HeadName, h.Id), ValueTuple.Create(place.Select(a => a.HeadName).First(), anchor)))
            : here.Where(h => EF.Functions.GreaterThan(ValueTuple.Create(h.HeadName, h.Id), ValueTuple.Create(place.Select(a => a.HeadName).First(), anchor)));
    }

    private async Task<Guid> VillageOfAsync(Guid anchor, CancellationToken ct) =>
        await db.Households.Where(h => h.Id == anchor).Select(h => (Guid?)h.VillageId).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();

    /// <summary>Reads only the desa that fill the page by their totals; PostgreSQL 15 would sort the families of all that are named. Without totals, all.</summary>
    private async Task FillAsync(List<HeadRow> rows, IQueryable<Household> open, List<VillageCount> ordered, bool backwards, int take, CancellationToken ct)
    {
        for (var next = 0; rows.Count < take && next < ordered.Count;)
        {
            var some = new List<Guid>();
            for (var sum = rows.Count; sum < take && next < ordered.Count; next++)
            {
                some.Add(ordered[next].Id);
                sum += ordered[next].Count;
            }

            rows.AddRange((await Rows(In(open, some), backwards, take).ToListAsync(ct)).Take(take - rows.Count));
        }
    }

    /// <summary>One desa is asked for by itself: of a list of desa PostgreSQL makes a new plan each time, which takes longer than reading the page.</summary>
    private static IQueryable<Household> In(IQueryable<Household> households, List<Guid> villages) =>
        villages is [var only] ? households.Where(h => h.VillageId == only) : households.Where(h => villages.Contains(h.VillageId));

    private IQueryable<Household> Narrowed(HouseholdFilter filter)
    {
        var households = db.Households.AsNoTracking().Where(h => h.LeftOn == null);
        if (filter.Deciles == DecileSpan.Unknown) households = households.Where(h => h.Decile == null);
        else if (filter.Deciles?.Each is { } deciles) households = households.Where(h => deciles.Contains(h.Decile!.Value));
        if (filter.Conditions is not HouseholdConditions.None and var wanted) households = households.Where(h => (h.Conditions & wanted) == wanted);
        return filter.OnlyUnreached ? households.Where(h => h.ActiveProgramCount == 0) : households;
    }

    private IQueryable<HeadRow> Rows(IQueryable<Household> households, bool backwards, int take)
    {
        var ordered = backwards
            ? households.OrderByDescending(h => h.VillageId).ThenByDescending(h => h.HeadName).ThenByDescending(h => h.Id)
            : households.OrderBy(h => h.VillageId).ThenBy(h => h.HeadName).ThenBy(h => h.Id);
        return WholeRows(ordered.TakeFixed(take)).SelectMany(
            h => db.HouseholdMembers.Where(m => m.HouseholdId == h.Id && m.Relation == FamilyRelation.Head && m.LeftOn == null).DefaultIfEmpty(),
            (h, m) => new HeadRow(
                h.Id, h.HeadName, m == null ? null : m.Id, m == null ? null : m.NikCipher, m == null ? null : m.BirthDate, h.VillageId, h.Address, h.Hamlet, h.Rt, h.Rw, h.Decile,
                h.DecileSource, h.DecileReleasedOn, h.MemberCount, h.ActiveProgramCount, h.Conditions));
    }

    /// <summary>The narrowed page reads its order's index alone; only the rows of the page itself are fetched.</summary>
    private IQueryable<Household> WholeRows(IQueryable<Household> page) =>
        page.Select(p => new { p.Id, p.VillageId, p.HeadName }).Join(db.Households.AsNoTracking(), p => p.Id, h => h.Id, (_, h) => h);

    private sealed record VillageCount(Guid Id, int Count);
}

/// <summary>A family with its head as stored; the number is still sealed.</summary>
internal sealed record HeadRow(
    Guid Id, string HeadName, Guid? HeadId, byte[]? HeadNik, DateOnly? HeadBirth, Guid VillageId, string Address, string? Hamlet, string? Rt, string? Rw, int? Decile,
    string? DecileSource, DateOnly? DecileReleasedOn, int Members, int Programs, HouseholdConditions Conditions)
{
    public int? AgeOn(DateOnly today) => HeadBirth is { } birth ? Age.InYears(birth, today) : null;

    private const string Damaged = "tidak terbaca";

    public HouseholdRow ToRow(HouseholdAreas areas, FieldCipher cipher, DateOnly today) => new(
        Id, HeadName, HeadNik is { } nik ? cipher.TryOpen(nik, HeadId!.Value) is { } digits ? Nik.Mask(digits) : Damaged : null, AgeOn(today), VillageId,
        areas.NameOf(VillageId), areas.DistrictOf(VillageId)?.Name ?? "", Decile, Members, Programs, Conditions);
}
