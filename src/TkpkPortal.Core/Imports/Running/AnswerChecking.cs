using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports.Merging;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>Checks the centre's answers of one bucket against the proposals as they are now.</summary>
internal sealed class AnswerChecking(MergeContext context, ImportJob job)
{
    private readonly AnswerFields _fields = new(context.Fields.Layout);
    private readonly HashSet<int> _bad = [];

    public async Task<ChunkFound> FindAsync(NpgsqlConnection connection, int bucket, List<FamilyGroup> groups, ProblemWriter problems)
    {
        await using var db = job.Database.Open(job.Actor);
        var rows = groups.SelectMany(g => g.Rows).OrderBy(r => r.Number).Select(r => new AnswerRow(r, _fields)).ToList();
        var match = await AnswerMatch.ReadAsync(db, rows, job.Cipher, job.Token);
        var answers = new List<(AnswerRow Row, Proposal Proposal)>();
        foreach (var row in rows)
        {
            var (found, field, why) = match.Find(row);
            if (found is null) Refuse(problems, row, field, why!);
            else if (PlannedAnswer.WhyNot(found) is { } refused) Refuse(problems, row, _fields.Proposal, refused.Rule, refused.Places);
            else answers.Add((row, found));
        }

        var once = await OnceAsync(connection, bucket, answers, problems);
        var reopened = await AnswerReopening.BlockedAsync(db, [.. once.Select(o => o.Proposal)], job.Token);
        foreach (var (row, _) in once.Where(o => reopened.Contains(o.Proposal.Id))) Refuse(problems, row, _fields.Proposal, ImportRules.ProposalReopened);
        var planned = once.FindAll(o => !reopened.Contains(o.Proposal.Id)).ConvertAll(o => (o.Row, o.Proposal, Answer: o.Row.Planned(o.Proposal)));
        var changed = planned.FindAll(p => !p.Answer.IsHeldBy(p.Proposal));
        foreach (var (row, proposal, answer) in changed) Warn(problems, row, proposal.Kind, answer);
        var id = Guid.CreateVersion7();
        return new(bucket, 0, 0, changed.Count, planned.Count - changed.Count, groups.Sum(g => g.Bad.Count) + _bad.Count, [.. planned.Select(p => p.Proposal.Id)], [])
        {
            Id = id,
            SealedPlan = AnswerPlan.Seal(changed.ConvertAll(c => c.Answer), id, job.Cipher),
        };
    }

    /// <summary>Each proposal once: a row that says the same again is told and left, rows that contradict each other stay out, all of them.</summary>
    private async Task<List<(AnswerRow Row, Proposal Proposal)>> OnceAsync(NpgsqlConnection connection, int bucket, List<(AnswerRow Row, Proposal Proposal)> answers, ProblemWriter problems)
    {
        var elsewhere = await ElsewhereAsync(connection, bucket, answers.ConvertAll(a => a.Proposal.Id));
        var once = new List<(AnswerRow, Proposal)>();
        foreach (var same in answers.GroupBy(a => a.Proposal.Id))
        {
            var all = same.ToList();
            var first = all[0].Row.Planned(all[0].Proposal);
            if (elsewhere.TryGetValue(same.Key, out var earlier))
            {
                // By its number in one bucket, by a NIK in another.
                foreach (var (row, proposal) in all) Again(problems, row, earlier, row.Planned(proposal).Said == earlier.Said);
            }
            else if (all.TrueForAll(a => a.Row.Planned(a.Proposal).Said == first.Said))
            {
                once.Add(all[0]);
                foreach (var (row, _) in all.Skip(1)) Again(problems, row, first, same: true);
            }
            else
            {
                for (var i = 0; i < all.Count; i++) Refuse(problems, all[i].Row, _fields.Outcome, ImportRules.ProposalTwice, all[i == 0 ? 1 : 0].Row.Row.Number);
            }
        }

        return once;
    }

    private void Again(ProblemWriter problems, AnswerRow row, PlannedAnswer first, bool same)
    {
        if (same) Tell(problems, row, _fields.Outcome, ImportRules.ProposalRepeated, first.Row);
        else Refuse(problems, row, _fields.Outcome, ImportRules.ProposalTwice, first.Row);
    }

    private void Warn(ProblemWriter problems, AnswerRow row, ProposalKind kind, PlannedAnswer answer)
    {
        // A family that leaves needs no decile, and one that moves keeps its own.
        if (answer is { Answer: CentreAnswer.Accepted, Decile: null } && kind is not (ProposalKind.Exit or ProposalKind.Move)) Tell(problems, row, _fields.Decile, ImportRules.AcceptedWithoutDecile);
        if (answer is { Answer: not CentreAnswer.Accepted, Reason: null }) Tell(problems, row, _fields.Reason, ImportRules.AnswerWithoutReason);
    }

    private void Refuse(ProblemWriter problems, AnswerRow row, int field, Rule rule, params object[] places)
    {
        _bad.Add(row.Row.Number);
        problems.Add(row.Row, field, rule, places);
    }

    private static void Tell(ProblemWriter problems, AnswerRow row, int field, Rule rule, params object[] places) =>
        problems.Add(row.Row.Number, new(field, rule.Code, false, "", string.Format(Indonesian.Culture, rule.Sentence, places)));

    private async Task<Dictionary<Guid, PlannedAnswer>> ElsewhereAsync(NpgsqlConnection connection, int bucket, List<Guid> proposals)
    {
        var planned = new Dictionary<Guid, PlannedAnswer>();
        await using var command = new NpgsqlCommand("select id, sealed_plan from import_chunks where batch_id = $1 and bucket <> $2 and matched && $3 and sealed_plan is not null", connection);
        command.Parameters.Add(ImportJob.Id(job.Batch.Id));
        command.Parameters.Add(ChunkWriter.Whole(bucket));
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = proposals.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(job.Token);
        while (await reader.ReadAsync(job.Token))
        {
            foreach (var answer in AnswerPlan.Open(reader.GetFieldValue<byte[]>(1), reader.GetGuid(0), job.Cipher)) planned[answer.ProposalId] = answer;
        }

        return planned;
    }
}

/// <summary>A refusal by the centre that is taken back opens the proposal again; not where the family has another of the kind by now (USL-10).</summary>
internal static class AnswerReopening
{
    public static async Task<HashSet<Guid>> BlockedAsync(TkpkDbContext db, IReadOnlyList<Proposal> proposals, CancellationToken ct)
    {
        var ended = proposals.Where(p => p is { Stage: ProposalStage.Rejected, HouseholdId: not null }).Select(p => p.Id).ToList();
        if (ended.Count == 0) return [];
        return
        [
            .. await db.Proposals.AsNoTracking().Where(p => ended.Contains(p.Id)).Where(p => db.Proposals.Any(
                    o => o.HouseholdId == p.HouseholdId && o.Kind == p.Kind && o.Id != p.Id
                        && o.Stage != ProposalStage.Applied && o.Stage != ProposalStage.Completed && o.Stage != ProposalStage.Rejected && o.Stage != ProposalStage.Cancelled))
                .Select(p => p.Id).ToListAsync(ct),
        ];
    }
}
