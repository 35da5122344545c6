using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Programs;

public sealed record EnrollmentResult(Guid Id, string ProgramName, string? Warning);

public sealed class EnrollHousehold(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: PNR-03, PNR-04, PNR-05, PNR-07. Warned: PNR-08.</summary>
    public async Task<EnrollmentResult> RunAsync(Guid householdId, Guid programId, DateOnly startedOn, string? note, CancellationToken ct)
    {
        var household = await db.Households.SingleOrDefaultAsync(h => h.Id == householdId, ct) ?? throw new RecordNotFoundException();
        var program = await db.Programs.SingleOrDefaultAsync(p => p.Id == programId, ct) ?? throw new RecordNotFoundException();
        if (household.LeftOn is not null) throw new RuleBrokenException(EnrollmentRules.HouseholdLeft);
        if (!program.IsActive) throw new RuleBrokenException(EnrollmentRules.ProgramClosed, nameof(Enrollment.ProgramId));
        if (startedOn > clock.Today) throw new RuleBrokenException(EnrollmentRules.StartsInFuture, nameof(Enrollment.StartedOn));
        FreeText.MustHoldNoNumber(note, nameof(Enrollment.Note));
        var enrollment = new Enrollment(programId, householdId, startedOn, note);
        db.Enrollments.Add(enrollment);
        await SaveAsync(household, ct);
        return new(enrollment.Id, program.Name, Warning(household.Decile, program));
    }

    private async Task SaveAsync(Household household, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await ProgramCount.LockAsync(db, [household.Id], ct);
        // It may have left while this waited for the lock.
        if (!await db.Households.AnyAsync(h => h.Id == household.Id && h.LeftOn == null, ct)) throw new RuleBrokenException(EnrollmentRules.HouseholdLeft);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: ProgramConfiguration.EnrolledOnce })
        {
            throw new RuleBrokenException(EnrollmentRules.AlreadyEnrolled, nameof(Enrollment.ProgramId));
        }

        await ProgramCount.RecountAsync(db, household, ct);
        await transaction.CommitAsync(ct);
    }

    private static string? Warning(int? decile, AssistanceProgram program) =>
        program.Covers(decile) ? null : string.Format(Indonesian.Culture, EnrollmentRules.OutsideDecileRange.Sentence, $"{program.DecileFrom}–{program.DecileTo}");
}
