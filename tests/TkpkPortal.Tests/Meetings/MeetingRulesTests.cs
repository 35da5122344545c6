using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Meetings;

/// <summary>Every rule of a rakor, asked of the noun itself.</summary>
public sealed class MeetingRulesTests
{
    private static readonly Actor Leader = new() { Name = "Wakil Bupati Uji", Position = "Wakil Bupati", Role = Role.Leader, Reach = Reach.Figures };
    private static readonly DateOnly Today = new(2019, 9, 1);

    [Fact]
    public void A_complete_rakor_is_approved_once()
    {
        var meeting = Complete();

        Approve(meeting);

        Assert.Equal(MeetingStatus.MinutesApproved, meeting.Status);
        Assert.Equal("Wakil Bupati Uji, Wakil Bupati", meeting.ApprovedBy);
        Refuses(MeetingRules.AlreadyApproved, () => Approve(meeting));
    }

    [Fact]
    public void Each_missing_part_stops_the_approval_with_its_own_sentence()
    {
        var meeting = new Meeting(Builders.MeetingDetails());
        Refuses(MeetingRules.AttendanceEmpty, () => Approve(meeting));
        meeting.RecordAttendance([new("Peserta", "Kepala", "Dinas", null)]);
        Refuses(MeetingRules.AgendaEmpty, () => Approve(meeting));
        meeting.SetAgenda([new(null, "Kemiskinan", null)]);
        Refuses(MeetingRules.DiscussionEmpty, () => Approve(meeting));
        Discuss(meeting, "Dibahas.");
        Refuses(MeetingRules.DecisionsEmpty, () => Approve(meeting));
        meeting.AddDecision(1, "Diputuskan.", null);
        var followUp = meeting.AddFollowUp(1, new("Dikerjakan", Guid.NewGuid(), null, "Daftar", null));
        Refuses(MeetingRules.FollowUpWithoutDueDate, () => Approve(meeting));
        meeting.CorrectFollowUp(followUp.Id, new("Dikerjakan", followUp.AgencyId, new(2019, 9, 30), "Daftar", null));
        Assert.Empty(meeting.Obstacles(Today));
        Approve(meeting);
        Assert.Equal(MeetingStatus.MinutesApproved, meeting.Status);
    }

