using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Reporting;

/// <summary>One thing that happened to a family: what, and the fields with their words before and after.</summary>
public sealed record TimelineEntry(DateTimeOffset At, string What, IReadOnlyList<FieldChange> Changes, string By);

public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries, long? Older);

/// <summary>What the audit trail tells about one family, newest first. Who only looked is not part of it; who opened the numbers is.</summary>
public sealed class HouseholdTimelineQuery(TkpkDbContext db, AuditTrail trail)
{
    private const int PageSize = 20;

    /// <summary>Told by the sentence itself, or of no use to a reader.</summary>
    private static readonly HashSet<string> Quiet =
        ["ActiveProgramCount", "AssignedAt", "HouseholdId", "MemberCount", "ProgramId", "RegisteredAt", "UserId", "VillageId", "HeadName"];

    public async Task<Timeline> RunAsync(Guid householdId, long? before, CancellationToken ct)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(a => a.RootId == householdId && a.Action != AuditAction.Read && (before == null || a.Sequence < before))
            .OrderByDescending(a => a.Sequence).Take(PageSize + 1).ToListAsync(ct);
        var more = entries.Count > PageSize;
        if (more) entries.RemoveAt(PageSize);
        var told = entries.ConvertAll(e => (Entry: e, Changes: trail.ChangesOf(e.Id, e.SealedChanges)));
        var names = await NamesAsync(householdId, told, ct);
        return new([.. told.Select(t => Tell(t.Entry, t.Changes, names)).Where(t => t is not null).Select(t => t!)], more ? entries[^1].Sequence : null);
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(Guid householdId, List<(AuditEntry Entry, IReadOnlyList<FieldChange> Changes)> told, CancellationToken ct)
    {
        var ids = told.SelectMany(t => t.Changes).Where(c => c.Field is "ProgramId" or "UserId").Select(c => Guid.Parse((c.New ?? c.Old)!)).Distinct().ToList();
        var names = await db.HouseholdMembers.AsNoTracking().Where(m => m.HouseholdId == householdId).Select(m => new { m.Id, m.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        foreach (var program in await db.Programs.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(ct)) names[program.Id] = program.Name;
        foreach (var user in await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).Select(u => new { u.Id, u.FullName }).ToListAsync(ct)) names[user.Id] = user.FullName;
        var enrollments = await db.Enrollments.AsNoTracking().Where(e => e.HouseholdId == householdId).Select(e => new { e.Id, e.Program.Name }).ToListAsync(ct);
        foreach (var enrollment in enrollments) names[enrollment.Id] = enrollment.Name;
        return names;
    }

    private static TimelineEntry? Tell(AuditEntry entry, IReadOnlyList<FieldChange> changes, Dictionary<Guid, string> names)
    {
        var shown = changes.Where(c => !Quiet.Contains(c.Field))
            .Select(c => new FieldChange(FieldNames.Of(entry.Subject, c.Field), FieldNames.Value(c.Field, c.Old), FieldNames.Value(c.Field, c.New))).ToList();
        var what = What(entry, changes, names);
        // A changed member also counts on the family's own row; one line tells both.
        if (what is null || (entry is { Subject: nameof(Household), Action: AuditAction.Update } && shown.Count == 0)) return null;
        var by = entry.ActorRole is { Length: > 0 } role ? $"{entry.ActorName}, {RoleNames.Of(Enum.Parse<Role>(role))}" : entry.ActorName;
        return new(entry.At, what, entry.Action == AuditAction.Update ? shown : [], by);
    }

    private static string? What(AuditEntry entry, IReadOnlyList<FieldChange> changes, Dictionary<Guid, string> names)
    {
        var left = changes.FirstOrDefault(c => c.Field == nameof(Household.LeaveReason))?.New;
        var subject = names.GetValueOrDefault(entry.SubjectId ?? Guid.Empty, "");
        var other = changes.FirstOrDefault(c => c.Field is "ProgramId" or "UserId") is { } link ? names.GetValueOrDefault(Guid.Parse((link.New ?? link.Old)!), "") : "";
        return (entry.Subject, entry.Action) switch
        {
            (nameof(Household), AuditAction.Create) => "Keluarga didaftarkan",
            (nameof(Household), AuditAction.Update) => left is null ? "Data keluarga diperbaiki" : "Keluarga keluar dari basis data",
            (nameof(Household), AuditAction.Reveal) => $"NIK dan nomor KK dibuka. Alasan: {entry.Reason}",
            (nameof(HouseholdMember), AuditAction.Create) => $"{subject} dicatat sebagai anggota",
            (nameof(HouseholdMember), AuditAction.Update) => left is null ? $"Data {subject} diperbaiki" : $"{subject} keluar dari keluarga",
            (nameof(HouseholdAssignment), AuditAction.Create) => $"Pendamping ditugaskan: {other}",
            (nameof(HouseholdAssignment), AuditAction.Delete) => $"Pendamping dilepas: {other}",
            (nameof(Enrollment), AuditAction.Create) => $"Mulai menerima {other}",
            (nameof(Enrollment), AuditAction.Update) => $"Berhenti menerima {subject}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{entry.Subject}: {entry.Action}"),
        };
    }
}
