using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>One family's line of the row diff.</summary>
internal sealed record PlannedChange(Guid HouseholdId, int RowNumber, ImportChangeKind Kind, IReadOnlyList<FieldChange> Diff)
{
    public string? Before { get; init; }
}

/// <summary>What checking found in one bucket.</summary>
internal sealed record ChunkFound(int Bucket, int Rows, int New, int Changed, int Same, int Bad, Guid[] Matched, IReadOnlyList<PlannedChange> Changes)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public byte[]? SealedPlan { get; init; }
}

/// <summary>Writes the ledger and the row diff.</summary>
internal static class ChunkWriter
{
    public static async Task AddAsync(NpgsqlConnection connection, Guid batchId, ChunkFound chunk, FieldCipher cipher, CancellationToken ct)
    {
        await ImportJob.ExecuteAsync(
            connection,
            """
            insert into import_chunks (id, batch_id, bucket, rows, new_records, changed_records, same_records, bad_rows, warnings, sealed_plan, matched)
            values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10)
            """,
            ct,
            ImportJob.Id(chunk.Id), ImportJob.Id(batchId), Whole(chunk.Bucket), Whole(chunk.Rows), Whole(chunk.New), Whole(chunk.Changed), Whole(chunk.Same), Whole(chunk.Bad),
            new() { NpgsqlDbType = NpgsqlDbType.Bytea, Value = (object?)chunk.SealedPlan ?? DBNull.Value },
            new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = chunk.Matched });
        await ReplaceChangesAsync(connection, batchId, chunk.Bucket, chunk.Changes, mergedAt: null, cipher, ct);
    }

    /// <summary>After a check of only what was planned: the rest of the ledger row stays.</summary>
    public static async Task AddAgainAsync(NpgsqlConnection connection, Guid batchId, ChunkFound chunk, FieldCipher cipher, CancellationToken ct)
    {
        await ImportJob.ExecuteAsync(
            connection,
            """
            update import_chunks
            set id = $3, new_records = $4, changed_records = $5, same_records = same_records + $6, bad_rows = bad_rows + $7, sealed_plan = $8, matched = matched || $9
            where batch_id = $1 and bucket = $2
            """,
            ct,
            ImportJob.Id(batchId), Whole(chunk.Bucket), ImportJob.Id(chunk.Id), Whole(chunk.New), Whole(chunk.Changed), Whole(chunk.Same), Whole(chunk.Bad),
            new() { NpgsqlDbType = NpgsqlDbType.Bytea, Value = (object?)chunk.SealedPlan ?? DBNull.Value },
            new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = chunk.Matched });
        await ReplaceChangesAsync(connection, batchId, chunk.Bucket, chunk.Changes, mergedAt: null, cipher, ct);
    }

    public static async Task ReplaceChangesAsync(
        NpgsqlConnection connection, Guid batchId, int bucket, IReadOnlyList<PlannedChange> changes, DateTimeOffset? mergedAt, FieldCipher cipher, CancellationToken ct)
    {
        await ImportJob.ExecuteAsync(
            connection, "delete from import_changes where batch_id = $1 and bucket = $2 and merged_at is null", ct, ImportJob.Id(batchId), Whole(bucket));
        if (changes.Count == 0) return;
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy import_changes (id, batch_id, bucket, household_id, row_number, kind, sealed_diff, sealed_before, merged_at, kept_on_undo) from stdin (format binary)", ct);
        foreach (var change in changes)
        {
            var id = Guid.CreateVersion7();
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(batchId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(bucket, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(change.HouseholdId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(change.RowNumber, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(change.Kind.ToString(), NpgsqlDbType.Varchar, ct);
            await copy.WriteAsync(cipher.Seal(JsonSerializer.Serialize(change.Diff), id), NpgsqlDbType.Bytea, ct);
            if (change.Before is { } before) await copy.WriteAsync(cipher.Seal(before, id), NpgsqlDbType.Bytea, ct);
            else await copy.WriteNullAsync(ct);
            if (mergedAt is { } at) await copy.WriteAsync(at.UtcDateTime, NpgsqlDbType.TimestampTz, ct);
            else await copy.WriteNullAsync(ct);
            await copy.WriteAsync(false, NpgsqlDbType.Boolean, ct);
        }

        await copy.CompleteAsync(ct);
    }

    public static NpgsqlParameter Whole(int value) => new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = value };
}
