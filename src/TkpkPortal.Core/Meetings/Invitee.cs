using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Meetings;

/// <summary>Who is asked to come: an OPD, a camat, a partner, by office.</summary>
public sealed class Invitee : IAudited
{
    private Invitee()
    {
    }

    public Invitee(Guid meetingId, int order, string office, Guid? agencyId)
    {
        MeetingId = meetingId;
        Order = order;
        Office = office;
        AgencyId = agencyId;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid MeetingId { get; private set; }

    public int Order { get; internal set; }

    public string Office { get; private set; } = "";

    public Guid? AgencyId { get; private set; }

    string IAudited.AuditName => Office;
}
