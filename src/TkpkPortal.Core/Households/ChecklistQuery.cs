using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Households;

public sealed record PastAssessment(Guid Id, ChecklistKind Kind, DateOnly AssessedOn, int Needed, IReadOnlyDictionary<string, bool?> Answers)
{
    public ChecklistResult Result => Checklist.Of(Kind).Judge(Answers, Needed);
}

/// <summary>One checklist for one family: what is known from the record, and what was filled before, newest first.</summary>
public sealed record ChecklistView(Checklist Checklist, int Needed, IReadOnlyDictionary<string, bool?> Known, decimal? FloorPerPerson, IReadOnlyList<PastAssessment> Past);

public sealed class ChecklistQuery(TkpkDbContext db, CurrentSettings settings)
{
    private const int Most = 20;

    public async Task<ChecklistView> RunAsync(Guid householdId, Checklist checklist, CancellationToken ct)
    {
        var family = await db.Households.AsNoTracking().Where(h => h.Id == householdId)
            .Select(h => new { h.Conditions, h.KnownConditions, h.MemberCount }).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
        var floor = await FloorAsync(householdId, ct);
        var perPerson = floor is { } m2 && family.MemberCount > 0 ? m2 / family.MemberCount : (decimal?)null;
        var past = await db.ChecklistAssessments.AsNoTracking().Where(c => c.HouseholdId == householdId && c.Kind == checklist.Kind)
            .OrderByDescending(c => c.AssessedOn).ThenByDescending(c => c.RecordedAt).Take(Most).ToListAsync(ct);
        var needed = checklist.NeededIn((await settings.GetAsync(ct)).Settings);
        return new(
            checklist, needed, checklist.Prefill(family.Conditions, family.KnownConditions, perPerson), perPerson,
            past.ConvertAll(c => new PastAssessment(c.Id, c.Kind, c.AssessedOn, c.Needed, c.Given())));
    }

    /// <summary>Floor area by the newest survey that asked.</summary>
    private async Task<decimal?> FloorAsync(Guid householdId, CancellationToken ct)
    {
        var surveys = await db.Surveys.AsNoTracking().Where(s => s.HouseholdId == householdId && s.MemberId == null)
            .OrderByDescending(s => s.TakenOn).ThenByDescending(s => s.RecordedAt).Take(Most).ToListAsync(ct);
        var answer = surveys.Select(s => s.Given().GetValueOrDefault("luas_lantai")).FirstOrDefault(a => a is not null);
        return decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out var m2) ? m2 : null;
    }
}
