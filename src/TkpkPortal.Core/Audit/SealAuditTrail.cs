using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Audit;

/// <summary>
/// Chains the rows that are not sealed yet, in the order of their sequence. Run every few seconds by one portal at a time, so that writers never wait for the chain.
/// </summary>
public sealed class SealAuditTrail(TkpkDatabase database, Keyring keyring)
{
    private const int BatchSize = 2000;
    private const int Patience = 40;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    // Who holds this lock may already have taken a sequence number and not yet committed. The order of transaction ids would not tell:
    // a later transaction may take an earlier number, so "older than pg_snapshot_xmin" can seal 60 before 55.
    private const string Writers = """
        select virtualtransaction from pg_locks
        where locktype = 'relation' and relation = 'audit_entries'::regclass and mode = 'RowExclusiveLock'
          and database = (select oid from pg_database where datname = current_database()) and pid is distinct from pg_backend_pid()
        """;

    private const string Last = "select sequence, seal from audit_entries where seal is not null order by sequence desc limit 1";

    private static readonly string Unsealed =
        $"select {string.Join(", ", AuditSeal.Columns)} from audit_entries where seal is null and sequence > $1 and sequence <= $2 order by sequence limit {BatchSize}";

    private const string Keep = "update audit_entries a set seal = s.seal from unnest($1::uuid[], $2::bytea[]) as s(id, seal) where a.id = s.id and a.seal is null";

    /// <returns>Rows sealed; 0 as well when another portal is sealing or a long transaction is still writing.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var total = 0;
        while (true)
        {
            await using var connection = await database.Source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            if (!await ScalarAsync<bool>(connection, "select pg_try_advisory_xact_lock(hashtext('audit_entries ' || current_schema()))", ct)) return total;
            if (await SettledAsync(connection, ct) is not { } upTo) return total;
            var count = await SealBatchAsync(connection, upTo, ct);
            await transaction.CommitAsync(ct);
            total += count;
            if (count < BatchSize) return total;
        }
    }

    /// <summary>The highest number below which nothing is in flight any more, or null when a writer takes too long.</summary>
    private static async Task<long?> SettledAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var upTo = await ScalarAsync<long?>(connection, "select pg_sequence_last_value(pg_get_serial_sequence('audit_entries', 'sequence')::regclass)", ct);
        var open = await WritersAsync(connection, ct);
        for (var step = 0; open.Count > 0 && step < Patience; step++)
        {
            await Task.Delay(Step, ct);
            open.IntersectWith(await WritersAsync(connection, ct));
        }

        return open.Count == 0 ? upTo : null;
    }

    private async Task<int> SealBatchAsync(NpgsqlConnection connection, long upTo, CancellationToken ct)
    {
        var (sequence, seal) = await LastAsync(connection, ct);
        List<Guid> ids = [];
        List<byte[]> seals = [];
        await using (var read = new NpgsqlCommand(Unsealed, connection) { Parameters = { new() { Value = sequence }, new() { Value = upTo } } })
        await using (var reader = await read.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                ids.Add(reader.GetGuid(0));
                seals.Add(seal = AuditSeal.Next(keyring, seal, AuditSeal.BytesOf(reader)));
            }
        }

        if (ids.Count == 0) return 0;
        await using var keep = new NpgsqlCommand(Keep, connection)
        {
            Parameters =
            {
                new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid, Value = ids },
                new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea, Value = seals },
            },
        };
        return await keep.ExecuteNonQueryAsync(ct);
    }

    private static async Task<(long Sequence, byte[] Seal)> LastAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Last, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, AuditSeal.Start);
    }

    private static async Task<HashSet<string>> WritersAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        HashSet<string> writers = [];
        await using var command = new NpgsqlCommand(Writers, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) writers.Add(reader.GetString(0));
        return writers;
    }

    private static async Task<T?> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct) is T value ? value : default;
    }
}
