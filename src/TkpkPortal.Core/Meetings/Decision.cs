using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

/// <summary>Keputusan, numbered within the year: K 1/2026.</summary>
public sealed class Decision : IAudited
{
    private Decision()
    {
    }

    public Decision(Guid meetingId, int number, int year, string text, Guid? agendaItemId)
    {
        MeetingId = meetingId;
        Number = number;
        Year = year;
        Text = text;
        AgendaItemId = agendaItemId;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MeetingId { get; private set; }

    public int Number { get; private set; }

    public int Year { get; private set; }

    public string Text { get; internal set; } = "";

    public Guid? AgendaItemId { get; internal set; }

    public string Label => $"K {Number}/{Year}";

    public string TextMark => WordingMark.Of([Text]);

    string IAudited.AuditName => Label;
}
