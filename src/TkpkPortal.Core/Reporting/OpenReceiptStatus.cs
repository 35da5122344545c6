using System.Security.Cryptography;
using System.Text;
using NpgsqlTypes;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Reporting;

/// <summary>All that a stranger with the receipt and its PIN may know.</summary>
public sealed record ReceiptStatus(string Number, ProposalKind Kind, ProposalStage Stage, DateTimeOffset Since);

/// <param name="Wait">Set when there were too many tries.</param>
public sealed record ReceiptAnswer(TimeSpan? Wait, ReceiptStatus? Status);

/// <summary>
/// Tells the stage to whoever holds a receipt, without an account. Reads its few columns by SQL of its own, so that no scope opens for people who are not signed in;
/// a code that does not exist costs the same work and gets the same words as a wrong PIN.
/// </summary>
public sealed class OpenReceiptStatus(TkpkDatabase database, FieldCipher cipher, SignInCounters counters, RequestTrace trace)
{
    private const string Sql = "select id, number, extract(year from created_at at time zone 'UTC')::int, kind, stage, stage_since, pin_cipher from proposals where public_token = $1";

    /// <summary>Refused: RSI-01.</summary>
    public async Task<ReceiptAnswer> RunAsync(string token, string pin, CancellationToken ct)
    {
        var byAddress = await counters.CountAsync("resi-alamat", trace.Address ?? "", ct);
        var byToken = await counters.CountAsync("resi", token, ct);
        if (byAddress is not null || byToken is not null) return new(byAddress > byToken || byToken is null ? byAddress : byToken, null);
        var account = $"resi:{token}";
        var locked = await counters.LockedUntilAsync(account, ct) is not null;
        var (status, id, sealedPin) = await ReadAsync(token, ct) ?? (null!, Guid.Empty, cipher.Seal("000000", Guid.Empty));
        var matches = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(cipher.TryOpen(sealedPin, id) ?? ""), Encoding.ASCII.GetBytes(pin));
        if (status is null || locked || !matches)
        {
            await counters.FailAsync(account, ct);
            throw new RuleBrokenException(ReceiptRules.NoMatch, "Pin");
        }

        await counters.ForgetFailuresAsync(account, ct);
        return new(null, status);
    }

    private async Task<(ReceiptStatus Status, Guid Id, byte[] SealedPin)?> ReadAsync(string token, CancellationToken ct)
    {
        await using var command = database.Source.CreateCommand(Sql);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = token });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        var status = new ReceiptStatus(
            ProposalNames.Number(reader.GetInt32(2), reader.GetInt32(1)), Enum.Parse<ProposalKind>(reader.GetString(3)), Enum.Parse<ProposalStage>(reader.GetString(4)),
            await reader.GetFieldValueAsync<DateTimeOffset>(5, ct));
        return (status, reader.GetGuid(0), await reader.GetFieldValueAsync<byte[]>(6, ct));
    }
}
