using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

/// <summary>Who was there. Personal data: shown to the secretariat only.</summary>
public sealed class Attendee : IAudited
{
    private Attendee()
    {
    }

    public Attendee(Guid meetingId, int order, string name, string position, string institution, string? phone)
    {
        MeetingId = meetingId;
        Order = order;
        Name = name;
        Position = position;
        Institution = institution;
        Phone = phone;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MeetingId { get; private set; }

    public int Order { get; private set; }

    public string Name { get; private set; } = "";

    public string Position { get; private set; } = "";

    public string Institution { get; private set; } = "";

    public string? Phone { get; private set; }

    string IAudited.AuditName => Name;

    internal bool IsSamePersonAs(AttendeeLine line) =>
        Name.Equals(line.Name, StringComparison.OrdinalIgnoreCase) && Institution.Equals(line.Institution, StringComparison.OrdinalIgnoreCase);

    internal void Correct(AttendeeLine line)
    {
        Name = line.Name;
        Position = line.Position;
        Institution = line.Institution;
        Phone = line.Phone;
    }
}
