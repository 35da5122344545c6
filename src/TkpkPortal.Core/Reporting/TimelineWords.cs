using System.Globalization;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Reporting;

/// <summary>The sentence of one entry of a family's history.</summary>
internal static class TimelineWords
{
    private const string OtherFamily = "keluarga lain di luar wilayah Anda";

    /// <summary>Told by the sentence itself, or of no use to a reader.</summary>
    private static readonly HashSet<string> Quiet =
        ["ActiveProgramCount", "AssignedAt", "HouseholdId", "MemberCount", "ProgramId", "RegisteredAt", "UserId", "VillageId", "HeadName", "MergedIntoId", "SplitFromId"];

    public static TimelineEntry? Tell(AuditEntry entry, IReadOnlyList<FieldChange> changes, TimelineNames names)
    {
        var shown = changes.Where(c => !Quiet.Contains(c.Field) && (c.Old != c.New || c.Old == AuditInterceptor.Hidden))
            .Select(c => new FieldChange(FieldNames.Of(entry.Subject, c.Field), FieldNames.Value(c.Field, c.Old), FieldNames.Value(c.Field, c.New))).ToList();
        var what = What(entry, changes, names);
        // A changed member also counts on the family's own row; one line tells both.
        if (what is null || (entry is { Subject: nameof(Household), Action: AuditAction.Update } && shown.Count == 0 && IdOf(changes, "VillageId") is null)) return null;
        var by = entry.ActorRole is { Length: > 0 } role ? $"{entry.ActorName}, {RoleNames.Of(Enum.Parse<Role>(role))}" : entry.ActorName;
        return new(entry.At, what, entry.Action == AuditAction.Update ? shown : [], by);
    }

    private static string? What(AuditEntry entry, IReadOnlyList<FieldChange> changes, TimelineNames names)
    {
        var linked = IdOf(changes, "ProgramId") ?? IdOf(changes, "UserId");
        return (entry.Subject, entry.Action) switch
        {
            (nameof(Household), AuditAction.Create) => IdOf(changes, "SplitFromId") is { } from ? $"Keluarga dipisah dari {Family(from, names)} ke KK sendiri" : "Keluarga didaftarkan",
            (nameof(Household), AuditAction.Update) => OfFamily(changes, names),
            (nameof(Household), AuditAction.Reveal) => $"NIK dan nomor KK dibuka. Alasan: {entry.Reason}",
            (nameof(HouseholdMember), AuditAction.Create) => $"{Member(entry, names)} dicatat sebagai anggota",
            (nameof(HouseholdMember), AuditAction.Update) => OfMember(entry, changes, names),
            (nameof(HouseholdAssignment), AuditAction.Create) => $"Pendamping ditugaskan: {names.Of(linked, "")}",
            (nameof(HouseholdAssignment), AuditAction.Delete) => $"Pendamping dilepas: {names.Of(linked, "")}",
            (nameof(Enrollment), AuditAction.Create) => $"Mulai menerima {names.Of(linked, "program")}",
            (nameof(Enrollment), AuditAction.Update) => OfEnrollment(entry, changes, names, names.Of(linked ?? entry.SubjectId, "program")),
            (nameof(Survey), AuditAction.Create) => "Jawaban survei dicatat",
            (nameof(ChecklistAssessment), AuditAction.Create) => "Daftar periksa diisi",
            _ => string.Create(CultureInfo.InvariantCulture, $"{FieldNames.Subject(entry.Subject)}: {AuditActionNames.Of(entry.Action).ToLower(Indonesian.Culture)}"),
        };
    }

    private static string OfFamily(IReadOnlyList<FieldChange> changes, TimelineNames names)
    {
        if (Of(changes, "VillageId") is { } village) return $"Keluarga pindah dari {Place(village.Old, names)} ke {Place(village.New, names)}";
        if (Of(changes, nameof(Household.LeaveReason))?.New is not { } reason) return "Data keluarga diperbaiki";
        return reason == nameof(LeaveReason.Merged) ? $"Keluarga digabung ke {Family(IdOf(changes, "MergedIntoId"), names)}" : "Keluarga keluar dari basis data";
    }

    private static string OfMember(AuditEntry entry, IReadOnlyList<FieldChange> changes, TimelineNames names)
    {
        var member = Member(entry, names);
        if (Gone(changes) is { } gone)
            return gone.New == names.HouseholdId ? $"{member} datang dari {Family(gone.Old, names)}" : $"{member} pindah ke {Family(gone.New, names)}";
        return Of(changes, nameof(HouseholdMember.LeaveReason))?.New is null ? $"Data {member} diperbaiki" : $"{member} keluar dari keluarga";
    }

    private static string OfEnrollment(AuditEntry entry, IReadOnlyList<FieldChange> changes, TimelineNames names, string program)
    {
        if (Gone(changes) is { } gone)
            return gone.New == names.HouseholdId ? $"{program} diteruskan dari {Family(gone.Old, names)}" : $"{program} diteruskan pada {Family(gone.New, names)}";
        return $"Berhenti menerima {program}";
    }

    private static (Guid Old, Guid New)? Gone(IReadOnlyList<FieldChange> changes) =>
        Of(changes, nameof(HouseholdMember.HouseholdId)) is { Old: { } old, New: { } now } && old != now ? (Guid.Parse(old), Guid.Parse(now)) : null;

    private static string Member(AuditEntry entry, TimelineNames names) => names.Of(entry.SubjectId, "Seorang anggota");

    private static string Family(Guid? id, TimelineNames names) => names.Of(id, "") is { Length: > 0 } head ? $"keluarga {head}" : OtherFamily;

    private static string Place(string? id, TimelineNames names) => names.Of(Guid.TryParse(id, out var known) ? known : null, "desa lain");

    private static FieldChange? Of(IReadOnlyList<FieldChange> changes, string field) => changes.FirstOrDefault(c => c.Field == field);

    private static Guid? IdOf(IReadOnlyList<FieldChange> changes, string field) => Of(changes, field) is { } c && Guid.TryParse(c.New ?? c.Old, out var id) ? id : null;
}
