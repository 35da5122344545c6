using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Programs;

/// <summary>
/// Writes what the centre accepted to the family's record. The difference is reckoned again under the family's lock: what somebody changed meanwhile stops it,
/// and an application that would change nothing is an error, never silence.
/// </summary>
public sealed class ApplyProposal(TkpkDbContext db, HouseholdAreasQuery areas, FieldCipher cipher, KabupatenClock clock)
{
    /// <summary>The family's id. Refused: USL-01, USL-02, USL-12, USL-13, KEL-21, and what the family's acts refuse.</summary>
    public async Task<Guid> RunAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Who comes second waits here and then finds the proposal applied.
        await db.Database.ExecuteSqlAsync($"select 1 from proposals where id = {id} for update", ct);
        var proposal = await db.Proposals.Include(p => p.Diffs).Include(p => p.Incoming).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        MustBeReady(proposal);
        var household = proposal.HouseholdId is { } family ? await LockedAsync(family, ct) : null;
        var (toDo, conflicts) = await RecordComparison.OfAsync(db, proposal, household, cipher, ct);
        if (conflicts.Count > 0) throw new RuleBrokenException(ProposalRules.AppliesToChanged, null, Named(conflicts));
        var release = proposal is { AnsweredDecile: not null, AnswerBatchId: { } batch } ? await db.AnswerReleaseAsync(batch, ct) : null;
        if (toDo.Count == 0 && !IsNews(household, proposal.AnsweredDecile, release)) throw new RuleBrokenException(ProposalRules.AppliesToNothing);
        household = await WriteAsync(proposal, household, new(toDo), ct);
        if (release is not null && IsNewest(household, release)) household.SetDecile(proposal.AnsweredDecile, release.Source, release.ReleasedOn);
        proposal.Apply(household.Id, db.Actor, clock.Now);
        await SaveAsync(proposal, household, release, ct);
        await transaction.CommitAsync(ct);
        return household.Id;
    }

    /// <summary>Before anything is reckoned, so that a proposal at another stage says just that.</summary>
    private static void MustBeReady(Proposal proposal)
    {
        if (ProposalFlow.Find(proposal.Kind, proposal.Stage, ProposalAct.Apply) is null)
            throw new RuleBrokenException(ProposalRules.WrongStage, null, ProposalNames.Of(proposal.Stage).ToLowerInvariant(), ProposalNames.Passive(ProposalAct.Apply));
    }

    private async Task<Household> LockedAsync(Guid householdId, CancellationToken ct)
    {
        await ProgramCount.LockAsync(db, [householdId], ct);
        return await db.HouseholdWithMembersAsync(householdId, ct);
    }

    private async Task<Household> WriteAsync(Proposal proposal, Household? household, ProposedRecord wanted, CancellationToken ct)
    {
        var writing = new RecordWriting(db, wanted, cipher, clock);
        if (household is null)
        {
            household = writing.Register((await areas.InForceAsync(proposal.VillageId, ct)).Id);
        }
        else
        {
            if (wanted.ToVillage is { } village) await areas.InForceAsync(village, ct);
            await writing.ChangeAsync(household, ct);
        }

        await writing.AnswerAsync(household, DateOnly.FromDateTime(clock.Local(proposal.SubmittedAt ?? proposal.CreatedAt)), ct);
        return household;
    }

    private async Task SaveAsync(Proposal proposal, Household household, DecileRelease? release, CancellationToken ct)
    {
        var moves = ProposalMoves.Of(db);
        var left = household.LeftOn is not null;
        await db.SaveAsync([household], left ? () => ProgramCount.CountAsync(db, [household.Id], ct) : null, ct);
        await moves.ApplyAsync(db, ct);
        if (release is null || left) return;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into welfare_deciles (household_id, release_id, decile, batch_id, recorded_at) values ({household.Id}, {release.Id}, {proposal.AnsweredDecile}, {proposal.AnswerBatchId}, {clock.Now})
            on conflict (household_id, release_id) do update set decile = excluded.decile, batch_id = excluded.batch_id, recorded_at = excluded.recorded_at
            """,
            ct);
    }

    /// <summary>A decile of the centre is written even where the desa has put the record right by hand meanwhile.</summary>
    private static bool IsNews(Household? household, int? decile, DecileRelease? release) =>
        release is not null && household is { LeftOn: null } && IsNewest(household, release) && (household.Decile != decile || household.DecileReleasedOn != release.ReleasedOn || household.DecileSource != release.Source);

    /// <summary>The family's own row repeats only the newest release.</summary>
    private static bool IsNewest(Household household, DecileRelease release) => household.LeftOn is null && (household.DecileReleasedOn is not { } known || release.ReleasedOn >= known);

    internal static string Named(IEnumerable<DiffLine> lines)
    {
        const int most = 5;
        var names = lines.Select(DiffWords.FieldOf).Distinct().ToList();
        return string.Join(", ", names.Take(most)) + (names.Count > most ? $", dan {Indonesian.Number(names.Count - most)} isian lain" : "");
    }
}
