using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>Lays the figures of an update cycle before a rapat teknis MPM; from then on they do not move with the proposals.</summary>
public sealed class FreezeMaterial(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: RKR-01, RKR-25, RKR-26.</summary>
    public Task RunAsync(Guid meetingId, MpmMaterial material, CancellationToken ct) => db.WriteMeetingAsync(meetingId, meeting => meeting.Lay(material, clock.Now), ct);
}
