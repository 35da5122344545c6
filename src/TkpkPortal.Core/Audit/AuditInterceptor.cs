using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Audit;

/// <summary>Where a request comes from, for the audit trail. Scoped; empty outside a request.</summary>
public sealed class RequestTrace
{
    public string? Address { get; set; }

    public string? CorrelationId { get; set; }
}

/// <summary>Adds an audit row for every written noun to the same save, so both are kept or neither.</summary>
internal sealed class AuditInterceptor(FieldCipher cipher, TimeProvider time, Func<DbContext, (Actor Actor, RequestTrace Trace)> originOf) : SaveChangesInterceptor
{
    /// <summary>Stands for a value before and after a change.</summary>
    internal const string Hidden = "(disembunyikan)";

    /// <summary>Stands for a value that is there and did not change.</summary>
    private const string Kept = "(tetap)";

    /// <summary>Their change is told, their value never.</summary>
    private static readonly HashSet<string> Secret =
        ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", "InvitationDigest", "CardNumberCipher", "CardNumberDigest", "NikCipher", "NikDigest", "SealedContent", "SealedLines", "Sha256", "PinCipher", "PublicToken", "LocationCipher"];

    private static readonly HashSet<string> Silent =
    [
        "Version", "UpdatedAt", "ConcurrencyStamp", "SecurityStamp", "NormalizedUserName", "NormalizedEmail", "NikDigest", "CardNumberDigest", "Sha256",
        "StageSince", "Reached",
        // Follow from other fields, or are the worker's own book-keeping.
        "Conditions", "KnownConditions", "OriginBatchId", "LastBatchId", "Fence", "LeasedUntil", "Done", "Total", "PhaseStartedAt", "Tries",
        // Identity's own columns that the portal does not use.
        "AccessFailedCount", "EmailConfirmed", "LockoutEnabled", "LockoutEnd", "PhoneNumber", "PhoneNumberConfirmed", "TwoFactorEnabled",
    ];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = eventData.Context!;
        db.ChangeTracker.DetectChanges();
        if (db.ChangeTracker.Entries<AuditEntry>().Any(e => e.State is EntityState.Modified or EntityState.Deleted))
            throw new InvalidOperationException("The audit trail is append-only.");
        var entries = db.ChangeTracker.Entries<IAudited>().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in entries)
        {
            var changes = Changes(entry);
            if (LeftFamily(entry) is { } former)
            {
                // Each family's own trail must tell it all: who went, and who came with which facts.
                var whole = Whole(entry, changes);
                db.Add(Entry(db, entry, whole, former));
                changes = whole;
            }

            if (changes.Count > 0 || entry.State != EntityState.Modified) db.Add(Entry(db, entry, changes, (entry.Entity as IOfHousehold)?.HouseholdId));
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>Completes an entry made by hand (a read, an export) with who, when and where from.</summary>
    internal void Complete(DbContext db, AuditEntry entry)
    {
        var (actor, trace) = originOf(db);
        entry.At = time.GetUtcNow();
        entry.ActorId = actor.UserId;
        entry.ActorName = actor.Name;
        entry.ActorRole = actor.Role?.ToString() ?? "";
        entry.Address = trace.Address;
        entry.CorrelationId = trace.CorrelationId;
    }

    /// <summary>The family that a child went away from in this save; null where it stays.</summary>
    private static Guid? LeftFamily(EntityEntry<IAudited> entry) =>
        entry is { State: EntityState.Modified, Entity: IOfHousehold child } && entry.Property(nameof(IOfHousehold.HouseholdId)).OriginalValue is Guid former && former != child.HouseholdId ? former : null;

    /// <summary>The changes, and what stays with the same text before and after.</summary>
    private static List<FieldChange> Whole(EntityEntry entry, List<FieldChange> changes) =>
    [
        .. changes,
        .. entry.Properties
            .Where(p => !Silent.Contains(p.Metadata.Name) && !p.Metadata.IsPrimaryKey() && p.CurrentValue is not null && !changes.Exists(c => c.Field == p.Metadata.Name))
            .Select(p => (p.Metadata.Name, Text: Secret.Contains(p.Metadata.Name) ? Kept : Text(p.Metadata.Name, p.CurrentValue)))
            .Select(p => new FieldChange(p.Name, p.Text, p.Text)),
    ];

    private AuditEntry Entry(DbContext db, EntityEntry<IAudited> entry, List<FieldChange> changes, Guid? householdId)
    {
        var action = entry.State switch
        {
            EntityState.Added => AuditAction.Create,
            EntityState.Deleted => AuditAction.Delete,
            _ => AuditAction.Update,
        };
        var audit = new AuditEntry(action, entry.Metadata.ClrType.Name, entry.Entity.Id, entry.Entity.AuditName);
        Complete(db, audit);
        audit.RootId = householdId ?? RootOf(entry);
        audit.VillageId = VillageOf(db, entry, householdId);
        audit.AgencyId = AgencyOf(db, entry);
        if (changes.Count > 0) audit.SealedChanges = cipher.Seal(JsonSerializer.Serialize(changes), audit.Id);
        return audit;
    }

    private static List<FieldChange> Changes(EntityEntry entry) =>
    [
        .. entry.Properties
            .Where(p => !Silent.Contains(p.Metadata.Name) && !p.Metadata.IsPrimaryKey())
            .Where(p => entry.State switch
            {
                EntityState.Added => p.CurrentValue is not null,
                EntityState.Deleted => p.OriginalValue is not null,
                _ => p.IsModified && !Equals(p.OriginalValue, p.CurrentValue),
            })
            .Select(p => new FieldChange(
                p.Metadata.Name,
                entry.State == EntityState.Added ? null : Text(p.Metadata.Name, p.OriginalValue),
                entry.State == EntityState.Deleted ? null : Text(p.Metadata.Name, p.CurrentValue))),
    ];

    private static string? Text(string property, object? value) => value switch
    {
        null => null,
        _ when Secret.Contains(property) => Hidden,
        byte[] bytes => $"{bytes.Length} bita",
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        TimeOnly clock => clock.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Guid RootOf(EntityEntry<IAudited> entry) => entry.Entity switch
    {
        IOfProgram child => child.ProgramId,
        _ => entry.Properties.FirstOrDefault(p => p.Metadata.Name is "ProposalId" or "MeetingId" or "FollowUpId" or "BudgetLineId" or "IndicatorId")?.CurrentValue as Guid? ?? entry.Entity.Id,
    };

    private static Guid? VillageOf(DbContext db, EntityEntry<IAudited> entry, Guid? householdId) => entry.Entity switch
    {
        IInVillage inVillage => inVillage.VillageId,
        IOfHousehold => db.ChangeTracker.Entries<IInVillage>().FirstOrDefault(e => ((IAudited)e.Entity).Id == householdId)?.Entity.VillageId,
        _ => null,
    };

    private static Guid? AgencyOf(DbContext db, EntityEntry<IAudited> entry) => entry.Entity switch
    {
        IOfAgency ofAgency => ofAgency.AgencyId,
        IOfProgram child => db.ChangeTracker.Entries<IOfAgency>().FirstOrDefault(e => e.Entity is IAudited a && a.Id == child.ProgramId)?.Entity.AgencyId,
        _ => null,
    };
}
