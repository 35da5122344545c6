using System.Text.Json;
using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Core.Imports.Running;

/// <summary>
/// Reads the file once, row by row, and lays each row into the bucket of its family. Buckets are written out compressed and sealed as they fill;
/// sealing and writing run beside the reading. A worker that comes after a killed one reads from the start: nothing was decided yet.
/// </summary>
internal sealed class ReadPhase(ImportJob job, KnownAreas areas, string? regencyCode)
{
    private const int RowsOfBucket = 6_000;
    private const int BytesOfRow = 130;
    private const int ZippedBytesOfRow = 40;
    private const int MostBuckets = 600;

    /// <summary>A row below 64 kB, so that the buffer of a bucket need not double to 128 kB, hundreds of which would lie among the large objects.</summary>
    private const int PieceBytes = 60 * 1024;

    private const int MostBuffered = 24 * 1024 * 1024;
    private const int PiecesAtOnce = 24;
    private const int ProblemsAtOnce = 5_000;

    private readonly Guid _batchId = job.Batch.Id;
    private RowWriter[] _buckets = [];
    private int _buffered;

    public async Task RunAsync()
    {
        await ForgetAsync();
        using var content = new SealedFileStream(job.Source, job.Cipher, _batchId, job.Batch.FileSize);
        using var file = SourceFile.Open(content, job.Batch.FileName);
        var match = ColumnMatch.Of(job.Batch.Format, file.Headers, await RememberedAsync());
        if (match.NeedsPerson)
        {
            // Nobody need say what the columns of an empty file are; reading it to its end refuses it.
            _ = file.Rows().Any();
            await FinishAsync(ImportState.AwaitingColumns, file, match.Layout, 0);
            return;
        }

        match.MustBeComplete();
        var rows = await Task.Run(() => ReadRowsAsync(file, match.Layout, content), job.Token);
        await FinishAsync(ImportState.Read, file, match.Layout, rows);
    }

    private async Task<int> ReadRowsAsync(SourceFile file, ImportLayout layout, SealedFileStream content)
    {
        var bytesOfBucket = RowsOfBucket * (file.SheetName is null ? BytesOfRow : ZippedBytesOfRow);
        _buckets = new RowWriter[Math.Clamp((int)(job.Batch.FileSize / bytesOfBucket), 1, MostBuckets)];
        for (var i = 0; i < _buckets.Length; i++) _buckets[i] = new();
        var reader = new RowReader(layout, areas, regencyCode, job.Clock.Today);
        var twice = new TwiceInFile(layout);
        var problems = new ProblemWriter(_batchId, layout, job.Cipher);
        var full = Channel.CreateBounded<(int Bucket, byte[] Rows)>(PiecesAtOnce);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(job.Token);
        var writing = WritePiecesAsync(full.Reader, stop);
        var count = 0;
        try
        {
            foreach (var source in file.Rows())
            {
                var row = reader.Read(source);
                var family = TextHash.Of(reader.FamilyKey(row));
                var isBad = row.IsBad;
                foreach (var problem in row.Problems) problems.Add(row.Number, problem);
                if (!isBad && twice.Problem(row, family) is { } found)
                {
                    problems.Add(row.Number, found);
                    isBad = true;
                }

                await KeepAsync(full.Writer, row, family, isBad, stop.Token);
                if (problems.Count >= ProblemsAtOnce) await WriteAsync(problems, stop.Token);
                if ((++count & 0x3FF) != 0) continue;
                job.Lease.StopIfAsked();
                job.Lease.Report(count, (int)Math.Max(count, count * ((double)content.Length / Math.Max(1, content.Position))));
            }

            reader.Damage.MustBeSound();
            foreach (var notice in file.Notices) problems.Add(file.HeaderRow, new(-1, notice.Rule.Code, false, "", notice.Sentence));
            await WriteAsync(problems, stop.Token);
            for (var bucket = 0; bucket < _buckets.Length; bucket++) await FlushAsync(full.Writer, bucket, stop.Token);
            full.Writer.Complete();
            await writing;
            return count;
        }
        catch (Exception e)
        {
            full.Writer.TryComplete(e);
            await stop.CancelAsync();
            await writing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (e is OperationCanceledException && writing.Exception?.InnerException is { } cause and not OperationCanceledException and not ChannelClosedException) throw cause;
            throw;
        }
    }

