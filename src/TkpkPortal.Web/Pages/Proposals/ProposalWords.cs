using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>Sentences about deadlines and stages that several pages say.</summary>
public static class ProposalWords
{
    /// <summary>The look of a stage's tag; the word says the same.</summary>
    public static string TagOf(ProposalStage stage) => stage switch
    {
        ProposalStage.Draft => "tag",
        ProposalStage.Returned => "tag tag--stuck",
        ProposalStage.Rejected or ProposalStage.Cancelled => "tag tag--moved",
        ProposalStage.Applied or ProposalStage.Completed => "tag tag--done",
        _ => "tag tag--run",
    };

    /// <summary>"Terlambat 3 hari", or null while there is time.</summary>
    public static string? Late(DateOnly? due, DateOnly today) => due is { } day && day < today ? $"Terlambat {Indonesian.Count(today.DayNumber - day.DayNumber, "hari")}" : null;

    /// <summary>"3 hari lagi", "hari ini".</summary>
    public static string Left(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 => $"lewat {Indonesian.Count(today.DayNumber - due.DayNumber, "hari")}",
        0 => "hari ini",
        var days => $"{Indonesian.Count(days, "hari")} lagi",
    };

    /// <summary>Which cycle something handed in today counts for.</summary>
    public static string Counts(CycleCalendar calendar, DateOnly today)
    {
        var (month, late) = calendar.SubmissionOn(today);
        var until = Indonesian.LongDate(calendar.Of(month).SubmitBy);
        return late
            ? $"Batas pengajuan periode {Indonesian.MonthYear(today)} sudah lewat pada {Indonesian.LongDate(calendar.Of(today).SubmitBy)}. Yang diajukan hari ini masuk periode {Indonesian.MonthYear(month)}, yang menerima pengajuan sampai {until}."
            : $"Yang diajukan hari ini masuk periode {Indonesian.MonthYear(month)}, yang menerima pengajuan sampai {until} ({Left(calendar.Of(month).SubmitBy, today)}).";
    }
}
