using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    public Task<Guid> SurveyAsync(Guid householdId, string instrument, DateOnly takenOn, params (string Question, string Answer)[] answers) =>
        RunAsync<AddSurvey, Guid>(Actor.System("Uji"), useCase => useCase.RunAsync(
            householdId, new(instrument, takenOn, answers.ToDictionary(a => a.Question, a => (string?)a.Answer)), CancellationToken.None));

    /// <summary>As an import of two decile lists leaves it.</summary>
    public async Task<Guid> ReleaseAsync(string source, DateOnly releasedOn, IEnumerable<(Guid Household, int? Decile)> ranks)
    {
        await using var db = portal.Open();
        var release = db.DecileReleases.Add(new(source, releasedOn, DateTimeOffset.UtcNow)).Entity;
        foreach (var (household, decile) in ranks) db.WelfareDeciles.Add(new(household, release.Id, decile, null, DateTimeOffset.UtcNow));
        await db.SaveChangesAsync();
        return release.Id;
    }
}
