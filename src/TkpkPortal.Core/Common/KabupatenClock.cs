namespace TkpkPortal.Core.Common;

/// <summary>"Today" and clock times in the kabupaten's own zone: WIB, WITA or WIT.</summary>
public sealed class KabupatenClock(TimeProvider time, Func<string> zoneId)
{
    public const string DefaultZone = "Asia/Jakarta";

    public static IReadOnlyDictionary<string, string> Zones { get; } = new Dictionary<string, string>
    {
        ["Asia/Jakarta"] = "WIB",
        ["Asia/Makassar"] = "WITA",
        ["Asia/Jayapura"] = "WIT",
    };

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Local(Now));

    public string ZoneName => Zones.GetValueOrDefault(zoneId(), "WIB");

    public DateTime Local(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zoneId())).DateTime;

    /// <summary>The moment a day begins here, in UTC as the database wants it.</summary>
    public DateTimeOffset StartOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified), TimeZoneInfo.FindSystemTimeZoneById(zoneId()));
}
