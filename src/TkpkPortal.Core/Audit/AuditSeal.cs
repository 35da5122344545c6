using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Audit;

/// <summary>The chain over the trail: seal(n) = HMAC-SHA256(audit key, seal(n-1) | row n). The key lies outside the database, so whoever can write tables cannot seal.</summary>
internal static class AuditSeal
{
    public const int Bytes = 32;

    /// <summary>Every column but the seal itself, in the order the bytes follow each other; a test compares it with the model.</summary>
    public static readonly string[] Columns =
    [
        "id", "sequence", "at", "actor_id", "actor_name", "actor_role", "action", "subject", "subject_id", "subject_name",
        "root_id", "village_id", "agency_id", "sealed_changes", "reason", "address", "correlation_id",
    ];

    public static readonly byte[] Start = new byte[Bytes];

    public static byte[] Next(Keyring keyring, byte[] previous, byte[] row) => HMACSHA256.HashData(keyring.AuditKey, (byte[])[.. previous, .. row]);

    /// <summary>Each value with its length in front, null as -1: no two rows give the same bytes.</summary>
    public static byte[] BytesOf(NpgsqlDataReader reader)
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte(1);
        for (var column = 0; column < Columns.Length; column++)
        {
            var value = reader.IsDBNull(column) ? null : Plain(reader.GetValue(column));
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(length, value?.Length ?? -1);
            bytes.Write(length);
            bytes.Write(value);
        }

        return bytes.ToArray();
    }

    private static byte[] Plain(object value) => value switch
    {
        byte[] raw => raw,
        Guid id => id.ToByteArray(bigEndian: true),
        long number => BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(number)),
        DateTime moment => BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(moment.Ticks)),
        string text => Encoding.UTF8.GetBytes(text),
        _ => throw new InvalidOperationException($"No canonical bytes for {value.GetType().Name}."),
    };
}