    [Fact]
    public void Minutes_of_a_rakor_still_to_come_are_not_approved()
    {
        var meeting = Complete();

        Refuses(MeetingRules.NotHeldYet, () => meeting.Approve(Leader, meeting.MinutesMark, meeting.Date.AddDays(-1), DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Only_the_wording_that_was_read_is_approved()
    {
        var meeting = Complete();
        var read = meeting.MinutesMark;
        var decision = meeting.Decisions[0];
        meeting.CorrectDecision(decision.Id, "Lain sekali.", null, decision.TextMark);

        Refuses(MeetingRules.ChangedSinceRead, () => meeting.Approve(Leader, read, Today, DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void Approval_locks_every_write_but_the_status_of_follow_ups()
    {
        var meeting = Complete();
        var item = meeting.Agenda[0];
        var followUp = meeting.FollowUps[0];
        Approve(meeting);

        Refuses(MeetingRules.WordingLocked, () => meeting.Correct(Builders.MeetingDetails()));
        Refuses(MeetingRules.WordingLocked, () => meeting.SetAgenda([]));
        Refuses(MeetingRules.WordingLocked, () => meeting.Invite([]));
        Refuses(MeetingRules.WordingLocked, () => meeting.RecordAttendance([new("A", "B", "C", null)]));
        Refuses(MeetingRules.WordingLocked, () => meeting.CorrectAttendee(meeting.Attendees[0].Id, new("A", "B", "C", null)));
        Refuses(MeetingRules.WordingLocked, () => meeting.RemoveAttendee(meeting.Attendees[0].Id));
        Refuses(MeetingRules.WordingLocked, () => meeting.WriteDiscussion([new(item.Id, "Lain.", item.DiscussionMark)], new(null, meeting.ConclusionMark)));
        Refuses(MeetingRules.WordingLocked, () => meeting.AddDecision(9, "Lain.", null));
        Refuses(MeetingRules.WordingLocked, () => meeting.CorrectDecision(meeting.Decisions[0].Id, "Lain.", null, meeting.Decisions[0].TextMark));
        Refuses(MeetingRules.WordingLocked, () => meeting.AddFollowUp(9, new("Lain", followUp.AgencyId, null, "Lain", null)));
        Refuses(MeetingRules.WordingLocked, () => meeting.CorrectFollowUp(followUp.Id, new("Lain", followUp.AgencyId, null, "Lain", null)));
        var mark = meeting.MinutesMark;
        followUp.Report(FollowUpStatus.InProgress, null, Actor.System("Uji"), Today, DateTimeOffset.UnixEpoch);
        Assert.Equal(mark, meeting.MinutesMark);
    }

    [Fact]
    public void Times_and_dates_must_follow_each_other()
    {
        var details = Builders.MeetingDetails();

        Refuses(MeetingRules.EndsBeforeStart, () => _ = new Meeting(details with { EndsAt = details.StartsAt }));
        Refuses(MeetingRules.InvitedAfterwards, () => _ = new Meeting(details with { InvitationDate = details.Date.AddDays(1) }));
        var meeting = Complete();
        Refuses(MeetingRules.YearIsNumbered, () => meeting.Correct(details with { Date = details.Date.AddYears(1) }));
        Refuses(MeetingRules.DateAfterDueDate, () => meeting.Correct(details with { Date = new(2019, 12, 1) }));
        Assert.Equal(new DateOnly(2019, 8, 20), meeting.Date);
    }

    [Fact]
    public void The_agenda_is_added_to_changed_reordered_and_shortened()
    {
        var meeting = new Meeting(Builders.MeetingDetails());
        meeting.SetAgenda([new(null, "Satu", null), new(null, "Dua", null), new(null, "Tiga", null)]);
        var (one, three) = (meeting.Agenda[0], meeting.Agenda[2]);

        var change = meeting.SetAgenda([new(three.Id, "Tiga", "Kepala Bappeda"), new(one.Id, "Satu baru", null), new(null, "Empat", null)]);

        Assert.Equal(["Tiga", "Satu baru", "Empat"], meeting.Agenda.OrderBy(a => a.Order).Select(a => a.Title));
        Assert.Equal("Kepala Bappeda", three.Speaker);
        Assert.Equal("Dua", Assert.Single(change.Removed).Title);
        Assert.Equal("Empat", Assert.Single(change.Added).Title);
    }

    [Fact]
    public void An_agenda_item_with_discussion_or_decision_stays()
    {
        var meeting = new Meeting(Builders.MeetingDetails());
        meeting.SetAgenda([new(null, "Dibahas", null), new(null, "Diputuskan", null)]);
        Discuss(meeting, "Ada isinya.", meeting.Agenda[0]);
        meeting.AddDecision(1, "Ya.", meeting.Agenda[1].Id);

        Refuses(MeetingRules.AgendaItemInUse, () => meeting.SetAgenda([new(meeting.Agenda[1].Id, "Diputuskan", null)]));
        Refuses(MeetingRules.AgendaItemInUse, () => meeting.SetAgenda([new(meeting.Agenda[0].Id, "Dibahas", null)]));
        Refuses(MeetingRules.AgendaLineUntitled, () => meeting.SetAgenda([new(null, "", "Kepala Bappeda")]));
        Refuses(MeetingRules.AgendaLineTooLong, () => meeting.SetAgenda([new(null, new string('a', 301), null)]));
        Assert.Equal(2, meeting.Agenda.Count);
    }

    [Fact]
    public void What_belongs_to_another_rakor_is_refused()
    {
        var meeting = Complete();

        Refuses(MeetingRules.AgendaItemElsewhere, () => meeting.AddDecision(2, "Ya.", Guid.NewGuid()));
        Refuses(FollowUpRules.DecisionElsewhere, () => meeting.AddFollowUp(2, new("Ya", Guid.NewGuid(), null, "Ya", Guid.NewGuid())));
        Refuses(FollowUpRules.DueBeforeMeeting, () => meeting.AddFollowUp(2, new("Ya", Guid.NewGuid(), meeting.Date.AddDays(-1), "Ya", null)));
        Assert.Single(meeting.FollowUps);
    }

    [Fact]
    public void Two_note_takers_on_different_items_keep_both_texts_and_on_the_same_the_second_is_told()
    {
        var meeting = new Meeting(Builders.MeetingDetails());
        meeting.SetAgenda([new(null, "Satu", null), new(null, "Dua", null)]);
        var (one, two) = (meeting.Agenda[0], meeting.Agenda[1]);
        var (seenOne, seenTwo, seenEnd) = (one.DiscussionMark, two.DiscussionMark, meeting.ConclusionMark);

        meeting.WriteDiscussion([new(one.Id, "Dari A.", seenOne), new(two.Id, null, seenTwo)], new(null, seenEnd));
        meeting.WriteDiscussion([new(one.Id, null, seenOne), new(two.Id, "Dari B.", seenTwo)], new("Selesai.", seenEnd));

        Assert.Equal(("Dari A.", "Dari B.", "Selesai."), (one.Discussion, two.Discussion, meeting.Conclusion));
        Refuses(MeetingRules.WordingOvertaken, () => meeting.WriteDiscussion([new(one.Id, "Dari B.", seenOne)], new("Selesai.", meeting.ConclusionMark)));
        Refuses(MeetingRules.WordingOvertaken, () => meeting.WriteDiscussion([], new("Lain.", seenEnd)));
    }

    [Fact]
    public void The_same_person_is_recorded_once()
    {
        var meeting = new Meeting(Builders.MeetingDetails());
        Refuses(MeetingRules.NobodyNamed, () => meeting.RecordAttendance([]));

        var added = meeting.RecordAttendance([new("Sari", "Pendamping", "PKH", null), new("sari", "Pendamping PKH", "pkh", "0812"), new("Budi", "Kepala", "Dinas", null)]);

        Assert.Equal(["Sari", "Budi"], added.Select(a => a.Name));
        Refuses(MeetingRules.AttendeeTwice, () => meeting.CorrectAttendee(added[1].Id, new("Sari", "Pendamping", "PKH", null)));
    }

    internal static void Refuses(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);

    internal static Meeting Complete()
    {
        var meeting = new Meeting(Builders.MeetingDetails());
        meeting.SetAgenda([new(null, "Kemiskinan", "Kepala Bappeda")]);
        meeting.RecordAttendance([new("Peserta", "Kepala", "Dinas", null)]);
        Discuss(meeting, "Dibahas.");
        var decision = meeting.AddDecision(1, "Diputuskan.", meeting.Agenda[0].Id);
        meeting.AddFollowUp(1, new("Dikerjakan", Guid.NewGuid(), new(2019, 9, 30), "Daftar", decision.Id));
        return meeting;
    }

    private static void Discuss(Meeting meeting, string text, AgendaItem? only = null) => meeting.WriteDiscussion(
        [.. meeting.Agenda.Where(a => only is null || a == only).Select(a => new DiscussionText(a.Id, text, a.DiscussionMark))], new(meeting.Conclusion, meeting.ConclusionMark));

    private static void Approve(Meeting meeting) => meeting.Approve(Leader, meeting.MinutesMark, Today, DateTimeOffset.UnixEpoch);
}
