using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Cycles;

/// <summary>Periode pemutakhiran: the days until which each office has done its part in one month. All inclusive.</summary>
public sealed record CycleDeadlines(DateOnly SubmitBy, DateOnly DeliberateBy, DateOnly DistrictBy, DateOnly SocialBy, DateOnly SendBy)
{
    public DateOnly Month => new(SubmitBy.Year, SubmitBy.Month, 1);

    /// <summary>The day by which a proposal at this stage should have moved on; none where the next word is the centre's or nobody's.</summary>
    public DateOnly? DueOf(ProposalStage stage) => stage switch
    {
        ProposalStage.Draft or ProposalStage.Returned => SubmitBy,
        ProposalStage.Submitted => DeliberateBy,
        ProposalStage.Deliberated => DistrictBy,
        ProposalStage.DistrictVerified or ProposalStage.FieldCheckAsked => SocialBy,
        ProposalStage.SocialVerified or ProposalStage.FieldChecked or ProposalStage.Approved => SendBy,
        _ => null,
    };
}

/// <summary>A month whose deadlines the secretariat set by hand; every other month follows <see cref="CycleDefaults"/>.</summary>
public sealed class UpdateCycle : IAudited
{
    private UpdateCycle()
    {
    }

    public UpdateCycle(DateOnly month) => Month = new(month.Year, month.Month, 1);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    public DateOnly SubmitBy { get; private set; }

    public DateOnly DeliberateBy { get; private set; }

    public DateOnly DistrictBy { get; private set; }

    public DateOnly SocialBy { get; private set; }

    public DateOnly SendBy { get; private set; }

    /// <summary>Why this month differs: letter of the centre, holiday.</summary>
    public string? Note { get; private set; }

    public uint Version { get; private set; }

    public CycleDeadlines Deadlines => new(SubmitBy, DeliberateBy, DistrictBy, SocialBy, SendBy);

    string IAudited.AuditName => $"Periode {Indonesian.MonthYear(Month)}";

    /// <summary>Refused: PRD-01, PRD-02.</summary>
    public void Set(CycleDeadlines deadlines, string? note)
    {
        CycleRules.Check(Month, deadlines);
        (SubmitBy, DeliberateBy, DistrictBy, SocialBy, SendBy, Note) = (deadlines.SubmitBy, deadlines.DeliberateBy, deadlines.DistrictBy, deadlines.SocialBy, deadlines.SendBy, note);
    }
}

/// <summary>Days of the month that hold unless a month has its own, and whether an SPTJM may stand for the musyawarah. One row.</summary>
public sealed class CycleDefaults : IAudited
{
    public static readonly Guid TheId = new("00000000-0000-7000-8000-000000000002");

    public Guid Id { get; private set; } = TheId;

    /// <summary>Sumbawa Barat 2025: proposals are entered on the 1st to the 11th, musyawarah on the 1st to the 14th.</summary>
    public int SubmitDay { get; private set; } = 11;

    public int DeliberateDay { get; private set; } = 14;

    public int DistrictDay { get; private set; } = 17;

    public int SocialDay { get; private set; } = 20;

    public int SendDay { get; private set; } = 25;

    /// <summary>Surat pernyataan tanggung jawab mutlak in place of the musyawarah.</summary>
    public bool AllowStatement { get; private set; }

    /// <summary>People who must be on the attendance list of a musyawarah.</summary>
    public int LeastAttendees { get; private set; } = 5;

    public uint Version { get; private set; }

    string IAudited.AuditName => "Aturan periode pemutakhiran";

    public CycleDeadlines Of(DateOnly month) => new(Day(month, SubmitDay), Day(month, DeliberateDay), Day(month, DistrictDay), Day(month, SocialDay), Day(month, SendDay));

