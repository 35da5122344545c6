using System.Globalization;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

/// <summary>Agenda, discussion, decisions, follow-ups, and the approval that locks their wording.</summary>
public sealed partial class Meeting
{
    /// <summary>Changes whenever a word of the minutes changes: who approves sends back the mark of what was read.</summary>
    public string MinutesMark => WordingMark.Of(
    [
        Title, Date.ToString("O", CultureInfo.InvariantCulture), StartsAt.ToString("O", CultureInfo.InvariantCulture), EndsAt?.ToString("O", CultureInfo.InvariantCulture),
        Place, ChairTitle, OpenedBy, NoteTaker, MinutesNumber, Conclusion, _attendees.Count.ToString(CultureInfo.InvariantCulture),
        .. _agenda.OrderBy(a => a.Order).SelectMany(a => new[] { a.Title, a.Speaker, a.Discussion }),
        .. _decisions.OrderBy(d => d.Number).SelectMany(d => new[] { d.Label, d.Text, d.AgendaItemId?.ToString() }),
        .. _followUps.OrderBy(f => f.Number).SelectMany(f => new[] { f.Label, f.WordingMark }),
    ]);

    public string AgendaMark => WordingMark.Of([.. _agenda.OrderBy(a => a.Order).SelectMany(a => new[] { a.Id.ToString(), a.Title, a.Speaker })]);

    /// <summary>The agenda becomes these lines, in the order given. A line with the id of an item is that item; any other is new.</summary>
    public Replaced<AgendaItem> SetAgenda(IReadOnlyList<AgendaLine> lines)
    {
        RefuseWhenApproved();
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            if (line.Title.Length == 0) throw new RuleBrokenException(MeetingRules.AgendaLineUntitled, null, line.Speaker ?? "");
            if (line.Title.Length > AgendaItem.LongestTitle || line.Speaker?.Length > AgendaItem.LongestSpeaker) throw new RuleBrokenException(MeetingRules.AgendaLineTooLong, null, index + 1);
        }

        var removed = _agenda.Where(a => lines.All(l => l.Id != a.Id)).ToList();
        if (removed.Find(a => a.Discussion is not null || _decisions.Exists(d => d.AgendaItemId == a.Id)) is { } used)
            throw new RuleBrokenException(MeetingRules.AgendaItemInUse, null, used.Title);
        List<AgendaItem> added = [];
        foreach (var (line, index) in lines.Select((line, index) => (line, index)))
        {
            if (_agenda.Find(a => a.Id == line.Id) is { } item) item.Correct(index + 1, line.Title, line.Speaker);
            else added.Add(new(Id, index + 1, line.Title, line.Speaker));
        }