    private async Task KeepAsync(ChannelWriter<(int, byte[])> full, StagedRow row, ulong family, bool isBad, CancellationToken ct)
    {
        var bucket = (int)(family % (ulong)_buckets.Length);
        var writer = _buckets[bucket];
        var before = writer.Length;
        writer.Add(row.Number, family, isBad, row.Values);
        _buffered += writer.Length - before;
        if (writer.Length >= PieceBytes) await FlushAsync(full, bucket, ct);
        if (_buffered < MostBuffered) return;
        for (var i = 0; i < _buckets.Length; i++) await FlushAsync(full, i, ct);
    }

    private async Task FlushAsync(ChannelWriter<(int, byte[])> full, int bucket, CancellationToken ct)
    {
        var writer = _buckets[bucket];
        if (writer.Rows == 0) return;
        _buffered -= writer.Length;
        await full.WriteAsync((bucket, writer.Take()), ct);
    }

    private async Task WritePiecesAsync(ChannelReader<(int Bucket, byte[] Rows)> full, CancellationTokenSource stop)
    {
        try
        {
            await using var connection = await job.Source.OpenConnectionAsync(stop.Token);
            var some = new List<(int Bucket, Guid Id, byte[] Sealed)>();
            await foreach (var (bucket, rows) in full.ReadAllAsync(stop.Token))
            {
                var id = Guid.CreateVersion7();
                some.Add((bucket, id, job.Cipher.Seal(RowWriter.Compress(rows), id)));
                if (some.Count < PiecesAtOnce) continue;
                await WriteAsync(connection, some, stop.Token);
            }

            await WriteAsync(connection, some, stop.Token);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private async Task WriteAsync(NpgsqlConnection connection, List<(int Bucket, Guid Id, byte[] Sealed)> pieces, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var copy = await connection.BeginBinaryImportAsync("copy import_pieces (id, batch_id, bucket, sealed_rows) from stdin (format binary)", ct))
        {
            foreach (var (bucket, id, sealedRows) in pieces)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(id, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(_batchId, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(bucket, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync(sealedRows, NpgsqlDbType.Bytea, ct);
            }

            await copy.CompleteAsync(ct);
        }

        await job.Lease.HoldAsync(connection, ct);
        await transaction.CommitAsync(ct);
        pieces.Clear();
    }

    private async Task WriteAsync(ProblemWriter problems, CancellationToken ct)
    {
        await using var connection = await job.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await problems.WriteAsync(connection, ct);
        await job.Lease.HoldAsync(connection, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>What an earlier worker left of its reading.</summary>
    private async Task ForgetAsync()
    {
        await using var connection = await job.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(job.Token);
        await ImportJob.ExecuteAsync(connection, "delete from import_pieces where batch_id = $1", job.Token, ImportJob.Id(_batchId));
        await ImportJob.ExecuteAsync(connection, "delete from import_problems where batch_id = $1", job.Token, ImportJob.Id(_batchId));
        await job.Lease.HoldAsync(connection, job.Token);
        await transaction.CommitAsync(job.Token);
    }

    private async Task<Dictionary<string, string?>> RememberedAsync()
    {
        await using var command = job.Source.CreateCommand("select header, field from import_column_names where format = $1 and giver = $2");
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = job.Batch.Format.ToString() });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = job.Batch.Giver.Trim().ToLowerInvariant() });
        var known = new Dictionary<string, string?>();
        await using var reader = await command.ExecuteReaderAsync(job.Token);
        while (await reader.ReadAsync(job.Token)) known[reader.GetString(0)] = await reader.IsDBNullAsync(1, job.Token) ? null : reader.GetString(1);
        return known;
    }

    private async Task FinishAsync(ImportState state, SourceFile file, ImportLayout layout, int rows)
    {
        await using var connection = await job.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(job.Token);
        await ImportJob.ExecuteAsync(
            connection, "update import_batches set sheet_name = $2, columns = $3, rows = $4, skipped_rows = $5 where id = $1", job.Token, ImportJob.Id(_batchId),
            new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)file.SheetName ?? DBNull.Value },
            new() { NpgsqlDbType = NpgsqlDbType.Jsonb, Value = LayoutJson.Write(layout) },
            new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = rows },
            new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = file.SkippedRows });
        await job.EnterAsync(connection, state);
        await transaction.CommitAsync(job.Token);
    }
}

