namespace TkpkPortal.Core.Households;

/// <summary>
/// What all surveys of a family say together: the newest one that asked about a condition decides it, whenever it was typed in.
/// A family's survey and its members' of the same instrument and day are one.
/// </summary>
public sealed record SurveyConditions(DerivedConditions Sum, IReadOnlyDictionary<HouseholdConditions, SurveySource> Sources)
{
    public static SurveyConditions Of(IEnumerable<Survey> surveys)
    {
        var (present, known, about) = (HouseholdConditions.None, HouseholdConditions.None, HouseholdConditions.None);
        var sources = new Dictionary<HouseholdConditions, SurveySource>();
        foreach (var taken in surveys.GroupBy(s => (s.TakenOn, s.Instrument)).OrderBy(g => g.Key.TakenOn).ThenBy(g => g.Max(s => s.RecordedAt)))
        {
            if (Instruments.Find(taken.Key.Instrument) is not { } instrument) continue;
            var derived = instrument.Derive(
                Answers(taken.Where(s => s.MemberId is null)), [.. taken.Where(s => s.MemberId is not null).GroupBy(s => s.MemberId).Select(Answers)]);
            present = (present & ~derived.About) | derived.Present;
            known = (known & ~derived.About) | derived.Known;
            about |= derived.About;
            var source = new SurveySource(taken.OrderBy(s => s.MemberId is not null).ThenByDescending(s => s.RecordedAt).First().Id, instrument.Name, taken.Key.TakenOn);
            foreach (var (condition, _) in HouseholdConditionNames.All.Where(c => derived.About.HasFlag(c.Condition))) sources[condition] = source;
        }

        return new(new(present, known, about), sources);
    }

    /// <summary>Of two on one day, what was typed last counts, question by question.</summary>
    private static Dictionary<string, string> Answers(IEnumerable<Survey> surveys)
    {
        var answers = new Dictionary<string, string>();
        foreach (var (question, answer) in surveys.OrderBy(s => s.RecordedAt).SelectMany(s => s.Given())) answers[question] = answer;
        return answers;
    }
}

/// <summary>The survey that decided a condition.</summary>
public sealed record SurveySource(Guid SurveyId, string Instrument, DateOnly TakenOn);
