using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Tests.Meetings;

public sealed class FollowUpRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 12);
    private static readonly Guid Agency = Guid.NewGuid();
    private static readonly Actor Secretariat = new() { Name = "Sekretariat", Role = Role.Secretariat, Reach = Reach.Everything };

    [Theory]
    [InlineData(FollowUpStatus.Stuck, "RTL-01")]
    [InlineData(FollowUpStatus.Done, "RTL-02")]
    [InlineData(FollowUpStatus.Transferred, "RTL-03")]
    public void Stuck_done_and_transferred_need_a_note(FollowUpStatus status, string code)
    {
        var followUp = New();

        var broken = Assert.Throws<RuleBrokenException>(() => Report(followUp, status, null));

        Assert.Equal(code, broken.Rule.Code);
        Assert.Equal(FollowUpStatus.NotStarted, followUp.Status);
        Report(followUp, status, "Ada keterangannya.");
        Assert.Equal(status, followUp.Status);
    }

    [Theory]
    [InlineData(FollowUpStatus.NotStarted, FollowUpStatus.InProgress)]
    [InlineData(FollowUpStatus.InProgress, FollowUpStatus.Stuck)]
    [InlineData(FollowUpStatus.Stuck, FollowUpStatus.InProgress)]
    [InlineData(FollowUpStatus.InProgress, FollowUpStatus.Done)]
    [InlineData(FollowUpStatus.InProgress, FollowUpStatus.Transferred)]
    public void An_open_follow_up_moves_on_and_each_report_is_kept(FollowUpStatus from, FollowUpStatus to)
    {
        var followUp = New();
        Report(followUp, from, "Awal.");

        Report(followUp, to, "Lanjut.");

        Assert.Equal(to, followUp.Status);
        Assert.Equal(["Awal.", "Lanjut."], followUp.Reports.Select(r => r.Note));
        Assert.Equal(to == FollowUpStatus.Done ? Today : null, followUp.DoneOn);
    }

    [Theory]
    [InlineData(FollowUpStatus.Done)]
    [InlineData(FollowUpStatus.Transferred)]
    public void A_closed_follow_up_is_reopened_by_the_secretariat_only(FollowUpStatus closed)
    {
        var followUp = New();
        Report(followUp, closed, "Selesai.");

        MeetingRulesTests.Refuses(FollowUpRules.ClosedForAgency, () => Report(followUp, FollowUpStatus.InProgress, "Lagi.", Own(Role.AgencyOperator)));

        Report(followUp, FollowUpStatus.InProgress, "Dibuka lagi.");
        Assert.True(followUp.IsOpen);
        Assert.Null(followUp.DoneOn);
    }

    [Theory]
    [InlineData(Role.AgencyHead, true)]
    [InlineData(Role.AgencyOperator, true)]
    [InlineData(Role.SocialAgency, true)]
    [InlineData(Role.DistrictHead, false)]
    [InlineData(Role.Leader, false)]
    public void Its_own_agency_reports_and_nobody_else(Role role, bool may)
    {
        Assert.Equal(may, FollowUp.MayReport(Own(role), Agency));
        Assert.False(FollowUp.MayReport(Own(role) with { AgencyId = Guid.NewGuid() }, Agency));
        Assert.Throws<RecordNotFoundException>(() => Report(New(), FollowUpStatus.InProgress, null, Own(role) with { AgencyId = Guid.NewGuid() }));
    }

    [Fact]
    public void Late_is_counted_in_days_while_open_and_never_without_a_due_date()
    {
        var followUp = New(Today.AddDays(-64));
        Assert.Equal(64, followUp.DaysLate(Today));
        Assert.Equal(0, New(Today).DaysLate(Today));
        Assert.Equal(0, New(null).DaysLate(Today));
        Report(followUp, FollowUpStatus.Done, "Daftar terkirim.");
        Assert.Equal(0, followUp.DaysLate(Today));
    }

    private static FollowUp New(DateOnly? dueOn = null) => new(Guid.NewGuid(), 1, 2026, "Memadankan data", Agency, dueOn, "Daftar", null);

    private static Actor Own(Role role) => new() { Name = "Orang OPD", Role = role, Reach = Actor.ReachOf(role), AgencyId = Agency };

    private static void Report(FollowUp followUp, FollowUpStatus status, string? note, Actor? actor = null) => followUp.Report(status, note, actor ?? Secretariat, Today, DateTimeOffset.UnixEpoch);
}
