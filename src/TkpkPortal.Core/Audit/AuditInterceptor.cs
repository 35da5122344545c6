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
    /// <summary>Their change is told, their value never.</summary>
    private static readonly HashSet<string> Secret =
        ["PasswordHash", "SecurityStamp", "ConcurrencyStamp", "InvitationDigest", "CardNumberCipher", "CardNumberDigest", "NikCipher", "NikDigest", "SealedContent", "Sha256"];

    private static readonly HashSet<string> Silent =
    [
        "Version", "UpdatedAt", "ConcurrencyStamp", "SecurityStamp", "NormalizedUserName", "NormalizedEmail", "NikDigest", "CardNumberDigest", "Sha256",
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
            if (changes.Count > 0 || entry.State != EntityState.Modified) db.Add(Entry(db, entry, changes));
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

    private AuditEntry Entry(DbContext db, EntityEntry<IAudited> entry, List<FieldChange> changes)
    {
        var action = entry.State switch
        {
            EntityState.Added => AuditAction.Create,
            EntityState.Deleted => AuditAction.Delete,
            _ => AuditAction.Update,
        };
        var audit = new AuditEntry(action, entry.Metadata.ClrType.Name, entry.Entity.Id, entry.Entity.AuditName);
        Complete(db, audit);
        audit.RootId = RootOf(entry);
        audit.VillageId = VillageOf(db, entry);
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
        _ when Secret.Contains(property) => "(disembunyikan)",
        byte[] bytes => $"{bytes.Length} bita",
        DateOnly date => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        TimeOnly clock => clock.ToString("HH':'mm", System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static Guid RootOf(EntityEntry<IAudited> entry) => entry.Entity switch
    {
        IOfHousehold child => child.HouseholdId,
        IOfProgram child => child.ProgramId,
        _ => entry.Properties.FirstOrDefault(p => p.Metadata.Name is "MeetingId" or "FollowUpId" or "BudgetLineId" or "IndicatorId")?.CurrentValue as Guid? ?? entry.Entity.Id,
    };

    private static Guid? VillageOf(DbContext db, EntityEntry<IAudited> entry) => entry.Entity switch
    {
        IInVillage inVillage => inVillage.VillageId,
        IOfHousehold child => db.ChangeTracker.Entries<IInVillage>().FirstOrDefault(e => ((IAudited)e.Entity).Id == child.HouseholdId)?.Entity.VillageId,
        _ => null,
    };

    private static Guid? AgencyOf(DbContext db, EntityEntry<IAudited> entry) => entry.Entity switch
    {
        IOfAgency ofAgency => ofAgency.AgencyId,
        IOfProgram child => db.ChangeTracker.Entries<IOfAgency>().FirstOrDefault(e => e.Entity is IAudited a && a.Id == child.ProgramId)?.Entity.AgencyId,
        _ => null,
    };
}
