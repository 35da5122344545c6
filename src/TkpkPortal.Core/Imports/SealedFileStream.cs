using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports;

/// <summary>The plain file of a batch, seekable, opened part by part: no more than a few megabytes of it are ever in memory.</summary>
internal sealed class SealedFileStream(NpgsqlDataSource source, FieldCipher cipher, Guid batchId, long length) : Stream
{
    private const int Kept = 3;

    private readonly List<(int Number, byte[] Plain)> _parts = [];
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_position >= length || buffer.Length == 0) return 0;
        var part = Part((int)(_position / UploadImport.PartBytes));
        var from = (int)(_position % UploadImport.PartBytes);
        var some = part.AsSpan(from, Math.Min(buffer.Length, part.Length - from));
        some.CopyTo(buffer);
        _position += some.Length;
        return some.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>The part used last stands last.</summary>
    private byte[] Part(int number)
    {
        var index = _parts.FindIndex(p => p.Number == number);
        var part = index < 0 ? (number, Open(number)) : _parts[index];
        if (index >= 0) _parts.RemoveAt(index);
        else if (_parts.Count == Kept) _parts.RemoveAt(0);
        _parts.Add(part);
        return part.Item2;
    }

    // Readers of workbooks read synchronously.
    private byte[] Open(int number)
    {
        using var command = source.CreateCommand("select id, sealed_content from import_file_parts where batch_id = $1 and number = $2");
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = batchId });
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = number });
        using var reader = command.ExecuteReader();
        return reader.Read() ? cipher.OpenBytes(reader.GetFieldValue<byte[]>(1), reader.GetGuid(0)) : throw new EndOfStreamException($"Part {number} of the batch is gone.");
    }
}
