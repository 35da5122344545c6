using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>What the village decided about one proposal; no outcome yet is allowed while the musyawarah is open.</summary>
public sealed record OutcomeLine(Guid ProposalId, DeliberationOutcome? Outcome, string? Reason);

/// <summary>Writes the outcomes down, all or as many as there are. Proposals move only when the musyawarah is closed.</summary>
public sealed class DecideDeliberation(TkpkDbContext db, AuditTrail trail)
{
    /// <summary>Refused: MSD-01, MSD-03, MSD-12, IDN-11.</summary>
    /// <returns>How many have an outcome now.</returns>
    public Task<int> RunAsync(Guid id, IReadOnlyList<OutcomeLine> lines, uint version, CancellationToken ct) => db.WriteDeliberationAsync(
        id,
        version,
        async deliberation =>
        {
            var before = deliberation.Items.ToDictionary(i => i.ProposalId, i => Told(i.Outcome, i.Reason));
            for (var i = 0; i < lines.Count; i++)
            {
                var field = $"Rows[{i.ToString(CultureInfo.InvariantCulture)}].Reason";
                FreeText.MustHoldNoNumber(lines[i].Reason, field);
                deliberation.Decide(lines[i].ProposalId, lines[i].Outcome, lines[i].Reason, field);
            }

            var numbers = await db.Proposals.AsNoTracking().NumbersAsync(before.Keys, ct);
            trail.Tell(db, deliberation, [.. deliberation.Items
                .Where(i => before[i.ProposalId] != Told(i.Outcome, i.Reason))
                .Select(i => new FieldChange($"Hasil usulan {numbers.GetValueOrDefault(i.ProposalId)}", before[i.ProposalId], Told(i.Outcome, i.Reason)))]);
            return deliberation.Items.Count(i => i.Outcome is not null);
        },
        ct);

    private static string? Told(DeliberationOutcome? outcome, string? reason) =>
        outcome is { } known ? ProposalNames.Of(known) + (reason is null ? "" : $" ({reason})") : reason;
}