    /// <summary>Refused: PRD-02, PRD-03.</summary>
    public void Correct(CycleDays days)
    {
        int[] order = [days.Submit, days.Deliberate, days.District, days.Social, days.Send];
        if (order.Any(d => d is < 1 or > 31)) throw new RuleBrokenException(CycleRules.DayOutOfRange);
        if (!order.SequenceEqual(order.Order())) throw new RuleBrokenException(CycleRules.OutOfOrder);
        if (days.LeastAttendees is < 1 or > 200) throw new RuleBrokenException(CycleRules.AttendeesOutOfRange, nameof(LeastAttendees));
        (SubmitDay, DeliberateDay, DistrictDay, SocialDay, SendDay) = (days.Submit, days.Deliberate, days.District, days.Social, days.Send);
        (AllowStatement, LeastAttendees) = (days.AllowStatement, days.LeastAttendees);
    }

    /// <summary>The 31st of a short month is its last day.</summary>
    private static DateOnly Day(DateOnly month, int day) => new(month.Year, month.Month, Math.Min(day, DateTime.DaysInMonth(month.Year, month.Month)));
}

public sealed record CycleDays(int Submit, int Deliberate, int District, int Social, int Send, bool AllowStatement, int LeastAttendees);

public static class CycleRules
{
    public static readonly Rule OutsideMonth = new("PRD-01", "Batas pengajuan harus jatuh pada bulan periodenya.");
    public static readonly Rule OutOfOrder = new("PRD-02", "Urutan batas tidak benar: pengajuan, musyawarah, kecamatan, Dinas Sosial, lalu pengiriman.");
    public static readonly Rule DayOutOfRange = new("PRD-03", "Tanggal batas harus antara 1 dan 31.");
    public static readonly Rule AttendeesOutOfRange = new("PRD-04", "Jumlah hadirin paling sedikit harus antara 1 dan 200.");

    public static readonly Rule Past = new("PRD-05", "Periode yang sudah lewat tidak diubah lagi.");

    internal static void MustNotBePast(DateOnly month, DateOnly today)
    {
        if (month < new DateOnly(today.Year, today.Month, 1)) throw new RuleBrokenException(Past);
    }

    internal static void Check(DateOnly month, CycleDeadlines deadlines)
    {
        if (deadlines.Month != month) throw new RuleBrokenException(OutsideMonth, nameof(CycleDeadlines.SubmitBy));
        DateOnly[] order = [deadlines.SubmitBy, deadlines.DeliberateBy, deadlines.DistrictBy, deadlines.SocialBy, deadlines.SendBy];
        if (!order.SequenceEqual(order.Order())) throw new RuleBrokenException(OutOfOrder);
    }
}

/// <summary>Which cycle a day belongs to. Immutable; made by <see cref="CycleCalendarQuery"/>.</summary>
public sealed class CycleCalendar(CycleDefaults defaults, IEnumerable<UpdateCycle> months)
{
    private readonly Dictionary<DateOnly, CycleDeadlines> _own = months.ToDictionary(m => m.Month, m => m.Deadlines);

    public bool AllowStatement => defaults.AllowStatement;

    public int LeastAttendees => defaults.LeastAttendees;

    public CycleDeadlines Of(DateOnly month) => _own.GetValueOrDefault(First(month)) ?? defaults.Of(First(month));

    /// <summary>The cycle whose submission is still open on this day.</summary>
    public CycleDeadlines OpenOn(DateOnly day) => day <= Of(day).SubmitBy ? Of(day) : Of(First(day).AddMonths(1));

    /// <summary>Where something handed in today counts, and whether this month's deadline has passed.</summary>
    public (DateOnly Month, bool IsLate) SubmissionOn(DateOnly day) => (OpenOn(day).Month, day > Of(day).SubmitBy);

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}

internal static class ProposalClock
{
    /// <summary>UU 27/2022: a request about one's own data is answered within 3 x 24 hours.</summary>
    public static readonly TimeSpan OwnData = TimeSpan.FromHours(72);

    /// <summary>The day by which it should have moved on in its cycle; a draft has none before it counts for one, and own data has its own clock.</summary>
    public static DateOnly? DueOn(ProposalKind kind, ProposalStage stage, DateOnly month, CycleCalendar calendar) =>
        stage is ProposalStage.Draft or ProposalStage.Returned || ProposalFlow.IsOwnData(kind) ? null : calendar.Of(month).DueOf(stage);
}
