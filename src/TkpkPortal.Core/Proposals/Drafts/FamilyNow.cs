using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>A family's record as a draft begins with it and as it is compared again: at submission, when it is refreshed, when it is applied.</summary>
/// <remarks>Answers of all DTSEN surveys, the newest to each question, so that a survey of one corrected answer does not hide the others.</remarks>
internal static class FamilyNow
{
    /// <summary>Null when the actor does not see the family any more.</summary>
    public static async Task<(Household Household, FamilyDraft Draft)?> FamilyNowAsync(this TkpkDbContext db, Guid householdId, FieldCipher cipher, CancellationToken ct)
    {
        var household = await db.Households.AsNoTracking().Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == householdId, ct);
        return household is null ? null : (household, FamilyDraft.Of(household, await db.AnswersNowAsync(householdId, ct), cipher));
    }

    public static async Task<IReadOnlyDictionary<string, string>> AnswersNowAsync(this TkpkDbContext db, Guid householdId, CancellationToken ct)
    {
        var instrument = DraftSteps.Instrument;
        var surveys = await db.Surveys.AsNoTracking().Where(s => s.HouseholdId == householdId && s.MemberId == null && s.Instrument == instrument.Key)
            .OrderBy(s => s.TakenOn).ThenBy(s => s.RecordedAt).ToListAsync(ct);
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (question, answer) in surveys.SelectMany(s => s.Given()).Where(a => instrument.Find(a.Key) is { OfMember: false })) answers[question] = answer;
        return answers;
    }
}
