using System.Globalization;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Pages.Audit;

/// <summary>Puts entries into words: names for ids, local time for moments.</summary>
public sealed class AuditWords(IReadOnlyDictionary<Guid, string> names, KabupatenClock clock)
{
    public static HashSet<Guid> IdsIn(IEnumerable<AuditRow> rows) =>
    [
        .. rows.SelectMany(r => r.Changes).SelectMany(c => new[] { c.Old, c.New }).Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty),
    ];

    public static string Role(AuditRow row) => Enum.TryParse<Role>(row.ActorRole, out var role) ? RoleNames.Of(role) : "";

    public static string Title(AuditRow row)
    {
        var noun = FieldNames.Subject(row.Subject);
        return row.SubjectName.StartsWith(noun, StringComparison.Ordinal) ? row.SubjectName : $"{noun} {row.SubjectName}".TrimEnd();
    }

    /// <summary>What a new or removed record held; fields left empty say nothing.</summary>
    public static IReadOnlyList<FieldChange> Filled(AuditRow row) => [.. row.Changes.Where(c => !string.IsNullOrEmpty(c.New ?? c.Old))];

    public string Value(FieldChange change, string? text)
    {
        if (Guid.TryParse(text, out var id)) return names.GetValueOrDefault(id) ?? "catatan lain";
        return DateTimeOffset.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? Indonesian.LongDateTime(clock.Local(moment), clock.ZoneName)
            : FieldNames.Value(change.Field, text);
    }

    public string Sentence(AuditRow row) => string.Join("; ", (row.Action == AuditAction.Update ? row.Changes : Filled(row)).Select(c => c switch
    {
        { New: null } when row.Action != AuditAction.Update => $"{FieldNames.Of(row.Subject, c.Field)}: {Value(c, c.Old)}",
        { Old: null } when row.Action != AuditAction.Update => $"{FieldNames.Of(row.Subject, c.Field)}: {Value(c, c.New)}",
        _ => $"{FieldNames.Of(row.Subject, c.Field)}: {Value(c, c.Old)} menjadi {Value(c, c.New)}",
    }));
}
