using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Reporting;

public sealed record ReceivedProgram(
    Guid EnrollmentId, Guid ProgramId, string Code, string Name, string Agency, int DecileFrom, int DecileTo, DateOnly StartedOn, DateOnly? EndedOn, EnrollmentEndReason? EndReason, string? Note)
{
    public bool IsOutside(int? decile) => decile is not null && (decile < DecileFrom || decile > DecileTo);
}

public sealed record AssignedFacilitator(Guid AssignmentId, Guid UserId, string Name, string Position, DateTimeOffset Since);

public sealed record HouseholdSupport(IReadOnlyList<ReceivedProgram> Programs, IReadOnlyList<AssignedFacilitator> Facilitators);

/// <summary>Who helps one family: its programs, past ones too, and its pendamping.</summary>
public sealed class HouseholdSupportQuery(TkpkDbContext db)
{
    private const int MostPrograms = 100;

    public async Task<HouseholdSupport> RunAsync(Guid householdId, CancellationToken ct)
    {
        if (!await db.Households.AnyAsync(h => h.Id == householdId, ct)) throw new RecordNotFoundException();
        var programs = await db.Enrollments.AsNoTracking().Where(e => e.HouseholdId == householdId)
            .OrderBy(e => e.EndedOn != null).ThenByDescending(e => e.StartedOn).Take(MostPrograms)
            .Select(e => new ReceivedProgram(
                e.Id, e.ProgramId, e.Program.Code, e.Program.Name, db.Agencies.Where(a => a.Id == e.Program.AgencyId).Select(a => a.ShortName).First(),
                e.Program.DecileFrom, e.Program.DecileTo, e.StartedOn, e.EndedOn, e.EndReason, e.Note))
            .ToListAsync(ct);
        var facilitators = await db.HouseholdAssignments.AsNoTracking().Where(a => a.HouseholdId == householdId)
            .Join(db.Users, a => a.UserId, u => u.Id, (a, u) => new AssignedFacilitator(a.Id, u.Id, u.FullName, u.Position, a.AssignedAt))
            .ToListAsync(ct);
        return new(programs, facilitators);
    }
}
