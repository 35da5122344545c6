using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Running;

internal static class BucketPieces
{
    /// <summary>All rows of one bucket.</summary>
    public static async Task<List<KeptRow>> ReadAsync(NpgsqlConnection connection, Guid batchId, int bucket, int fields, FieldCipher cipher, CancellationToken ct)
    {
        var rows = new List<KeptRow>();
        await using var command = new NpgsqlCommand("select id, sealed_rows from import_pieces where batch_id = $1 and bucket = $2", connection);
        command.Parameters.Add(ImportJob.Id(batchId));
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = bucket });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) RowReading.Read(cipher.OpenBytes(reader.GetFieldValue<byte[]>(1), reader.GetGuid(0)), fields, rows);
        return rows;
    }

    /// <summary>Buckets that still have pieces: those not checked yet.</summary>
    public static async Task<List<int>> LeftAsync(NpgsqlConnection connection, Guid batchId, CancellationToken ct)
    {
        var buckets = new List<int>();
        await using var command = new NpgsqlCommand("select distinct bucket from import_pieces where batch_id = $1 order by bucket", connection);
        command.Parameters.Add(ImportJob.Id(batchId));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) buckets.Add(reader.GetInt32(0));
        return buckets;
    }
}
