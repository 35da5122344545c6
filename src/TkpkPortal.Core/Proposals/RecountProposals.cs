using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals;

/// <summary>The nightly check of <see cref="ProposalTally"/>: counts the proposals anew, tells what differs (it must be nothing) and repairs it.</summary>
public sealed partial class RecountProposals(TkpkDbContext db, AuditTrail trail, ILogger<RecountProposals> log)
{
    // It runs at night beside backups; a page's patience is too short for a count of everything.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Kept counts that a fresh count contradicted.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        if (db.Actor.Reach != Reach.Everything) throw new OutOfScopeException(nameof(ProposalTally));
        db.Database.SetCommandTimeout(Longest);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Writers save their proposals first and move the counts after: who waits here for the lock is in neither, who has passed it is in both.
        await db.Database.ExecuteSqlAsync($"lock table proposal_tallies in share row exclusive mode", ct);
        var differences = await DifferencesAsync(ct);
        if (differences > 0)
        {
            LogDifferences(log, differences);
            await RepairAsync(ct);
        }

        var sentence = differences == 0 ? "Hitung ulang usulan: tidak ada selisih" : $"Hitung ulang usulan: {Indonesian.Count(differences, "selisih")}, sudah diperbaiki";
        trail.Add(db, new AuditEntry(AuditAction.Update, nameof(ProposalTally), null, sentence));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return differences;
    }

    private Task<int> DifferencesAsync(CancellationToken ct) => db.Database.SqlQuery<int>(
        $"""
        with fresh as (
            select village_id, cycle_month, kind, stage, reached, count(*)::int as count, sum((stage_since at time zone 'UTC')::date - date '0001-01-01')::bigint as since_days
            from proposals
            group by 1, 2, 3, 4, 5)
        select count(*)::int as "Value"
        from fresh full join proposal_tallies kept using (village_id, cycle_month, kind, stage, reached)
        where (coalesce(fresh.count, 0), coalesce(fresh.since_days, 0)) is distinct from (coalesce(kept.count, 0), coalesce(kept.since_days, 0))
        """).SingleAsync(ct);

    private async Task RepairAsync(CancellationToken ct)
    {
        await db.ProposalTallies.ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into proposal_tallies (village_id, cycle_month, kind, stage, reached, count, since_days)
            select village_id, cycle_month, kind, stage, reached, count(*), sum((stage_since at time zone 'UTC')::date - date '0001-01-01')
            from proposals
            group by 1, 2, 3, 4, 5
            """,
            ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The kept counts of proposals differed from the proposals in {Differences} places; they were counted anew.")]
    private static partial void LogDifferences(ILogger log, int differences);
}