        _agenda.RemoveAll(removed.Contains);
        _agenda.AddRange(added);
        return new(added, removed);
    }

    /// <summary>Writes the texts that differ from what their writer saw; refuses when another has changed one of these meanwhile.</summary>
    public void WriteDiscussion(IReadOnlyList<DiscussionText> texts, ConclusionText conclusion)
    {
        RefuseWhenApproved();
        var changed = texts.Where(t => WordingMark.Of([t.Text]) != t.SeenMark)
            .Select(t => (Item: _agenda.Find(a => a.Id == t.AgendaItemId) ?? throw new RecordNotFoundException(), t.Text, t.SeenMark)).ToList();
        foreach (var (item, text, seen) in changed)
        {
            if (item.DiscussionMark != seen && item.Discussion != text) throw new RuleBrokenException(MeetingRules.WordingOvertaken, null, $"Pokok pembahasan mata acara {item.Order}");
        }

        var concludes = WordingMark.Of([conclusion.Text]) != conclusion.SeenMark;
        if (concludes && ConclusionMark != conclusion.SeenMark && Conclusion != conclusion.Text) throw new RuleBrokenException(MeetingRules.WordingOvertaken, null, "Kesimpulan");
        foreach (var (item, text, _) in changed) item.Discussion = text;
        if (concludes) Conclusion = conclusion.Text;
    }

    public string ConclusionMark => WordingMark.Of([Conclusion]);

    /// <param name="number">The next free number of the year; the caller holds it.</param>
    /// <param name="text">The wording.</param>
    /// <param name="agendaItemId">The item it was taken under.</param>
    public Decision AddDecision(int number, string text, Guid? agendaItemId)
    {
        RefuseWhenApproved();
        RefuseForeignItem(agendaItemId);
        var decision = new Decision(Id, number, Date.Year, text, agendaItemId);
        _decisions.Add(decision);
        return decision;
    }

    public void CorrectDecision(Guid decisionId, string text, Guid? agendaItemId, string seenMark)
    {
        RefuseWhenApproved();
        RefuseForeignItem(agendaItemId);
        var decision = _decisions.Find(d => d.Id == decisionId) ?? throw new RecordNotFoundException();
        if (decision.TextMark != seenMark && decision.Text != text) throw new RuleBrokenException(MeetingRules.WordingOvertaken, nameof(Decision.Text), $"Keputusan {decision.Label}");
        decision.Text = text;
        decision.AgendaItemId = agendaItemId;
    }

    public FollowUp AddFollowUp(int number, FollowUpDetails details)
    {
        RefuseWhenApproved();
        RefuseUnfit(details);
        var followUp = new FollowUp(Id, number, Date.Year, details.Text, details.AgencyId, details.DueOn, details.Output, details.DecisionId);
        _followUps.Add(followUp);
        return followUp;
    }

    public void CorrectFollowUp(Guid followUpId, FollowUpDetails details)
    {
        RefuseWhenApproved();
        RefuseUnfit(details);
        (_followUps.Find(f => f.Id == followUpId) ?? throw new RecordNotFoundException()).Correct(details);
    }

    /// <summary>Everything that still stands between the minutes and their approval.</summary>
    public IReadOnlyList<RuleBrokenException> Obstacles(DateOnly today)
    {
        List<RuleBrokenException> found = [];
        if (Date > today) found.Add(new(MeetingRules.NotHeldYet, null, Indonesian.LongDate(Date)));
        if (_attendees.Count == 0) found.Add(new(MeetingRules.AttendanceEmpty));
        if (_agenda.Count == 0) found.Add(new(MeetingRules.AgendaEmpty));
        found.AddRange(_agenda.OrderBy(a => a.Order).Where(a => a.Discussion is null).Select(a => new RuleBrokenException(MeetingRules.DiscussionEmpty, null, a.Order, a.Title)));
        if (_decisions.Count == 0) found.Add(new(MeetingRules.DecisionsEmpty));
        found.AddRange(_followUps.OrderBy(f => f.Number).Where(f => f.DueOn is null).Select(f => new RuleBrokenException(MeetingRules.FollowUpWithoutDueDate, null, f.Label)));
        return found;
    }

    /// <summary>Approves exactly the wording whose mark is given.</summary>
    public void Approve(Actor actor, string readMark, DateOnly today, DateTimeOffset now)
    {
        if (Status == MeetingStatus.MinutesApproved) throw new RuleBrokenException(MeetingRules.AlreadyApproved);
        if (readMark != MinutesMark) throw new RuleBrokenException(MeetingRules.ChangedSinceRead);
        if (Obstacles(today) is [var first, ..]) throw first;
        Status = MeetingStatus.MinutesApproved;
        ApprovedAt = now;
        var by = actor.Position.Length > 0 ? $"{actor.Name}, {actor.Position}" : actor.Name;
        ApprovedBy = by.Length <= 200 ? by : by[..200];
    }

    private void RefuseForeignItem(Guid? agendaItemId)
    {
        if (agendaItemId is { } id && !_agenda.Exists(a => a.Id == id)) throw new RuleBrokenException(MeetingRules.AgendaItemElsewhere, nameof(Decision.AgendaItemId));
    }

    private void RefuseUnfit(FollowUpDetails details)
    {
        if (details.DueOn < Date) throw new RuleBrokenException(FollowUpRules.DueBeforeMeeting, nameof(FollowUp.DueOn), Indonesian.LongDate(Date));
        if (details.DecisionId is { } id && !_decisions.Exists(d => d.Id == id)) throw new RuleBrokenException(FollowUpRules.DecisionElsewhere, nameof(FollowUp.DecisionId));
    }
}

/// <param name="Id">Null for a new item.</param>
public sealed record AgendaLine(Guid? Id, string Title, string? Speaker)
{
    /// <summary>One item a line, its speaker after a semicolon.</summary>
    public static IReadOnlyList<AgendaLine> Read(string? text) =>
    [
        .. (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(';', 2, StringSplitOptions.TrimEntries))
            .Select(parts => new AgendaLine(null, parts[0], parts.ElementAtOrDefault(1) is { Length: > 0 } speaker ? speaker : null)),
    ];
}

/// <param name="SeenMark">The mark of the text as its writer opened it.</param>
public sealed record DiscussionText(Guid AgendaItemId, string? Text, string SeenMark);

/// <param name="SeenMark">The mark of the text as its writer opened it.</param>
public sealed record ConclusionText(string? Text, string SeenMark);

public sealed record FollowUpDetails(string Text, Guid AgencyId, DateOnly? DueOn, string Output, Guid? DecisionId);
