using System.Text.Json;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Audit;

/// <summary>Writes the entries that no save makes by itself: reads, reveals, sign-ins, exports. Reads entries back in clear.</summary>
public sealed class AuditTrail(FieldCipher cipher, TimeProvider time, RequestTrace trace)
{
    /// <summary>Adds the entry to the context; the caller's SaveChangesAsync keeps it.</summary>
    public void Add(TkpkDbContext db, AuditEntry entry, string? reason = null, Guid? rootId = null, Guid? villageId = null, Guid? agencyId = null, IReadOnlyList<FieldChange>? changes = null)
    {
        new AuditInterceptor(cipher, time, context => (((TkpkDbContext)context).Actor, trace)).Complete(db, entry);
        entry.Reason = reason;
        entry.RootId = rootId ?? entry.SubjectId;
        entry.VillageId = villageId;
        entry.AgencyId = agencyId;
        if (changes is { Count: > 0 }) entry.SealedChanges = cipher.Seal(JsonSerializer.Serialize(changes), entry.Id);
        db.AuditEntries.Add(entry);
    }

    public IReadOnlyList<FieldChange> ChangesOf(Guid entryId, byte[]? sealedChanges) => [.. ToldBy(entryId, sealedChanges).Where(c => c.Old != c.New || c.Old == AuditInterceptor.Hidden)];

    /// <summary>Also what an entry repeats without a change: the facts of a member who came from another family.</summary>
    public IReadOnlyList<FieldChange> ToldBy(Guid entryId, byte[]? sealedChanges) =>
        sealedChanges is null ? [] : JsonSerializer.Deserialize<List<FieldChange>>(cipher.Open(sealedChanges, entryId)) ?? [];
}
