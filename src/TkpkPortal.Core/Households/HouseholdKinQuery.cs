using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public enum Kinship
{
    /// <summary>One rumah tangga of BDT 2015: they shared a kitchen then.</summary>
    SameKitchen,
    SplitFrom,
    SplitOff,
    MergedInto,
    MergedFrom,
}

public sealed record Kin(Guid Id, string HeadName, Kinship Kinship, bool Left);

/// <summary>Families that belong to one: of the same former rumah tangga in its desa, split off, merged. Only those the actor may see.</summary>
public sealed class HouseholdKinQuery(TkpkDbContext db, ExpiredImports expired)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<Kin>> RunAsync(Guid id, CancellationToken ct)
    {
        var one = await db.Households.AsNoTracking().Where(h => h.Id == id).Select(h => new { h.VillageId, h.LegacyHouseholdNumber, h.SplitFromId, h.MergedIntoId }).SingleOrDefaultAsync(ct);
        if (one is null) return [];
        var sources = await expired.RunAsync(ct);
        var found = await sources.Open(db.Households.AsNoTracking())
            .Where(h => h.SplitFromId == id || h.MergedIntoId == id || h.Id == one.SplitFromId || h.Id == one.MergedIntoId)
            .OrderBy(h => h.HeadName).ThenBy(h => h.Id).Take(Most)
            .Select(h => new Kin(
                h.Id, h.HeadName,
                h.Id == one.SplitFromId ? Kinship.SplitFrom : h.Id == one.MergedIntoId ? Kinship.MergedInto : h.SplitFromId == id ? Kinship.SplitOff : Kinship.MergedFrom, h.LeftOn != null))
            .ToListAsync(ct);
        if (one.LegacyHouseholdNumber is not { } number) return found;
        var kitchen = await sources.Open(db.Households.AsNoTracking())
            .Where(h => h.LegacyHouseholdNumber == number && h.VillageId == one.VillageId && h.Id != id && h.LeftOn == null)
            .OrderBy(h => h.HeadName).ThenBy(h => h.Id).Take(Most).Select(h => new Kin(h.Id, h.HeadName, Kinship.SameKitchen, false)).ToListAsync(ct);
        return [.. kitchen, .. found];
    }
}
