using System.Globalization;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

/// <summary>What a NIK says that differs from what was stated. Never an error: it keeps the area, date and sex of its first registration.</summary>
public static class IdentityWarnings
{
    private const int FemaleDays = 40;

    public static IReadOnlyList<string> Of(string nik, MemberDetails stated, Area? regency)
    {
        var found = new List<string>();
        var day = int.Parse(nik[6..8], CultureInfo.InvariantCulture);
        if (day > FemaleDays != (stated.Sex == Sex.Female)) found.Add(Sentence(HouseholdRules.NikSexDiffers, stated.Name));
        var written = FormattableString.Invariant($"{(day > FemaleDays ? day - FemaleDays : day):00}{nik[8..12]}");
        if (stated.BirthDate is { } birth && birth.ToString("ddMMyy", CultureInfo.InvariantCulture) != written) found.Add(Sentence(HouseholdRules.NikBirthDiffers, stated.Name));
        if (regency is not null && nik[..4] != regency.Code.Replace(".", "", StringComparison.Ordinal)) found.Add(Sentence(HouseholdRules.NikAreaForeign, stated.Name));
        return found;
    }

    private static string Sentence(Rule rule, string name) => string.Format(CultureInfo.InvariantCulture, rule.Sentence, name);
}
