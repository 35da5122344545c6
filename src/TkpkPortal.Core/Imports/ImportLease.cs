using Npgsql;
using NpgsqlTypes;

namespace TkpkPortal.Core.Imports;

/// <summary>Somebody else took the batch over: whatever this worker still wants to write is refused.</summary>
internal sealed class LeaseLostException() : Exception("The lease on the batch was lost.");

/// <summary>A person asked to stop.</summary>
internal sealed class CancelledByPersonException() : Exception("The import was cancelled.");

/// <summary>
/// The right to work on one batch. It runs out by the database's clock, seconds after its holder stopped prolonging it, and carries a number
/// that grows with each taker. Every transaction of the worker ends with <see cref="HoldAsync"/>, which finds no row once a newer worker has come.
/// </summary>
internal sealed class ImportLease : IAsyncDisposable
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource _source;
    private readonly CancellationTokenSource _lost;
    private readonly Task _beating;
    private int _done;
    private int _total;
    private volatile bool _cancel;

    private ImportLease(NpgsqlDataSource source, Guid batchId, long fence, CancellationToken ct)
    {
        (_source, BatchId, Fence) = (source, batchId, fence);
        _lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _beating = BeatAsync();
    }

    public Guid BatchId { get; }

    public long Fence { get; }

    /// <summary>Ends when the lease is lost or the portal stops.</summary>
    public CancellationToken Token => _lost.Token;

    public bool CancelRequested => _cancel;

    /// <summary>Null when there is nothing to do or somebody else is at it.</summary>
    public static async Task<ImportLease?> TakeAsync(NpgsqlDataSource source, Guid batchId, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            update import_batches set fence = fence + 1, leased_until = clock_timestamp() + make_interval(secs => $2)
            where id = $1 and state in ('Uploaded', 'Read', 'Committing', 'Undoing') and (leased_until is null or leased_until < clock_timestamp())
            returning fence
            """);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = batchId });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Double, Value = Length.TotalSeconds });
        return await command.ExecuteScalarAsync(ct) is long fence ? new(source, batchId, fence, ct) : null;
    }

    public void Report(int done, int total)
    {
        Volatile.Write(ref _done, done);
        Volatile.Write(ref _total, total);
    }

    /// <summary>The last statement of a transaction: from here to its end nobody else can take the batch.</summary>
    public async Task HoldAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (!await ProlongAsync(connection, ct)) throw new LeaseLostException();
    }

    public void StopIfAsked()
    {
        if (_cancel) throw new CancelledByPersonException();
        Token.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        await _lost.CancelAsync();
        await _beating;
        _lost.Dispose();
        try
        {
            await using var command = _source.CreateCommand("update import_batches set leased_until = null where id = $1 and fence = $2");
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = BatchId });
            command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = Fence });
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // It runs out by itself.
        }
    }

    private async Task<bool> ProlongAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            update import_batches
            set leased_until = clock_timestamp() + make_interval(secs => $3), done = $4, total = $5, phase_started_at = coalesce(phase_started_at, clock_timestamp())
            where id = $1 and fence = $2
            returning cancel_requested
            """,
            connection);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = BatchId });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Bigint, Value = Fence });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Double, Value = Length.TotalSeconds });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = Volatile.Read(ref _done) });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = Volatile.Read(ref _total) });
        if (await command.ExecuteScalarAsync(ct) is not bool cancel) return false;
        _cancel = cancel;
        return true;
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Beat);
        try
        {
            while (await timer.WaitForNextTickAsync(_lost.Token))
            {
                try
                {
                    await using var connection = await _source.OpenConnectionAsync(_lost.Token);
                    if (!await ProlongAsync(connection, _lost.Token)) await _lost.CancelAsync();
                }
                catch (NpgsqlException)
                {
                    // The database is away; the transactions find out by themselves.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed, or the portal stops.
        }
    }
}
