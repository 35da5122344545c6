using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

/// <summary>Mata acara, with what was said about it.</summary>
public sealed class AgendaItem : IAudited
{
    public const int LongestTitle = 300;
    public const int LongestSpeaker = 200;

    private AgendaItem()
    {
    }

    public AgendaItem(Guid meetingId, int order, string title, string? speaker)
    {
        MeetingId = meetingId;
        Order = order;
        Title = title;
        Speaker = speaker;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MeetingId { get; private set; }

    public int Order { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Narasumber, by jabatan.</summary>
    public string? Speaker { get; private set; }

    /// <summary>Pokok pembahasan.</summary>
    public string? Discussion { get; internal set; }

    public string DiscussionMark => WordingMark.Of([Discussion]);

    string IAudited.AuditName => Title;

    internal void Correct(int order, string title, string? speaker)
    {
        Order = order;
        Title = title;
        Speaker = speaker;
    }
}
