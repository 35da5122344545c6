using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Imports.Merging;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>
/// Compares bucket by bucket with what is held. Each bucket's finding, its ledger row and the end of its pieces are one transaction:
/// a bucket with pieces is not checked, one without is, and no bucket is checked twice.
/// </summary>
internal sealed class CheckPhase(ImportJob job, MergeContext context)
{
    private readonly Guid _batchId = job.Batch.Id;
    private readonly ImportLayout _layout = context.Fields.Layout;
    private int _done;

    public async Task RunAsync()
    {
        await using var reading = await job.OpenAsync();
        await using var writing = await job.OpenAsync();
        var left = await BucketPieces.LeftAsync(reading, _batchId, job.Token);
        _done = await DoneAsync(writing);
        job.Lease.Report(_done, job.Batch.Rows);
        await Ahead.EachAsync(left, (bucket, ct) => PrepareAsync(reading, bucket, ct), bucket => CheckAsync(writing, bucket), job.Token);
        await FinishAsync(writing);
    }

    private async Task<(int Bucket, List<FamilyGroup> Groups)> PrepareAsync(NpgsqlConnection reading, int bucket, CancellationToken ct)
    {
        var rows = await BucketPieces.ReadAsync(reading, _batchId, bucket, _layout.Fields.Count, job.Cipher, ct);
        return (bucket, BucketRows.Group(rows, context.Fields, job.Cipher));
    }

    private async Task CheckAsync(NpgsqlConnection writing, (int Bucket, List<FamilyGroup> Groups) bucket)
    {
        job.Lease.StopIfAsked();
        var problems = new ProblemWriter(_batchId, _layout, job.Cipher);
        var rows = bucket.Groups.Sum(g => g.Rows.Count + g.Bad.Count);
        await using var transaction = await writing.BeginTransactionAsync(job.Token);
        var found = context.Format == ImportFormat.CentreAnswers
            ? await new AnswerChecking(context, job).FindAsync(writing, bucket.Bucket, bucket.Groups, problems)
            : await Checking.Of(context, job).FindAsync(writing, bucket.Bucket, bucket.Groups, problems);
        await problems.WriteAsync(writing, job.Token);
        await ChunkWriter.AddAsync(writing, _batchId, found with { Rows = rows }, job.Cipher, job.Token);
        await ImportJob.ExecuteAsync(writing, "delete from import_pieces where batch_id = $1 and bucket = $2", job.Token, ImportJob.Id(_batchId), ChunkWriter.Whole(bucket.Bucket));
        job.Lease.Report(_done += rows, job.Batch.Rows);
        await job.Lease.HoldAsync(writing, job.Token);
        await transaction.CommitAsync(job.Token);
    }

    private async Task<int> DoneAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select coalesce(sum(rows), 0)::int from import_chunks where batch_id = $1", connection);
        command.Parameters.Add(ImportJob.Id(_batchId));
        return (int)(await command.ExecuteScalarAsync(job.Token))!;
    }

    private async Task FinishAsync(NpgsqlConnection connection)
    {
        var missing = await Missing.CountAsync(connection, job, context);
        await using var transaction = await connection.BeginTransactionAsync(job.Token);
        await BatchTotals.WriteAsync(connection, _batchId, missing, job.Token);
        await using var command = new NpgsqlCommand("select bad_rows * 2 > rows from import_batches where id = $1", connection);
        command.Parameters.Add(ImportJob.Id(_batchId));
        var mostlyBad = (bool)(await command.ExecuteScalarAsync(job.Token))!;
        await job.EnterAsync(connection, mostlyBad ? ImportState.AwaitingAnswer : ImportState.Preview);
        await transaction.CommitAsync(job.Token);
    }
}

internal static class BatchTotals
{
    /// <summary>Adds the ledger up.</summary>
    public static Task WriteAsync(NpgsqlConnection connection, Guid batchId, int? missing, CancellationToken ct) => ImportJob.ExecuteAsync(
        connection,
        """
        update import_batches b
        set new_records = c.new, changed_records = c.changed, same_records = c.same, bad_rows = c.bad, missing_records = coalesce($2, b.missing_records),
            warnings = (select count(*) from import_problems p where p.batch_id = $1 and not p.is_error)
        from (select coalesce(sum(new_records), 0) as new, coalesce(sum(changed_records), 0) as changed, coalesce(sum(same_records), 0) as same, coalesce(sum(bad_rows), 0) as bad
              from import_chunks where batch_id = $1) c
        where b.id = $1
        """,
        ct, ImportJob.Id(batchId), new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = (object?)missing ?? DBNull.Value });
}

/// <summary>Families, or recipients, held where the file speaks and not in it.</summary>
internal static class Missing
{
    public static async Task<int> CountAsync(NpgsqlConnection connection, ImportJob job, MergeContext context)
    {
        if (context.Program is { } program)
        {
            return await NumberAsync(
                connection,
                """
                select count(*)::int from enrollments e where e.program_id = $2 and e.ended_on is null
                  and not exists (select 1 from import_chunks c, unnest(c.matched) as m(id) where c.batch_id = $1 and m.id = e.household_id)
                """,
                [ImportJob.Id(job.Batch.Id), ImportJob.Id(program.Id)], job.Token);
        }

        if (context.Format == ImportFormat.CentreAnswers)
        {
            return await NumberAsync(
                connection,
                """
                select count(*)::int from proposals p where p.stage = 'Sent'
                  and not exists (select 1 from import_chunks c, unnest(c.matched) as m(id) where c.batch_id = $1 and m.id = p.id)
                """,
                [ImportJob.Id(job.Batch.Id)], job.Token);
        }

        var villages = await PlanVillages.ReadAsync(connection, job);
        return await NumberAsync(
            connection,
            """
            with matched as (select distinct m.id from import_chunks c, unnest(c.matched) as m(id) where c.batch_id = $1),
                 places as (select unnest($2) as id union select h.village_id from matched m join households h on h.id = m.id)
            select ((select count(*) from households h where h.left_on is null and h.village_id = any(array(select id from places))) - (select count(*) from matched))::int
            """,
            [ImportJob.Id(job.Batch.Id), new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = villages }], job.Token);
    }

    private static async Task<int> NumberAsync(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return Math.Max(0, (int)(await command.ExecuteScalarAsync(ct))!);
    }
}

/// <summary>The desa that the plans of a batch write to; they stand in front of each plan.</summary>
internal static class PlanVillages
{
    public static async Task<Guid[]> ReadAsync(NpgsqlConnection connection, ImportJob job)
    {
        var villages = new HashSet<Guid>();
        await using var command = new NpgsqlCommand("select id, sealed_plan from import_chunks where batch_id = $1 and sealed_plan is not null", connection);
        command.Parameters.Add(ImportJob.Id(job.Batch.Id));
        await using var reader = await command.ExecuteReaderAsync(job.Token);
        while (await reader.ReadAsync(job.Token)) villages.UnionWith(ChunkPlan.VillagesOf(reader.GetFieldValue<byte[]>(1), reader.GetGuid(0), job.Cipher));
        return [.. villages];
    }
}
