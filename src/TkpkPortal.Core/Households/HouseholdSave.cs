using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>Keeps a family's change, its audit rows and the counts of its desa together, or none of them.</summary>
internal static class HouseholdSave
{
    /// <summary>Refused: KEL-04 to KEL-07, a number that is active elsewhere.</summary>
    public static Task SaveAsync(this TkpkDbContext db, Household household, CancellationToken ct) => db.SaveAsync([household], null, ct);

    /// <summary>Joins a transaction that is already open. <paramref name="afterRows"/> runs between the rows and the counts of their desa.</summary>
    public static async Task SaveAsync(this TkpkDbContext db, IReadOnlyList<Household> households, Func<Task>? afterRows, CancellationToken ct)
    {
        var moves = TallyMoves.Of(db);
        // A family that moves counts in two desa.
        var villages = db.ChangeTracker.Entries<Household>().Select(e => e.Property(h => h.VillageId)).SelectMany(v => new[] { v.OriginalValue, v.CurrentValue }).Distinct().ToList();
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: HouseholdConfiguration.NikOnce })
        {
            throw await NikTakenAsync(db, households, ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: HouseholdConfiguration.CardOnce })
        {
            throw await CardTakenAsync(db, households, ct);
        }

        if (afterRows is null)
        {
            await moves.ApplyAsync(db, ct);
        }
        else
        {
            await afterRows();
            await TallyRecount.RunAsync(db, villages, ct);
        }

        if (own is not null) await own.CommitAsync(ct);
    }

    /// <summary>Who may see the other family reads whose it is and where; the others read no more than that it exists.</summary>
    private static async Task<RuleBrokenException> NikTakenAsync(TkpkDbContext db, IReadOnlyList<Household> households, CancellationToken ct)
    {
        var own = households.Select(h => h.Id).ToList();
        var digests = households.SelectMany(h => h.Members).Where(m => m.LeftOn is null && m.NikDigest is not null).Select(m => m.NikDigest).ToList();
        var other = await db.HouseholdMembers.AsNoTracking()
            .Where(m => m.LeftOn == null && !own.Contains(m.HouseholdId) && digests.Contains(m.NikDigest))
            .Select(m => new { m.Household.HeadName, m.Household.VillageId }).FirstOrDefaultAsync(ct);
        return other is not null
            ? new(HouseholdRules.NikTakenHere, nameof(Nik), $"{other.HeadName} di {await PlaceAsync(db, other.VillageId, ct)}")
            : new(HouseholdRules.NikTakenElsewhere, nameof(Nik));
    }

    private static async Task<RuleBrokenException> CardTakenAsync(TkpkDbContext db, IReadOnlyList<Household> households, CancellationToken ct)
    {
        // The family that holds the number may be one of these: a split off family given the old card.
        var digests = households.Where(h => h.CardNumberDigest is not null).Select(h => h.CardNumberDigest).ToList();
        var changed = db.ChangeTracker.Entries<Household>().Where(e => e.State != EntityState.Unchanged && (e.State == EntityState.Added || e.Property(h => h.CardNumberDigest).IsModified)).Select(e => e.Entity.Id).ToList();
        var other = await db.Households.AsNoTracking()
            .Where(h => h.LeftOn == null && !changed.Contains(h.Id) && digests.Contains(h.CardNumberDigest))
            .Select(h => new { h.HeadName, h.VillageId }).FirstOrDefaultAsync(ct);
        return other is not null
            ? new(HouseholdRules.CardTakenHere, "CardNumber", $"{other.HeadName} di {await PlaceAsync(db, other.VillageId, ct)}")
            : new(HouseholdRules.CardTakenElsewhere, "CardNumber");
    }

    private static async Task<string> PlaceAsync(TkpkDbContext db, Guid villageId, CancellationToken ct) =>
        await db.Areas.AsNoTracking().Where(v => v.Id == villageId)
            .Select(v => v.Name + db.Areas.Where(d => d.Id == v.ParentId).Select(d => ", Kecamatan " + d.Name).FirstOrDefault()).SingleAsync(ct);
}
