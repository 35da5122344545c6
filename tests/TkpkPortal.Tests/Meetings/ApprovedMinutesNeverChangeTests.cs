using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Meetings;

/// <summary>Whatever people do in whatever order: from the approval on, not one word of the minutes moves.</summary>
public sealed class ApprovedMinutesNeverChangeTests
{
    private const int Sequences = 400;
    private const int Steps = 60;

    private static readonly Actor Anybody = Actor.System("Uji");

    [Fact]
    public void No_sequence_of_acts_changes_approved_minutes()
    {
        var approvals = 0;
        var refusals = 0;
        for (var seed = 0; seed < Sequences; seed++)
        {
            var random = new Random(seed);
            var meeting = MeetingRulesTests.Complete();
            string? locked = null;
            for (var step = 0; step < Steps; step++)
            {
                var refused = !Try(() => Act(meeting, random));
                if (locked is not null) Assert.True(locked == Words(meeting), $"Seed {seed}, step {step}: approved minutes changed.");
                if (locked is not null && refused) refusals++;
                if (locked is null && meeting.Status == MeetingStatus.MinutesApproved)
                {
                    locked = Words(meeting);
                    approvals++;
                }
            }
        }

        Assert.True(approvals > Sequences / 4, $"Only {approvals} sequences reached the approval: the test would prove little.");
        Assert.True(refusals > approvals, $"Only {refusals} acts were refused after it.");
    }

    private static bool Try(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    private static void Act(Meeting meeting, Random random)
    {
        var word = FormattableString.Invariant($"Kata {random.Next(1000)}");
        switch (random.Next(12))
        {
            case 0: meeting.Correct(Builders.MeetingDetails(word, new(2019, 8, random.Next(1, 28)))); break;
            case 1: meeting.SetAgenda([.. meeting.Agenda.Select(a => new AgendaLine(a.Id, word, null)), new(null, word, null)]); break;
            case 2: meeting.SetAgenda([.. meeting.Agenda.Skip(1).Reverse().Select(a => new AgendaLine(a.Id, a.Title, word))]); break;
            case 3: meeting.WriteDiscussion([.. meeting.Agenda.Select(a => new DiscussionText(a.Id, word, a.DiscussionMark))], new(word, meeting.ConclusionMark)); break;
            case 4: meeting.RecordAttendance([new(word, "Kepala", "Dinas", null)]); break;
            case 5 when meeting.Attendees.Count > 1: meeting.RemoveAttendee(meeting.Attendees[^1].Id); break;
            case 5: break;
            case 6: meeting.AddDecision(random.Next(2, 9999), word, null); break;
            case 7: meeting.CorrectDecision(meeting.Decisions[0].Id, word, null, meeting.Decisions[0].TextMark); break;
            case 8: meeting.AddFollowUp(random.Next(2, 9999), new(word, Guid.NewGuid(), new(2019, 9, random.Next(1, 30)), word, null)); break;
            case 9: meeting.CorrectFollowUp(meeting.FollowUps[^1].Id, new(word, Guid.NewGuid(), random.Next(2) == 0 ? null : new(2019, 10, 1), word, null)); break;
            case 10: meeting.FollowUps[0].Report((FollowUpStatus)random.Next(5), word, Anybody, new(2019, 9, 1), DateTimeOffset.UnixEpoch); break;
            default: meeting.Approve(Anybody, meeting.MinutesMark, new(2019, 9, 1), DateTimeOffset.UnixEpoch); break;
        }
    }

    /// <summary>Written out apart from the mark, so that a mark that forgot a field is caught.</summary>
    private static string Words(Meeting m) => string.Join('|',
        [
            m.Title, m.Date, m.StartsAt, m.EndsAt, m.Place, m.ChairTitle, m.OpenedBy, m.NoteTaker, m.InvitationNumber, m.InvitationDate, m.MinutesNumber, m.Conclusion, m.ApprovedBy, m.ApprovedAt,
            .. m.Attendees.Select(a => $"{a.Order} {a.Name} {a.Position} {a.Institution} {a.Phone}"),
            .. m.Invitees.Select(i => $"{i.Order} {i.Office}"),
            .. m.Agenda.Select(a => $"{a.Order} {a.Title} {a.Speaker} {a.Discussion}"),
            .. m.Decisions.Select(d => $"{d.Label} {d.Text} {d.AgendaItemId}"),
            .. m.FollowUps.Select(f => (object?)$"{f.Label} {f.Text} {f.AgencyId} {f.DueOn} {f.Output} {f.DecisionId}"),
        ]);
}
