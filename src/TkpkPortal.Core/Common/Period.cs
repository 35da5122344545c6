namespace TkpkPortal.Core.Common;

/// <summary>A month of a year for which a figure holds. BPS publishes poverty for March (kabupaten) and September (province, nation); yearly figures have no month.</summary>
public readonly record struct Period(int Year, int? Month)
{
    public const int FirstYear = 1990;
    public const int LastYear = 2100;

    public static Period March(int year) => new(year, 3);

    public override string ToString() => Month is { } month ? $"{MonthNames[month - 1]} {Year}" : $"{Year}";

    private static readonly string[] MonthNames =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
}
