using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

public sealed record ProgramChoice(Guid Id, string Code, string Name, int DecileFrom, int DecileTo);

/// <summary>Running programs a family does not receive yet.</summary>
public sealed class ProgramChoicesQuery(TkpkDbContext db)
{
    private const int Most = 500;

    public Task<List<ProgramChoice>> RunAsync(Guid householdId, CancellationToken ct) =>
        db.Programs.AsNoTracking().Where(p => p.IsActive && !db.Enrollments.Any(e => e.ProgramId == p.Id && e.HouseholdId == householdId && e.EndedOn == null))
            .OrderBy(p => p.Code).Take(Most).Select(p => new ProgramChoice(p.Id, p.Code, p.Name, p.DecileFrom, p.DecileTo)).ToListAsync(ct);
}
