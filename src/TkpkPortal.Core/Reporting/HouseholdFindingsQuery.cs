using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Reporting;

/// <param name="Present">Null is not known.</param>
/// <param name="Source">The survey that decided it; null for what follows from the members or from an import without a survey.</param>
public sealed record ConditionFinding(HouseholdConditions Condition, string Name, bool? Present, SurveySource? Source);

public sealed record SurveyLine(Guid Id, string Instrument, string Edition, DateOnly TakenOn, string? Member, int Answered, bool Imported);

/// <param name="ImportNumber">The import that brought it, where the reader may know.</param>
public sealed record DecileLine(string Source, DateOnly ReleasedOn, int? Decile, DateTimeOffset RecordedAt, int? ImportNumber);

public sealed record HouseholdFindings(
    IReadOnlyList<ConditionFinding> Conditions, IReadOnlyList<SurveyLine> Surveys, IReadOnlyList<DecileLine> Deciles, IReadOnlyList<PastAssessment> Assessments)
{
    public IEnumerable<ConditionFinding> Present => Conditions.Where(c => c.Present is true);

    public IEnumerable<ConditionFinding> Absent => Conditions.Where(c => c.Present is false);

    public IEnumerable<ConditionFinding> Unknown => Conditions.Where(c => c.Present is null);
}

/// <summary>What was found out about one family: its conditions with their source, its surveys, how it was ranked, its checklists.</summary>
public sealed class HouseholdFindingsQuery(TkpkDbContext db)
{
    private const int Most = 100;

    public async Task<HouseholdFindings> RunAsync(Guid householdId, CancellationToken ct)
    {
        var family = await db.Households.AsNoTracking().Where(h => h.Id == householdId).Select(h => new { h.Conditions, h.KnownConditions }).SingleOrDefaultAsync(ct)
            ?? throw new RecordNotFoundException();
        var surveys = await db.Surveys.AsNoTracking().Where(s => s.HouseholdId == householdId)
            .OrderByDescending(s => s.TakenOn).ThenByDescending(s => s.RecordedAt).Take(Most).ToListAsync(ct);
        var members = surveys.Select(s => s.MemberId).Where(m => m is not null).Distinct().ToList();
        var names = members.Count == 0 ? [] : await db.HouseholdMembers.AsNoTracking().Where(m => members.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, ct);
        var sources = SurveyConditions.Of(surveys).Sources;
        var assessments = await db.ChecklistAssessments.AsNoTracking().Where(c => c.HouseholdId == householdId)
            .OrderByDescending(c => c.AssessedOn).ThenByDescending(c => c.RecordedAt).Take(Most).ToListAsync(ct);
        return new(
            [.. HouseholdConditionNames.All.Select(c => new ConditionFinding(
                c.Condition, c.Name, family.KnownConditions.HasFlag(c.Condition) ? family.Conditions.HasFlag(c.Condition) : null, sources.GetValueOrDefault(c.Condition)))],
            surveys.ConvertAll(s => new SurveyLine(
                s.Id, Instruments.Find(s.Instrument)?.Name ?? s.Instrument, s.Edition, s.TakenOn, s.MemberId is { } m ? names.GetValueOrDefault(m) : null, s.Given().Count, s.BatchId is not null)),
            await DecilesAsync(householdId, ct),
            assessments.ConvertAll(c => new PastAssessment(c.Id, c.Kind, c.AssessedOn, c.Needed, c.Given())));
    }

    private Task<List<DecileLine>> DecilesAsync(Guid householdId, CancellationToken ct) => db.WelfareDeciles.AsNoTracking().Where(d => d.HouseholdId == householdId)
        .OrderByDescending(d => d.Release.ReleasedOn).ThenByDescending(d => d.RecordedAt).Take(Most)
        .Select(d => new DecileLine(
            d.Release.Source, d.Release.ReleasedOn, d.Decile, d.RecordedAt, db.ImportBatches.Where(b => b.Id == d.BatchId).Select(b => (int?)b.Number).FirstOrDefault()))
        .ToListAsync(ct);
}
