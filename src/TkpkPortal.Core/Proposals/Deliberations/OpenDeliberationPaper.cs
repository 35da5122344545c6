using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>Hands a musyawarah over to be printed or exported, and writes down who took what: names of families leave the portal.</summary>
public sealed class OpenDeliberationPaper(TkpkDbContext db, DeliberationQuery query, AuditTrail trail)
{
    /// <param name="paper">"Berita acara".</param>
    /// <param name="of">The form that has such a paper; null where both have.</param>
    public Task<DeliberationView> RunAsync(Guid id, string paper, DeliberationForm? of, CancellationToken ct) => RunAsync(id, paper, AuditAction.Read, of, query.RunAsync, ct);

    /// <summary>With what each proposal is about.</summary>
    public Task<DeliberationView> WithSubjectsAsync(Guid id, string paper, DeliberationForm? of, CancellationToken ct) => RunAsync(id, paper, AuditAction.Read, of, query.WithSubjectsAsync, ct);

    /// <summary>As a file to work with.</summary>
    public Task<DeliberationView> ExportAsync(Guid id, string what, CancellationToken ct) => RunAsync(id, what, AuditAction.Export, null, query.RunAsync, ct);

    private async Task<DeliberationView> RunAsync(Guid id, string what, AuditAction action, DeliberationForm? of, Func<Guid, CancellationToken, Task<DeliberationView>> read, CancellationToken ct)
    {
        var deliberation = await read(id, ct);
        if (of is not null && deliberation.Form != of) throw new RecordNotFoundException();
        trail.Add(db, new(action, nameof(VillageDeliberation), id, $"{what}, {ProposalNames.Of(deliberation.Form)} {Indonesian.LongDate(deliberation.Details.HeldOn)}"), villageId: deliberation.VillageId);
        await db.SaveChangesAsync(ct);
        return deliberation;
    }
}
