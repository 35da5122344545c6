using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Merging;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>
/// Merges chunk by chunk. Each chunk's rows, its row diff with before-images, its mark in the ledger and the check of the lease are one transaction:
/// a chunk is in the registry as a whole and once, or not at all.
/// </summary>
internal sealed class CommitPhase(ImportJob job, MergeContext context, AuditTrail trail)
{
    private const int MostRetries = 5;

    private readonly Guid _batchId = job.Batch.Id;
    private int _done;

    public async Task RunAsync()
    {
        await using var reading = await job.OpenAsync();
        await using var writing = await job.OpenAsync();
        await SkipEmptyAsync(writing);
        var (left, done) = await LeftAsync(reading);
        _done = done;
        job.Lease.Report(_done, job.Batch.Rows);
        if (context.Format == ImportFormat.CentreAnswers) await AnswerAsync(left);
        else await Ahead.EachAsync(left, (chunk, ct) => PrepareAsync(reading, chunk, ct), chunk => MergeAsync(writing, chunk), job.Token);
        await FinishAsync();
    }

    private async Task AnswerAsync(List<Chunk> left)
    {
        foreach (var chunk in left)
        {
            job.Lease.StopIfAsked();
            await new AnswerCommit(job, context).RunAsync(chunk.Bucket, () => job.Lease.Report(_done += chunk.Rows, job.Batch.Rows));
            job.Database.NoteChange();
        }
    }

    private sealed record Chunk(Guid Id, int Bucket, int Rows);

    /// <summary>A chunk with everything made ready that needs no look at the registry. Of the new families only their finished rows are held: several chunks lie ready at once.</summary>
    private sealed record ReadyChunk(Chunk Chunk, List<(FamilyGroup Group, Guid? Held)> Held, ReadyRows New, int NewFamilies);

    private async Task<ReadyChunk> PrepareAsync(NpgsqlConnection reading, Chunk chunk, CancellationToken ct)
    {
        var plan = await PlanAsync(reading, chunk, ct);
        var merge = new FamilyMerge(context, [], [], []);
        var rows = new ReadyRows(_batchId, job.Clock.Now, context, job.Cipher);
        var made = 0;
        foreach (var family in plan.Families.Where(f => f.Held is null).Select(f => merge.Of(f.Group, null)).Where(o => o.Kind == OutcomeKind.New))
        {
            FamilyMerge.Observe(family, context);
            rows.AddNew(family);
            made++;
        }

        return new(chunk, plan.Families.FindAll(f => f.Held is not null), rows, made);
    }

