using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>What answers in a file mean, by the instrument's own data file.</summary>
internal static class SurveyFacts
{
    public static string Edition(string instrument) => Instruments.Of(instrument).Edition;

    public static string? Words(string instrument, string question, string? answer) =>
        answer is null ? null : Instruments.Of(instrument).Find(question)?.Words(answer) ?? answer;

    public static (HouseholdConditions Present, HouseholdConditions Known, HouseholdConditions About) Derive(
        string instrument, IReadOnlyDictionary<string, string>? family, IReadOnlyList<IReadOnlyDictionary<string, string>> members)
    {
        var derived = Instruments.Of(instrument).Derive(family ?? new Dictionary<string, string>(), members);
        return (derived.Present, derived.Known, derived.About);
    }
}
