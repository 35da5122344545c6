using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

/// <summary>A family stops receiving a program. The program's own OPD may do it too, for its own recipients.</summary>
public sealed class EndEnrollment(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: PNR-01, PNR-02, PNR-06.</summary>
    public async Task RunAsync(Guid enrollmentId, DateOnly on, EnrollmentEndReason reason, CancellationToken ct)
    {
        var enrollment = await db.Enrollments.Include(e => e.Household).Include(e => e.Program).SingleOrDefaultAsync(e => e.Id == enrollmentId, ct)
            ?? throw new RecordNotFoundException();
        if (on > clock.Today) throw new RuleBrokenException(EnrollmentRules.EndsInFuture, nameof(Enrollment.EndedOn));
        enrollment.End(on, reason);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ProgramCount.LockAsync(db, [enrollment.HouseholdId], ct);
        await db.SaveChangesAsync(ct);
        await ProgramCount.RecountAsync(db, enrollment.Household, ct);
        await transaction.CommitAsync(ct);
    }
}
