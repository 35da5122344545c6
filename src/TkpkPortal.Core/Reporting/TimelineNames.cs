using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Reporting;

/// <summary>Names for the ids that a family's history speaks of. What the reader may not see has none: a member who went to another desa is told, the family there is not.</summary>
internal sealed class TimelineNames
{
    private readonly Dictionary<Guid, string> _names = [];

    public Guid HouseholdId { get; private init; }

    public string Of(Guid? id, string unknown) => id is { } known && _names.TryGetValue(known, out var name) && name.Length > 0 ? name : unknown;

    public static async Task<TimelineNames> ReadAsync(TkpkDbContext db, Guid householdId, List<(AuditEntry Entry, IReadOnlyList<FieldChange> Changes)> told, CancellationToken ct)
    {
        var names = new TimelineNames { HouseholdId = householdId };
        // A member out of reach by now is called as the trail called it last.
        foreach (var (entry, changes) in Enumerable.Reverse(told).Where(t => t.Entry.Subject == nameof(HouseholdMember)))
            names.Keep(entry.SubjectId!.Value, changes.FirstOrDefault(c => c.Field == nameof(HouseholdMember.Name))?.New);
        var ids = told.SelectMany(t => t.Changes).SelectMany(c => new[] { c.Old, c.New }).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty)
            .Concat(told.Select(t => t.Entry.SubjectId ?? Guid.Empty)).Distinct().ToList();
        IQueryable<Named>[] nouns =
        [
            db.HouseholdMembers.Where(m => ids.Contains(m.Id)).Select(m => new Named(m.Id, m.Name)),
            db.Households.Where(h => ids.Contains(h.Id)).Select(h => new Named(h.Id, h.HeadName)),
            db.Areas.Where(a => ids.Contains(a.Id)).Select(a => new Named(a.Id, a.Name)),
            db.Programs.Where(p => ids.Contains(p.Id)).Select(p => new Named(p.Id, p.Name)),
            db.Users.Where(u => ids.Contains(u.Id)).Select(u => new Named(u.Id, u.FullName)),
            db.Enrollments.Where(e => ids.Contains(e.Id)).Select(e => new Named(e.Id, e.Program.Name)),
        ];
        foreach (var noun in nouns)
        {
            foreach (var (id, name) in await noun.AsNoTracking().ToListAsync(ct)) names.Keep(id, name);
        }

        return names;
    }

    private void Keep(Guid id, string? name)
    {
        if (name is not null) _names[id] = name;
    }

    private sealed record Named(Guid Id, string Name);
}
