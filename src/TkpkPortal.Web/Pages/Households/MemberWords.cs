using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Web.Pages.Households;

/// <summary>What is known of a member, in words. What nobody asked is not told.</summary>
internal static class MemberWords
{
    public static IEnumerable<string> Of(MemberDetails m) => new[]
    {
        HouseholdNames.Of(m.Sex),
        m.Marital is { } marital ? Low(HouseholdNames.Of(marital)) : null,
        m.Education is { } education ? HouseholdNames.Of(education) : null,
        m.School is { } school ? Low(HouseholdNames.Of(school)) : null,
        m.Occupation ?? (m.Work is { } work ? Low(HouseholdNames.Of(work)) : null),
        m.HealthInsurance is { } insurance and not HealthInsurance.None ? HouseholdNames.Of(insurance) : null,
    }.OfType<string>();

    public static IEnumerable<string> Notable(MemberDetails m) => new[]
    {
        m.Pregnant == true ? "Hamil" : null,
        m.Disability is { } level and not DisabilityLevel.None ? HouseholdNames.Of(level) : null,
        m.HealthInsurance == HealthInsurance.None ? HouseholdNames.Of(HealthInsurance.None) : null,
    }.OfType<string>();

    private static string Low(string words) => words.StartsWith("PNS", StringComparison.Ordinal) ? words : words.ToLower(Indonesian.Culture);
}
