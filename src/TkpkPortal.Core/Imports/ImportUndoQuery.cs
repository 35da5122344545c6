using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Imports;

/// <summary>What an undo would do now: families that go, changes that get their old facts back (of a recipient list: enrollments that go), and what was changed or used since and therefore stays.</summary>
public sealed record ImportUndo(int Removed, int Restored, int Kept);

/// <summary>Asks what the undo itself will ask, before it does.</summary>
public sealed class ImportUndoQuery(TkpkDbContext db, KabupatenClock clock)
{
    public async Task<ImportUndo> RunAsync(Guid id, CancellationToken ct)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        if (batch.Format == ImportFormat.CentreAnswers) return await OfAnswersAsync(id, ct);
        var made = await db.Households.CountAsync(h => h.OriginBatchId == id, ct);
        var removed = made == 0 ? 0 : await Unused(id).CountAsync(ct);
        var changes = db.ImportChanges.Where(c => c.BatchId == id && c.MergedAt != null && c.UndoneAt == null);
        var changed = await changes.CountAsync(ct);
        var restored = batch.ProgramId is { } program ? await Running(changes, program, clock.Local(batch.UploadedAt)).CountAsync(ct) : await changes.CountAsync(c => c.Household.LastBatchId == id, ct);
        return new(removed, restored, made - removed + changed - restored);
    }

    private IQueryable<Household> Unused(Guid id) => db.Households.Where(
        h => h.OriginBatchId == id && h.LastBatchId == id
            && !db.Enrollments.Any(e => e.HouseholdId == h.Id)
            && !db.HouseholdAssignments.Any(a => a.HouseholdId == h.Id)
            && !db.ChecklistAssessments.Any(c => c.HouseholdId == h.Id)
            && !db.Surveys.Any(s => s.HouseholdId == h.Id && s.BatchId != id)
            && !db.WelfareDeciles.Any(d => d.HouseholdId == h.Id && d.BatchId != id)
            && !db.ImportChanges.Any(c => c.HouseholdId == h.Id && c.BatchId != id && c.MergedAt != null && c.UndoneAt == null)
            && !db.Households.Any(o => o.SplitFromId == h.Id || o.MergedIntoId == h.Id)
            && !db.Proposals.Any(p => p.HouseholdId == h.Id));

    /// <summary>What is written to a family's record is the family's own history from then on.</summary>
    private async Task<ImportUndo> OfAnswersAsync(Guid id, CancellationToken ct)
    {
        var answered = db.Proposals.Where(p => p.AnswerBatchId == id);
        var all = await answered.CountAsync(ct);
        var back = await answered.CountAsync(p => p.Stage != ProposalStage.Applied, ct);
        return new(0, back, all - back);
    }

    /// <summary>Enrolling does not write the family, so the enrollment itself tells. One that somebody ended and began anew is not the import's any more.</summary>
    private IQueryable<ImportChange> Running(IQueryable<ImportChange> changes, Guid program, DateTime uploadedAt)
    {
        var since = DateOnly.FromDateTime(uploadedAt);
        return changes.Where(
            c => db.Enrollments.Any(e => e.HouseholdId == c.HouseholdId && e.ProgramId == program && e.EndedOn == null && e.Note == null)
                && !db.Enrollments.Any(e => e.HouseholdId == c.HouseholdId && e.ProgramId == program && e.EndedOn != null && e.StartedOn >= since));
    }
}
