using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Reporting;

/// <summary>Names for ids that stand in the audit trail (an OPD, a desa, a program), so that people read words. Families are left out: their names are personal.</summary>
public sealed class RecordNamesQuery(TkpkDbContext db)
{
    public async Task<IReadOnlyDictionary<Guid, string>> RunAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        Dictionary<Guid, string> names = [];
        if (ids.Count == 0) return names;
        IQueryable<Named>[] nouns =
        [
            db.Agencies.Where(a => ids.Contains(a.Id)).Select(a => new Named(a.Id, a.Name)),
            db.Areas.Where(a => ids.Contains(a.Id)).Select(a => new Named(a.Id, a.Code + " " + a.Name)),
            db.Programs.Where(p => ids.Contains(p.Id)).Select(p => new Named(p.Id, p.Name)),
            db.BudgetLines.Where(l => ids.Contains(l.Id)).Select(l => new Named(l.Id, l.SubActivityName)),
            db.Meetings.Where(m => ids.Contains(m.Id)).Select(m => new Named(m.Id, m.Title)),
            db.Indicators.Where(i => ids.Contains(i.Id)).Select(i => new Named(i.Id, i.Name)),
            db.Users.Where(u => ids.Contains(u.Id)).Select(u => new Named(u.Id, u.FullName)),
            db.StoredFiles.Where(f => ids.Contains(f.Id)).Select(f => new Named(f.Id, f.Name)),
        ];
        foreach (var noun in nouns)
        {
            foreach (var (id, name) in await noun.ToListAsync(ct)) names[id] = name;
        }

        return names;
    }

    private sealed record Named(Guid Id, string Name);
}