    private async Task<ChunkPlan> PlanAsync(NpgsqlConnection connection, Chunk chunk, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select id, sealed_plan from import_chunks where batch_id = $1 and bucket = $2", connection);
        command.Parameters.Add(ImportJob.Id(_batchId));
        command.Parameters.Add(ChunkWriter.Whole(chunk.Bucket));
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct) || await reader.IsDBNullAsync(1, ct)) return new([], []);
        return ChunkPlan.Open(reader.GetFieldValue<byte[]>(1), reader.GetGuid(0), context.Fields, job.Cipher);
    }

    private async Task MergeAsync(NpgsqlConnection writing, ReadyChunk chunk)
    {
        for (var attempt = 1; ; attempt++)
        {
            job.Lease.StopIfAsked();
            try
            {
                await MergeOnceAsync(writing, chunk);
                job.Database.NoteChange();
                return;
            }
            catch (Exception e) when (attempt < MostRetries && e is PlanOutdatedException or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation })
            {
                // Somebody registered one of these numbers, or a family left, since the check.
                await CheckAnewAsync(writing, chunk.Chunk);
                chunk = await PrepareAsync(writing, chunk.Chunk, job.Token);
            }
            catch (PostgresException e) when (attempt < MostRetries && e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                chunk = await PrepareAsync(writing, chunk.Chunk, job.Token);
            }
        }
    }

    private async Task MergeOnceAsync(NpgsqlConnection writing, ReadyChunk chunk)
    {
        await using var transaction = await writing.BeginTransactionAsync(job.Token);
        // One import merges at a time, so that two with the same families cannot wait for each other's rows.
        await ImportJob.ExecuteAsync(writing, "select pg_advisory_xact_lock(hashtextextended('impor', 0))", job.Token);
        var (changes, changed) = context.Program is { } program
            ? await EnrollAsync(writing, chunk, program)
            : await MergeHeldAsync(writing, chunk);
        chunk.New.Write(writing);
        await ChunkWriter.ReplaceChangesAsync(writing, _batchId, chunk.Chunk.Bucket, changes, job.Clock.Now, job.Cipher, job.Token);
        await ImportJob.ExecuteAsync(
            writing,
            "update import_chunks set merged_at = clock_timestamp(), new_records = $3, changed_records = $4, same_records = same_records + (new_records - $3) + (changed_records - $4) where batch_id = $1 and bucket = $2",
            job.Token, ImportJob.Id(_batchId), ChunkWriter.Whole(chunk.Chunk.Bucket),
            ChunkWriter.Whole(context.Program is null ? chunk.NewFamilies : changes.Count), ChunkWriter.Whole(context.Program is null ? changed : 0));
        job.Lease.Report(_done + chunk.Chunk.Rows, job.Batch.Rows);
        await job.Lease.HoldAsync(writing, job.Token);
        await transaction.CommitAsync(job.Token);
        _done += chunk.Chunk.Rows;
    }

    private async Task<(List<PlannedChange> Changes, int Changed)> MergeHeldAsync(NpgsqlConnection writing, ReadyChunk chunk)
    {
        if (chunk.Held.Count == 0) return ([], 0);
        var outcomes = await new BucketMatch(context, new(writing)).AgainAsync(chunk.Held, job.Token);
        if (outcomes.Exists(o => o.Problems.Count > 0 || o.Held is null)) throw new PlanOutdatedException();
        var changed = outcomes.FindAll(o => o.Kind == OutcomeKind.Changed);
        if (changed.Count == 0) return ([], 0);
        var before = await ChangedFamilies.BeforeAsync(writing, changed, job.Token);
        await ChangedFamilies.WriteAsync(writing, changed, _batchId, job.Clock.Now, job.Cipher, job.Token);
        var children = new ReadyRows(_batchId, job.Clock.Now, context, job.Cipher);
        var images = new Dictionary<Guid, string>();
        foreach (var family in changed)
        {
            var from = children.MemberIds.Count;
            children.AddChildren(family.Held!.Id, family);
            images[family.Held.Id] = JsonSerializer.Serialize(before[family.Held.Id] with
            {
                Added = [.. children.MemberIds.Skip(from)],
                Ranked = family.Rank is not null,
                WasRanked = family.Held.InRelease.Ranked,
                WasDecile = family.Held.InRelease.Decile,
            });
        }

        children.Write(writing);
        return (Checking.Changes(changed, context).ConvertAll(c => c with { Before = images[c.HouseholdId] }), changed.Count);
    }

    private async Task<(List<PlannedChange> Changes, int Changed)> EnrollAsync(NpgsqlConnection writing, ReadyChunk chunk, ImportedProgram program)
    {
        await using var command = new NpgsqlCommand(
            """
            with held as (select id from households where id = any($1) and left_on is null order by id for update)
            insert into enrollments (id, program_id, household_id, started_on)
            select gen_random_uuid(), $2, h.id, $3 from held h
            where exists (select 1 from programs p where p.id = $2 and p.is_active)
            on conflict (household_id, program_id) where ended_on is null do nothing
            returning household_id, id
            """,
            writing);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = chunk.Held.Select(h => h.Held!.Value).ToArray() });
        command.Parameters.Add(ImportJob.Id(program.Id));
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Date, Value = job.Clock.Today });
        var made = new Dictionary<Guid, Guid>();
        await using (var reader = await command.ExecuteReaderAsync(job.Token))
        {
            while (await reader.ReadAsync(job.Token)) made[reader.GetGuid(0)] = reader.GetGuid(1);
        }

        await EnrollmentCounts.RecountAsync(writing, [.. made.Keys], job.Token);
        var changes = chunk.Held.Where(h => made.ContainsKey(h.Held!.Value)).Select(h => new PlannedChange(h.Held!.Value, h.Group.FirstRow, ImportChangeKind.Enrollment, [new("Program", null, program.Name)])
        {
            Before = JsonSerializer.Serialize(new BeforeImage(null, null) { Enrollment = made[h.Held.Value] }, BeforeImage.Json),
        }).ToList();
        return (changes, 0);
    }

    /// <summary>The families of a plan against the registry as it is now; what no longer goes becomes a problem people can read.</summary>
    private async Task CheckAnewAsync(NpgsqlConnection writing, Chunk chunk)
    {
        var plan = await PlanAsync(writing, chunk, job.Token);
        var problems = new ProblemWriter(_batchId, context.Fields.Layout, job.Cipher);
        await using var transaction = await writing.BeginTransactionAsync(job.Token);
        var found = await Checking.Of(context, job).FindAsync(writing, chunk.Bucket, plan.Families.ConvertAll(f => f.Group), problems);
        await problems.WriteAsync(writing, job.Token);
        await ChunkWriter.AddAgainAsync(writing, _batchId, found, job.Cipher, job.Token);
        await job.Lease.HoldAsync(writing, job.Token);
        await transaction.CommitAsync(job.Token);
    }

    private async Task SkipEmptyAsync(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync(job.Token);
        await ImportJob.ExecuteAsync(connection, "update import_chunks set merged_at = clock_timestamp() where batch_id = $1 and sealed_plan is null and merged_at is null", job.Token, ImportJob.Id(_batchId));
        await job.Lease.HoldAsync(connection, job.Token);
        await transaction.CommitAsync(job.Token);
    }

    private async Task<(List<Chunk> Left, int Done)> LeftAsync(NpgsqlConnection connection)
    {
        var (left, done) = (new List<Chunk>(), 0);
        await using var command = new NpgsqlCommand("select id, bucket, rows, merged_at is not null from import_chunks where batch_id = $1 order by bucket", connection);
        command.Parameters.Add(ImportJob.Id(_batchId));
        await using var reader = await command.ExecuteReaderAsync(job.Token);
        while (await reader.ReadAsync(job.Token))
        {
            if (reader.GetBoolean(3)) done += reader.GetInt32(2);
            else left.Add(new(reader.GetGuid(0), reader.GetInt32(1), reader.GetInt32(2)));
        }

        return (left, done);
    }

    private async Task FinishAsync()
    {
        await using var db = job.OpenRegistry();
        await using var transaction = await db.Database.BeginTransactionAsync(job.Token);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await BatchTotals.WriteAsync(connection, _batchId, missing: null, job.Token);
        await TallyRecount.RunAsync(db, await TouchedVillages.ReadAsync(connection, _batchId, job.Token), job.Token);
        var counts = await db.ImportBatches.AsNoTracking().Where(b => b.Id == _batchId).Select(b => new { b.Number, b.FileName, b.NewRecords, b.ChangedRecords, b.SameRecords, b.BadRows }).SingleAsync(job.Token);
        trail.Add(
            db, new(AuditAction.Import, nameof(ImportBatch), _batchId, $"Impor nomor {counts.Number}: {counts.FileName}"),
            changes:
            [
                new("NewRecords", null, Text(counts.NewRecords)), new("ChangedRecords", null, Text(counts.ChangedRecords)), new("SameRecords", null, Text(counts.SameRecords)),
                new("BadRows", null, Text(counts.BadRows)),
            ]);
        await db.SaveChangesAsync(job.Token);
        await job.EnterAsync(connection, ImportState.Committed);
        await transaction.CommitAsync(job.Token);
    }

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}

internal static class EnrollmentCounts
{
    public static Task RecountAsync(NpgsqlConnection connection, Guid[] families, CancellationToken ct) => ImportJob.ExecuteAsync(
        connection,
        "update households h set active_program_count = (select count(*) from enrollments e where e.household_id = h.id and e.ended_on is null) where h.id = any($1)",
        ct, new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = families });
}

/// <summary>Desa whose families a batch wrote.</summary>
internal static class TouchedVillages
{
    public static async Task<List<Guid>> ReadAsync(NpgsqlConnection connection, Guid batchId, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            select distinct village_id from households where origin_batch_id = $1
            union select distinct h.village_id from import_changes c join households h on h.id = c.household_id where c.batch_id = $1 and c.merged_at is not null
            """,
            connection)
        {
            CommandTimeout = (int)ImportJob.Longest.TotalSeconds,
        };
        command.Parameters.Add(ImportJob.Id(batchId));
        var villages = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) villages.Add(reader.GetGuid(0));
        return villages;
    }
}
