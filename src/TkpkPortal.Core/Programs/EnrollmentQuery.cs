using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

public sealed record EnrollmentView(Guid Id, Guid ProgramId, string ProgramName, Guid HouseholdId, string HeadName, DateOnly StartedOn, DateOnly? EndedOn);

public sealed class EnrollmentQuery(TkpkDbContext db)
{
    public async Task<EnrollmentView> RunAsync(Guid id, CancellationToken ct) =>
        await db.Enrollments.AsNoTracking().Where(e => e.Id == id)
            .Select(e => new EnrollmentView(e.Id, e.ProgramId, e.Program.Name, e.HouseholdId, e.Household.HeadName, e.StartedOn, e.EndedOn)).SingleOrDefaultAsync(ct)
        ?? throw new RecordNotFoundException();
}
