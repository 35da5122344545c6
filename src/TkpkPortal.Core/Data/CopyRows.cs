using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace TkpkPortal.Core.Data;

/// <summary>
/// Rows in PostgreSQL's binary format of COPY, made before the connection is at hand: sending them later costs no more than their bytes.
/// The driver's importer looks up a converter for each value, which took longer than everything else about a row.
/// </summary>
internal sealed class CopyRows
{
    private const int BlockBytes = 64 * 1024;
    private const int Null = -1;

    private static readonly int FirstDay = new DateOnly(2000, 1, 1).DayNumber;
    private static readonly byte[] Start = [.. "PGCOPY\n"u8, 0xFF, (byte)'\r', (byte)'\n', 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private static readonly byte[] End = [0xFF, 0xFF];

    private readonly string _command;
    private readonly short _columns;
    private readonly List<ReadOnlyMemory<byte>> _full = [];
    private byte[] _block = [];
    private int _used;

    /// <param name="table">Table and columns go into the statement as they are: constants of the code only.</param>
    /// <param name="columns">Each row gives a value to each, in this order.</param>
    public CopyRows(string table, params string[] columns)
    {
        _command = $"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)";
        _columns = (short)columns.Length;
    }

    public int Count { get; private set; }

    public void StartRow()
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), _columns);
        Count++;
    }

    public void Add(Guid id) => id.TryWriteBytes(Value(16), bigEndian: true, out _);

    public void Add(Guid? id)
    {
        if (id is { } known) Add(known);
        else AddNull();
    }

    public void Add(string? text)
    {
        if (text is null) AddNull();
        else Encoding.UTF8.GetBytes(text, Value(Encoding.UTF8.GetByteCount(text)));
    }

    public void Add(byte[]? bytes)
    {
        if (bytes is null) AddNull();
        else bytes.CopyTo(Value(bytes.Length));
    }

    public void Add(int number) => BinaryPrimitives.WriteInt32BigEndian(Value(sizeof(int)), number);

    public void Add(int? number)
    {
        if (number is { } known) Add(known);
        else AddNull();
    }

    public void Add(long number) => BinaryPrimitives.WriteInt64BigEndian(Value(sizeof(long)), number);

    public void Add(bool? flag)
    {
        if (flag is { } known) Value(1)[0] = known ? (byte)1 : (byte)0;
        else AddNull();
    }

    public void Add(DateOnly? date) => Add(date is { } known ? known.DayNumber - FirstDay : (int?)null);

    public void Add(DateTimeOffset moment) => Add((moment.UtcTicks - (FirstDay * TimeSpan.TicksPerDay)) / TimeSpan.TicksPerMicrosecond);

    /// <summary>For columns of the type jsonb, whose binary form begins with its version.</summary>
    public void AddJson(string json)
    {
        var value = Value(1 + Encoding.UTF8.GetByteCount(json));
        value[0] = 1;
        Encoding.UTF8.GetBytes(json, value[1..]);
    }

    public void AddNull() => BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), Null);

    /// <summary>Synchronous, as the server takes the bytes as fast as they come.</summary>
    public void Write(NpgsqlConnection connection)
    {
        if (Count == 0) return;
        using var copy = connection.BeginRawBinaryCopy(_command);
        copy.Write(Start);
        foreach (var block in _full) copy.Write(block.Span);
        copy.Write(_block.AsSpan(0, _used));
        copy.Write(End);
    }

    private Span<byte> Value(int length)
    {
        var room = Room(sizeof(int) + length);
        BinaryPrimitives.WriteInt32BigEndian(room, length);
        return room[sizeof(int)..];
    }

    private Span<byte> Room(int bytes)
    {
        if (_used + bytes > _block.Length)
        {
            if (_used > 0) _full.Add(_block.AsMemory(0, _used));
            (_block, _used) = (new byte[Math.Max(BlockBytes, bytes)], 0);
        }

        _used += bytes;
        return _block.AsSpan(_used - bytes, bytes);
    }
}
