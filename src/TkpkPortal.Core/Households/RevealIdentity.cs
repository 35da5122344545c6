using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed record RevealedMember(string Name, string? Nik);

public sealed record RevealedNumbers(string? CardNumber, IReadOnlyList<RevealedMember> Members);

/// <summary>Shows the numbers of one family in full, for a reason that is kept. The entry is committed before a number is opened.</summary>
public sealed class RevealIdentity(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock, AuditTrail trail, ExpiredImports expired)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Refused: IDN-09, IDN-10, KEL-31.</summary>
    public async Task<RevealedNumbers> RunAsync(Guid householdId, string? reason, CancellationToken ct)
    {
        var household = await db.Households.AsNoTracking().Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == householdId, ct) ?? throw new RecordNotFoundException();
        (await expired.RunAsync(ct)).MustBeOpen(household);
        var text = reason?.Trim() ?? "";
        if (text.Length < HouseholdRules.ReasonLength) throw new RuleBrokenException(HouseholdRules.RevealReasonShort, "Reason");
        FreeText.MustHoldNoNumber(text, "Reason");
        await RecordAsync(household, text, ct);
        return new(
            household.CardNumberCipher is { } card ? cipher.Open(card, household.Id) : null,
            [.. household.Members.Where(m => m.LeftOn is null).OrderBy(m => m.Relation).Select(m => new RevealedMember(m.Name, m.NikCipher is { } nik ? cipher.Open(nik, m.Id) : null))]);
    }

    private async Task RecordAsync(Household household, string reason, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // One at a time for each person, or sixty requests sent at once would all find room.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"buka-nik:" + db.Actor.UserId}, 0))", ct);
        var since = clock.Now - Hour;
        var used = await db.AuditEntries.CountAsync(a => a.ActorId == db.Actor.UserId && a.Action == AuditAction.Reveal && a.At > since, ct);
        if (used >= HouseholdRules.RevealsPerHour) throw new RuleBrokenException(HouseholdRules.RevealLimit);
        trail.Add(db, new(AuditAction.Reveal, nameof(Household), household.Id, ""), reason, villageId: household.VillageId);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
