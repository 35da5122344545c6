using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals;

/// <summary>Proposals of one desa, cycle, kind and stage, counted by every write: boards never scan the proposals.</summary>
public sealed class ProposalTally
{
    public Guid VillageId { get; private set; }

    /// <summary>First day of the month.</summary>
    public DateOnly CycleMonth { get; private set; }

    public ProposalKind Kind { get; private set; }

    public ProposalStage Stage { get; private set; }

    /// <summary>The furthest stage they ever reached.</summary>
    public ProposalStage Reached { get; private set; }

    public int Count { get; private set; }

    /// <summary>Sum of the day numbers on which they entered the stage (<see cref="DateOnly.DayNumber"/>, UTC): the mean age in days is today's number less this by the count.</summary>
    public long SinceDays { get; private set; }
}

internal static class ProposalSave
{
    /// <summary>Saves proposals and moves the counts of their desa with them, in one transaction. Joins one that is open. Refused: USL-10.</summary>
    public static async Task SaveProposalsAsync(this TkpkDbContext db, CancellationToken ct)
    {
        var moves = ProposalMoves.Of(db);
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation, ConstraintName: ProposalConfiguration.OpenOnce })
        {
            throw new RuleBrokenException(ProposalRules.AlreadyOpen, null, "");
        }

        await moves.ApplyAsync(db, ct);
        if (own is not null) await own.CommitAsync(ct);
    }
}

/// <summary>Moves the kept counts by what the tracked proposals were and are.</summary>
internal sealed class ProposalMoves
{
    private readonly SortedDictionary<Key, (int Count, long SinceDays)> _moves = [];

    /// <summary>Taken before the save, applied after it.</summary>
    public static ProposalMoves Of(TkpkDbContext db)
    {
        db.ChangeTracker.DetectChanges();
        var moves = new ProposalMoves();
        foreach (var entry in db.ChangeTracker.Entries<Proposal>())
        {
            if (entry.State is EntityState.Modified) moves.Add(entry.OriginalValues, -1);
            if (entry.State is EntityState.Modified or EntityState.Added) moves.Add(entry.CurrentValues, 1);
        }

        return moves;
    }

    public Task ApplyAsync(TkpkDbContext db, CancellationToken ct)
    {
        var moves = _moves.Where(m => m.Value != default).ToList();
        if (moves.Count == 0) return Task.CompletedTask;
        Guid[] villages = [.. moves.Select(m => m.Key.VillageId)];
        if (db.Actor.Reach == Reach.Villages && villages.Except(db.Actor.VillageIds).Any()) throw new OutOfScopeException(nameof(ProposalTally));
        DateOnly[] months = [.. moves.Select(m => m.Key.CycleMonth)];
        string[] kinds = [.. moves.Select(m => m.Key.Kind.ToString())];
        string[] stages = [.. moves.Select(m => m.Key.Stage.ToString())];
        string[] reached = [.. moves.Select(m => m.Key.Reached.ToString())];
        int[] counts = [.. moves.Select(m => m.Value.Count)];
        long[] days = [.. moves.Select(m => m.Value.SinceDays)];
        // In one order, so that two writers cannot wait for each other.
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into proposal_tallies as kept (village_id, cycle_month, kind, stage, reached, count, since_days)
            select * from unnest({villages}, {months}, {kinds}, {stages}, {reached}, {counts}, {days}) as moved(village_id, cycle_month, kind, stage, reached, count, since_days) order by 1, 2, 3, 4, 5
            on conflict (village_id, cycle_month, kind, stage, reached) do update set count = kept.count + excluded.count, since_days = kept.since_days + excluded.since_days
            """,
            ct);
    }

    private void Add(PropertyValues values, int sign)
    {
        var key = new Key(
            values.GetValue<Guid>(nameof(Proposal.VillageId)), values.GetValue<DateOnly>(nameof(Proposal.CycleMonth)), values.GetValue<ProposalKind>(nameof(Proposal.Kind)),
            values.GetValue<ProposalStage>(nameof(Proposal.Stage)), values.GetValue<ProposalStage>(nameof(Proposal.Reached)));
        var day = DateOnly.FromDateTime(values.GetValue<DateTimeOffset>(nameof(Proposal.StageSince)).UtcDateTime).DayNumber;
        var kept = _moves.GetValueOrDefault(key);
        _moves[key] = (kept.Count + sign, kept.SinceDays + (sign * (long)day));
    }

    private readonly record struct Key(Guid VillageId, DateOnly CycleMonth, ProposalKind Kind, ProposalStage Stage, ProposalStage Reached) : IComparable<Key>
    {
        public int CompareTo(Key other) =>
            (VillageId, CycleMonth, Kind.ToString(), Stage.ToString(), Reached.ToString()).CompareTo((other.VillageId, other.CycleMonth, other.Kind.ToString(), other.Stage.ToString(), other.Reached.ToString()));
    }
}
