using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>Day, place, chair, number of the minutes, notes.</summary>
public sealed class CorrectDeliberation(TkpkDbContext db)
{
    /// <summary>Refused: MSD-01, IDN-11.</summary>
    public Task RunAsync(Guid id, DeliberationDetails details, uint version, CancellationToken ct)
    {
        DeliberationDesk.Check(details);
        return db.WriteDeliberationAsync(id, version, deliberation => deliberation.Correct(details), ct);
    }
}
