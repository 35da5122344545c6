using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>The attendance list becomes exactly these people; somebody named twice stands on it once.</summary>
public sealed class RecordDeliberationAttendance(TkpkDbContext db, AuditTrail trail)
{
    /// <summary>Refused: MSD-01, MSD-16.</summary>
    /// <returns>How many stand on it now.</returns>
    public Task<int> RunAsync(Guid id, IReadOnlyList<DeliberationGuest> guests, uint version, CancellationToken ct) => db.WriteDeliberationAsync(
        id,
        version,
        deliberation =>
        {
            var before = deliberation.Attendees.OrderBy(a => a.Order).Select(a => new DeliberationGuest(a.Name, a.Position, a.IsFemale)).ToList();
            List<DeliberationGuest> after = [.. guests.DistinctBy(g => (g.Name.ToUpperInvariant(), g.Position.ToUpperInvariant(), g.IsFemale))];
            if (!before.SequenceEqual(after))
            {
                deliberation.Attend(after);
                trail.Tell(db, deliberation, [new("Attendance", Told(before), Told(after))]);
            }

            return Task.FromResult(after.Count);
        },
        ct);

    private static string Told(List<DeliberationGuest> guests) => guests.Count == 0 ? "" : $"{Indonesian.Count(guests.Count, "orang")}: {string.Join(", ", guests.Select(g => g.Name))}";
}
