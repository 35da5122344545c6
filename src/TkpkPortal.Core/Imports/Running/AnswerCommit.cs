using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Imports.Merging;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>
/// Gives the centre's word to the proposals of one chunk, as acts of the person who asked. The acts, the moved counts, the mark in the ledger and the check of the lease
/// are one transaction, as for families.
/// </summary>
internal sealed class AnswerCommit(ImportJob job, MergeContext context)
{
    private readonly Guid _batchId = job.Batch.Id;

    /// <param name="report">Called before the lease is checked.</param>
    public async Task RunAsync(int bucket, Action report)
    {
        await using var db = job.Database.Open(job.Actor);
        await using var transaction = await db.Database.BeginTransactionAsync(job.Token);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await ImportJob.ExecuteAsync(connection, "select pg_advisory_xact_lock(hashtextextended('impor', 0))", job.Token);
        var plan = await PlanAsync(connection, bucket);
        var proposals = (await db.LockedProposalsAsync([.. plan.Select(p => p.ProposalId)], job.Token)).ToDictionary(p => p.Id);
        var blocked = await AnswerReopening.BlockedAsync(db, [.. proposals.Values], job.Token);
        var problems = new ProblemWriter(_batchId, context.Fields.Layout, job.Cipher);
        var (taken, refused) = (0, 0);
        foreach (var answer in plan)
        {
            var proposal = proposals[answer.ProposalId];
            // Somebody else's import, or an application, came between the preview and this.
            var why = PlannedAnswer.WhyNot(proposal) ?? (blocked.Contains(proposal.Id) ? (ImportRules.ProposalReopened, []) : null);
            if (why is { } rule)
            {
                refused++;
                problems.Add(answer.Row, new(-1, rule.Rule.Code, true, "", string.Format(Common.Indonesian.Culture, rule.Rule.Sentence, rule.Places)));
            }
            else if (!answer.IsHeldBy(proposal))
            {
                taken++;
                Take(proposal, answer);
            }
        }

        await db.SaveProposalsAsync(job.Token);
        await problems.WriteAsync(connection, job.Token);
        await ImportJob.ExecuteAsync(
            connection,
            "update import_chunks set merged_at = clock_timestamp(), same_records = same_records + changed_records - $3 - $4, changed_records = $3, bad_rows = bad_rows + $4 where batch_id = $1 and bucket = $2",
            job.Token, ImportJob.Id(_batchId), ChunkWriter.Whole(bucket), ChunkWriter.Whole(taken), ChunkWriter.Whole(refused));
        report();
        await job.Lease.HoldAsync(connection, job.Token);
        await transaction.CommitAsync(job.Token);
    }

    private void Take(Proposal proposal, PlannedAnswer answer)
    {
        var now = job.Clock.Now;
        if (proposal is { Stage: ProposalStage.Answered or ProposalStage.Rejected, AnswerBatchId: { } earlier }) proposal.WithdrawAnswer(earlier, job.Actor, now);
        // One microsecond later, so that the history tells the two acts in their order.
        if (proposal.AnswerBatchId is null) now = now.AddMicroseconds(1);
        var on = answer.On ?? DateOnly.FromDateTime(job.Clock.Local(job.Batch.UploadedAt));
        proposal.TakeAnswer(answer.Answer, answer.Decile, on, answer.Reason, _batchId, job.Actor, now);
    }

    private async Task<List<PlannedAnswer>> PlanAsync(NpgsqlConnection connection, int bucket)
    {
        await using var command = new NpgsqlCommand("select id, sealed_plan from import_chunks where batch_id = $1 and bucket = $2", connection);
        command.Parameters.Add(ImportJob.Id(_batchId));
        command.Parameters.Add(ChunkWriter.Whole(bucket));
        await using var reader = await command.ExecuteReaderAsync(job.Token);
        if (!await reader.ReadAsync(job.Token) || await reader.IsDBNullAsync(1, job.Token)) return [];
        return AnswerPlan.Open(reader.GetFieldValue<byte[]>(1), reader.GetGuid(0), job.Cipher);
    }
}

/// <summary>Takes the answers of a batch back, as far as they are not written to a family's record yet. Each step finds only what is still to do.</summary>
internal sealed class AnswerUndo(ImportJob job)
{
    private const int AtOnce = 500;

    public async Task RunAsync()
    {
        var (back, done) = (await IdsAsync(), 0);
        job.Lease.Report(0, back.Count);
        foreach (var some in back.Chunk(AtOnce))
        {
            await using var db = job.Database.Open(job.Actor);
            await using var transaction = await db.Database.BeginTransactionAsync(job.Token);
            var proposals = await db.LockedProposalsAsync(some, job.Token);
            var blocked = await AnswerReopening.BlockedAsync(db, proposals, job.Token);
            foreach (var proposal in proposals.Where(p => p.Stage != ProposalStage.Applied && p.AnswerBatchId == job.Batch.Id && !blocked.Contains(p.Id)))
                proposal.WithdrawAnswer(job.Batch.Id, job.Actor, job.Clock.Now);
            await db.SaveProposalsAsync(job.Token);
            job.Lease.Report(done += some.Length, back.Count);
            await job.Lease.HoldAsync((NpgsqlConnection)db.Database.GetDbConnection(), job.Token);
            await transaction.CommitAsync(job.Token);
            job.Database.NoteChange();
        }
    }

    private async Task<List<Guid>> IdsAsync()
    {
        await using var db = job.Database.Open(job.Actor);
        return await db.Proposals.AsNoTracking().Where(p => p.AnswerBatchId == job.Batch.Id && p.Stage != ProposalStage.Applied).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(job.Token);
    }
}
