using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed record ReleaseChoice(Guid Id, string Source, DateOnly ReleasedOn)
{
    public string Name => $"{Source} {Indonesian.LongDate(ReleasedOn)}";
}

/// <summary>
/// Families by their decile in an earlier and a later release: Cells[from, to], 1 to 10, and 0 where the release does not rank the family.
/// </summary>
public sealed record DecileMovement(ReleaseChoice From, ReleaseChoice To, IReadOnlyList<IReadOnlyList<int>> Cells)
{
    public const int Size = 11;

    public int Row(int from) => Cells[from].Sum();

    public int Column(int to) => Cells.Sum(row => row[to]);

    public int Total => Cells.Sum(row => row.Sum());

    /// <summary>Ranked in both releases.</summary>
    public int Ranked => Sum((from, to) => from > 0 && to > 0);

    /// <summary>A higher decile than before.</summary>
    public int Better => Sum((from, to) => from > 0 && to > from);

    public int Worse => Sum((from, to) => to > 0 && from > to);

    public int Same => Ranked - Better - Worse;

    private int Sum(Func<int, int, bool> counts) =>
        Enumerable.Range(0, Size).Sum(from => Enumerable.Range(0, Size).Where(to => counts(from, to)).Sum(to => Cells[from][to]));
}

public sealed record DecileMovementView(HouseholdAreas Areas, Place? Village, Place? District, IReadOnlyList<ReleaseChoice> Releases, DecileMovement? Movement);

/// <summary>How families moved between deciles from one release to another: counted in SQL, figures only, so it may be read without the right to read families.</summary>
public sealed class DecileMovementQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, KeptViews kept)
{
    /// <summary>Without a choice, the two newest releases. Of one release there is no movement.</summary>
    public async Task<DecileMovementView> RunAsync(Guid? fromId, Guid? toId, string? districtCode, string? villageCode, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var villages = new HouseholdFilter(districtCode, villageCode, null, false).VillagesIn(areas);
        var village = villageCode is null ? null : areas.Villages.Single(v => v.Code == villageCode);
        var district = village is not null ? areas.DistrictOf(village.Id) : areas.Districts.SingleOrDefault(d => d.Code == districtCode);
        var releases = await db.DecileReleases.AsNoTracking().OrderByDescending(r => r.ReleasedOn).ThenByDescending(r => r.RecordedAt)
            .Select(r => new ReleaseChoice(r.Id, r.Source, r.ReleasedOn)).ToListAsync(ct);
        var to = Chosen(releases, toId) ?? releases.FirstOrDefault(r => r.Id != fromId);
        var from = Chosen(releases, fromId) ?? releases.FirstOrDefault(r => r.Id != to?.Id && (to is null || r.ReleasedOn <= to.ReleasedOn));
        if (to is null || from is null) return new(areas, village, district, releases, null);
        Guid[] ids = [.. villages.Select(v => v.Id)];
        var cells = await kept.GetAsync(
            (nameof(DecileMovementQuery), from.Id, to.Id, db.Actor.Reach, string.Join(' ', db.Actor.VillageIds), districtCode, villageCode), () => CountAsync(from.Id, to.Id, ids, ct));
        return new(areas, village, district, releases, new(from, to, cells));
    }

    private static ReleaseChoice? Chosen(List<ReleaseChoice> releases, Guid? id) =>
        id is { } chosen ? releases.SingleOrDefault(r => r.Id == chosen) ?? throw new RecordNotFoundException() : null;

    /// <summary>The desa are the scope: who reads figures only has no family in EF's filters, and nobody gets more desa than the areas he may see.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<int>>> CountAsync(Guid from, Guid to, Guid[] villageIds, CancellationToken ct)
    {
        var moves = await db.Database.SqlQuery<Move>(
            $"""
            select coalesce(a.decile, 0) as "From", coalesce(b.decile, 0) as "To", count(*)::int as "Families"
            from (select household_id, decile from welfare_deciles where release_id = {from}) a
            full join (select household_id, decile from welfare_deciles where release_id = {to}) b on b.household_id = a.household_id
            join households h on h.id = coalesce(a.household_id, b.household_id)
            where h.village_id = any({villageIds}) and h.left_on is null
            group by 1, 2
            """).ToListAsync(ct);
        var cells = Enumerable.Range(0, DecileMovement.Size).Select(_ => new int[DecileMovement.Size]).ToArray();
        foreach (var move in moves) cells[move.From][move.To] = move.Families;
        return cells;
    }

    private sealed record Move(int From, int To, int Families);
}
