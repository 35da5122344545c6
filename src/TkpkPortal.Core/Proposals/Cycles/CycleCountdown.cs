using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Cycles;

/// <summary>One deadline as people read it.</summary>
/// <param name="DaysLeft">Negative when it has passed.</param>
public sealed record CycleDeadline(string Name, DateOnly On, int DaysLeft)
{
    /// <summary>"3 hari lagi", "hari ini", "lewat 2 hari".</summary>
    public string Left => DaysLeft switch
    {
        0 => "hari ini",
        > 0 => $"{Indonesian.Number(DaysLeft)} hari lagi",
        _ => $"lewat {Indonesian.Number(-DaysLeft)} hari",
    };

    /// <summary>"Batas pengajuan 11 November, 3 hari lagi".</summary>
    public string Sentence => $"Batas {Name} {On.Day.ToString(Indonesian.Culture)} {Indonesian.Month(On.Month)}, {Left}";
}

public static class CycleCountdown
{
    public static IReadOnlyList<CycleDeadline> Of(CycleDeadlines deadlines, DateOnly today) =>
    [
        .. new[]
        {
            ("pengajuan", deadlines.SubmitBy), ("musyawarah", deadlines.DeliberateBy), ("kecamatan", deadlines.DistrictBy), ("Dinas Sosial", deadlines.SocialBy), ("pengiriman", deadlines.SendBy),
        }.Select(d => new CycleDeadline(d.Item1, d.Item2, d.Item2.DayNumber - today.DayNumber)),
    ];

    /// <summary>"sisa 14 jam", "lewat 3 jam": the clock of UU PDP.</summary>
    public static string Hours(DateTimeOffset due, DateTimeOffset now)
    {
        var hours = (due - now).TotalHours;
        if (hours >= 0) return $"sisa {Indonesian.Number((decimal)Math.Floor(hours))} jam";
        // The clock itself runs for 72 hours; beyond as much again nobody counts hours.
        return -hours <= ProposalClock.OwnData.TotalHours ? $"lewat {Indonesian.Number((decimal)Math.Ceiling(-hours))} jam" : $"lewat {Indonesian.Number((decimal)Math.Floor(-hours / 24))} hari";
    }
}
