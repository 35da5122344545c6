using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

/// <param name="HeadName">Null where the family is known only from an import whose time has run out; <see cref="Withheld"/> then says so.</param>
public sealed record EnrollmentView(Guid Id, Guid ProgramId, string ProgramName, Guid HouseholdId, string? HeadName, DateOnly StartedOn, DateOnly? EndedOn)
{
    public Withheld Withheld { get; init; } = Withheld.None;
}

public sealed class EnrollmentQuery(TkpkDbContext db, ExpiredImports expired)
{
    public async Task<EnrollmentView> RunAsync(Guid id, CancellationToken ct)
    {
        var one = db.Enrollments.AsNoTracking().Where(e => e.Id == id);
        var view = await one.Select(e => new EnrollmentView(e.Id, e.ProgramId, e.Program.Name, e.HouseholdId, e.Household.HeadName, e.StartedOn, e.EndedOn)).SingleOrDefaultAsync(ct)
            ?? throw new RecordNotFoundException();
        var withheld = await (await expired.RunAsync(ct)).WithheldAsync(one, ct);
        return withheld.Count == 0 ? view : view with { HeadName = null, Withheld = withheld };
    }
}