/// <summary>The columns of a read file as the batch keeps them, and the layout made from them again.</summary>
internal static class LayoutJson
{
    private sealed record Column(string Header, string? Field);

    public static string Write(ImportLayout layout)
    {
        var columns = layout.Headers.Select(h => new Column(h, null)).ToArray();
        for (var i = 0; i < layout.Fields.Count; i++)
        {
            // A column may fill an answer beside its own field; the answer is worked out again from the field.
            if (layout.Columns[i] is >= 0 and var at && columns[at].Field is null) columns[at] = columns[at] with { Field = layout.Fields[i].Key };
        }

        return JsonSerializer.Serialize(columns, JsonSerializerOptions.Web);
    }

    public static ImportLayout Read(ImportFormat format, string json)
    {
        var columns = JsonSerializer.Deserialize<Column[]>(json, JsonSerializerOptions.Web)!;
        var means = new Dictionary<string, string?>();
        foreach (var column in columns.OrderBy(c => c.Field is null)) means.TryAdd(ImportLayout.KeyOf(column.Header), column.Field);
        return ColumnMatch.Of(format, [.. columns.Select(c => c.Header)], means).Layout;
    }
}

/// <summary>A NIK may stand once in a file, a KK in the rows of one family only. Kept as 64-bit hashes, in memory.</summary>
internal sealed class TwiceInFile(ImportLayout layout)
{
    // Of one family there may be several proposals, each with its answer.
    private readonly int _nik = layout.Format == ImportFormat.CentreAnswers ? -1 : layout.IndexOf(FieldKeys.Nik);
    private readonly int _card = layout.Format is ImportFormat.P3keFamilies or ImportFormat.P3keMembers ? layout.IndexOf(FieldKeys.Card) : -1;
    private readonly FirstRows _niks = new();
    private readonly FirstRows _cards = new();
    private readonly FirstRows _cardsOfFamilies = new();

    public CellProblem? Problem(StagedRow row, ulong family)
    {
        if (Stated(row, _nik) is { } nik && _niks.SeenAt(TextHash.Of(nik), row.Number) is > 0 and var first) return Told(_nik, nik, ImportRules.NikTwiceInFile, first);
        if (Stated(row, _card) is not { } card) return null;
        var hash = TextHash.Of(card);
        var cardFirst = _cards.SeenAt(hash, row.Number);
        return _cardsOfFamilies.SeenAt(hash ^ (family * 0x9E3779B97F4A7C15), row.Number) == 0 && cardFirst > 0 ? Told(_card, card, ImportRules.CardTwiceInFile, cardFirst) : null;
    }

    private static CellProblem Told(int field, string content, Rule rule, int first) => new(field, rule.Code, true, content, string.Format(Indonesian.Culture, rule.Sentence, first));

    private static string? Stated(StagedRow row, int field) => field >= 0 && row.Values[field] is { } value && value != StagedRow.Clear ? value : null;
}
