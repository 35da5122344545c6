using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>Keeps a family's change, its audit rows and the counts of its desa together, or none of them.</summary>
internal static class HouseholdSave
{
    /// <summary>Refused: KEL-04 to KEL-07, a number that is active elsewhere.</summary>
    public static async Task SaveAsync(this TkpkDbContext db, Household household, CancellationToken ct)
    {
        var moves = TallyMoves.Of(db);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: HouseholdConfiguration.NikOnce })
        {
            throw await NikTakenAsync(db, household, ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: HouseholdConfiguration.CardOnce })
        {
            throw await CardTakenAsync(db, household, ct);
        }

        await moves.ApplyAsync(db, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Who may see the other family reads where it is; the others read no more than that it exists.</summary>
    private static async Task<RuleBrokenException> NikTakenAsync(TkpkDbContext db, Household household, CancellationToken ct)
    {
        var digests = household.Members.Where(m => m.LeftOn is null && m.NikDigest is not null).Select(m => m.NikDigest).ToList();
        var village = await db.HouseholdMembers.AsNoTracking()
            .Where(m => m.LeftOn == null && m.HouseholdId != household.Id && digests.Contains(m.NikDigest))
            .Select(m => (Guid?)m.Household.VillageId).FirstOrDefaultAsync(ct);
        return village is { } id
            ? new(HouseholdRules.NikTakenHere, nameof(Nik), await PlaceAsync(db, id, ct))
            : new(HouseholdRules.NikTakenElsewhere, nameof(Nik));
    }

    private static async Task<RuleBrokenException> CardTakenAsync(TkpkDbContext db, Household household, CancellationToken ct)
    {
        var digest = household.CardNumberDigest;
        var village = await db.Households.AsNoTracking()
            .Where(h => h.LeftOn == null && h.Id != household.Id && h.CardNumberDigest == digest)
            .Select(h => (Guid?)h.VillageId).FirstOrDefaultAsync(ct);
        return village is { } id
            ? new(HouseholdRules.CardTakenHere, "CardNumber", await PlaceAsync(db, id, ct))
            : new(HouseholdRules.CardTakenElsewhere, "CardNumber");
    }

    private static async Task<string> PlaceAsync(TkpkDbContext db, Guid villageId, CancellationToken ct) =>
        await db.Areas.AsNoTracking().Where(v => v.Id == villageId)
            .Select(v => v.Name + db.Areas.Where(d => d.Id == v.ParentId).Select(d => ", Kecamatan " + d.Name).FirstOrDefault()).SingleAsync(ct);
}
