using System.Security.Cryptography;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Audit;

/// <summary>
/// What the check of the chain found. <see cref="BadSequence"/> is the first row whose seal does not fit: that row was changed or swapped, or the one before it was removed.
/// A tail cut off at the end leaves no such row; only <see cref="Head"/>, noted down elsewhere earlier, shows it.
/// </summary>
public sealed record AuditVerification(long Checked, long? BadSequence, long Waiting, long? HeadSequence, string? Head);

/// <summary>Computes the whole chain again and compares. Reads every row, so it is asked for by a button.</summary>
public sealed class VerifyAuditTrail(TkpkDatabase database, Keyring keyring, Actor actor)
{
    private static readonly string Rows = $"select {string.Join(", ", AuditSeal.Columns)}, seal from audit_entries order by sequence";

    public async Task<AuditVerification> RunAsync(CancellationToken ct)
    {
        if (actor.Reach != Reach.Everything) throw new RecordNotFoundException();
        var previous = AuditSeal.Start;
        long fit = 0, waiting = 0;
        long? head = null, firstWaiting = null;
        await using var command = database.Source.CreateCommand(Rows);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var sequence = reader.GetInt64(1);
            if (reader.IsDBNull(AuditSeal.Columns.Length))
            {
                waiting++;
                firstWaiting ??= sequence;
                continue;
            }

            // Sealed above an unsealed row: the lower one came in, or lost its seal, after the chain had passed.
            if (firstWaiting is not null) return new(fit, firstWaiting, waiting, head, Code(previous));
            if (!Fits(reader, previous)) return new(fit, sequence, waiting, head, Code(previous));
            previous = reader.GetFieldValue<byte[]>(AuditSeal.Columns.Length);
            head = sequence;
            fit++;
        }

        return new(fit, null, waiting, head, Code(previous));
    }

    private bool Fits(NpgsqlDataReader reader, byte[] previous) => CryptographicOperations.FixedTimeEquals(
        AuditSeal.Next(keyring, previous, AuditSeal.BytesOf(reader)), reader.GetFieldValue<byte[]>(AuditSeal.Columns.Length));

    private static string Code(byte[] seal) => Convert.ToHexString(seal.AsSpan(0, 8));
}
