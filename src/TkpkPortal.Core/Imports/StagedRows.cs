using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TkpkPortal.Core.Imports;

/// <summary>A row between the phases: what the file said, canonical, and to which family it belongs.</summary>
internal sealed class KeptRow
{
    public required int Number { get; init; }

    /// <summary>Equal for all rows of one family.</summary>
    public required ulong Family { get; init; }

    /// <summary>A cell is wrong: the row stays out, but its family should know.</summary>
    public required bool IsBad { get; init; }

    public required string?[] Values { get; init; }

    public byte[]? NikDigest { get; set; }
}

/// <summary>Rows as bytes: lengths and UTF-8, then compressed. Written and read hundreds of thousands at a time.</summary>
internal sealed class RowWriter
{
    private byte[] _bytes = new byte[4096];

    public int Length { get; private set; }

    public int Rows { get; private set; }

    public void Add(int number, ulong family, bool isBad, string?[] values)
    {
        Need(16);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(Length), number);
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(Length + 4), family);
        _bytes[Length + 12] = isBad ? (byte)1 : (byte)0;
        Length += 13;
        foreach (var value in values)
        {
            if (value is null)
            {
                Number(0);
                continue;
            }

            var bytes = Encoding.UTF8.GetByteCount(value);
            Number(bytes + 1);
            Need(bytes);
            Encoding.UTF8.GetBytes(value, _bytes.AsSpan(Length));
            Length += bytes;
        }

        Rows++;
    }

    public void Add(KeptRow row) => Add(row.Number, row.Family, row.IsBad, row.Values);

    /// <summary>The bytes so far; the writer begins anew.</summary>
    public byte[] Take()
    {
        var bytes = _bytes.AsSpan(0, Length).ToArray();
        (Length, Rows) = (0, 0);
        return bytes;
    }

    public static byte[] Compress(byte[] rows)
    {
        using var compressed = new MemoryStream(rows.Length / 3);
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Fastest, leaveOpen: true)) deflate.Write(rows);
        return compressed.ToArray();
    }

    private void Number(int number)
    {
        Need(5);
        for (; number >= 0x80; number >>= 7) _bytes[Length++] = (byte)(number | 0x80);
        _bytes[Length++] = (byte)number;
    }

    private void Need(int more)
    {
        if (Length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
    }
}

internal static class RowReading
{
    /// <param name="compressed">As <see cref="RowWriter.Compress"/> made it.</param>
    /// <param name="fields">How many values a row has.</param>
    /// <param name="into">The rows are added here.</param>
    public static void Read(ReadOnlyMemory<byte> compressed, int fields, List<KeptRow> into)
    {
        using var plain = new MemoryStream(compressed.Length * 4);
        using (var deflate = new DeflateStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress)) deflate.CopyTo(plain);
        var bytes = plain.GetBuffer().AsSpan(0, (int)plain.Length);
        var all = bytes;
        var (above, places) = (new string?[fields], new Range[fields]);
        while (bytes.Length > 0)
        {
            var number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
            var family = BinaryPrimitives.ReadUInt64LittleEndian(bytes[4..]);
            var isBad = bytes[12] != 0;
            bytes = bytes[13..];
            var values = new string?[fields];
            for (var i = 0; i < fields; i++)
            {
                var length = Number(ref bytes);
                if (length == 0) continue;
                var text = bytes[..(length - 1)];
                // A family's rows repeat its desa, card and address.
                values[i] = above[i] is { } same && text.SequenceEqual(all[places[i]]) ? same : Encoding.UTF8.GetString(text);
                (above[i], places[i]) = (values[i], (all.Length - bytes.Length)..(all.Length - bytes.Length + text.Length));
                bytes = bytes[text.Length..];
            }

            into.Add(new() { Number = number, Family = family, IsBad = isBad, Values = values });
        }
    }

    private static int Number(ref Span<byte> bytes)
    {
        var (number, shift) = (0, 0);
        while (true)
        {
            var next = bytes[0];
            bytes = bytes[1..];
            number |= (next & 0x7F) << shift;
            if (next < 0x80) return number;
            shift += 7;
        }
    }
}

/// <summary>FNV-1a with a last mix: spreads texts over 64 bits. For grouping within one file, never kept.</summary>
internal static class TextHash
{
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDUL;
        return hash ^ (hash >> 33);
    }
}
