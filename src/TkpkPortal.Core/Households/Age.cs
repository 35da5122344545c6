namespace TkpkPortal.Core.Households;

/// <summary>Lists show ages: a birth date beside a NIK's area would give most of the NIK away.</summary>
public static class Age
{
    /// <summary>Whole years on that day; one born on 29 February turns a year older on 1 March of a common year.</summary>
    public static int InYears(DateOnly birth, DateOnly on)
    {
        var years = on.Year - birth.Year;
        return (on.Month, on.Day).CompareTo((birth.Month, birth.Day)) < 0 ? years - 1 : years;
    }
}
