using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>One worker's hold on one batch: what every phase works with.</summary>
internal sealed record ImportJob(ImportBatch Batch, ImportLease Lease, TkpkDatabase Database, FieldCipher Cipher, KabupatenClock Clock, Actor Actor)
{
    /// <summary>A count of every desa, or a wait for another import's turn, takes longer than a page may.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public NpgsqlDataSource Source => Database.Source;

    public CancellationToken Token => Lease.Token;

    public ValueTask<NpgsqlConnection> OpenAsync() => Source.OpenConnectionAsync(Token);

    /// <summary>Ends the phase, only while this worker still holds the batch. A waiting state is not entered once a person has asked to stop.</summary>
    public async Task EnterAsync(NpgsqlConnection connection, ImportState state, string? refusal = null, string? code = null)
    {
        var waits = state is ImportState.Preview or ImportState.AwaitingAnswer or ImportState.AwaitingColumns or ImportState.Committed;
        await using var command = new NpgsqlCommand(
            """
            update import_batches
            set state = $3, failed_in = case when $3 = 'Failed' then state end, done = 0, total = 0, phase_started_at = null, tries = 0, refusal = $4, refusal_code = $5,
                committed_at = case when $3 = 'Committed' then clock_timestamp() else committed_at end,
                undone_at = case when $3 = 'Undone' then clock_timestamp() else undone_at end,
                cancel_requested = cancel_requested and $3 in ('Undoing')
            where id = $1 and fence = $2 and not ($6 and cancel_requested)
            """,
            connection);
        command.Parameters.Add(Id(Batch.Id));
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = Lease.Fence });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = state.ToString() });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)refusal ?? DBNull.Value });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)code ?? DBNull.Value });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Boolean, Value = waits });
        if (await command.ExecuteNonQueryAsync(Token) == 1) return;
        await Lease.HoldAsync(connection, Token);
        throw new CancelledByPersonException();
    }

    /// <summary>The registry as the person who asked may see it, with the patience of a worker.</summary>
    public TkpkDbContext OpenRegistry()
    {
        var db = Database.Open(Actor);
        db.Database.SetCommandTimeout(Longest);
        return db;
    }

    public static NpgsqlParameter Id(Guid id) => new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = id };

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)Longest.TotalSeconds };
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(ct);
    }
}
