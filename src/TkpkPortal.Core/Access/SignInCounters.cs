using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Access;

/// <summary>Limits of the sign-in page (ASVS 5.0 6.3.1).</summary>
public sealed record SignInLimits
{
    public int PerMinute { get; init; } = 10;

    public int Failures { get; init; } = 5;

    public TimeSpan Lock { get; init; } = TimeSpan.FromMinutes(15);
}

/// <summary>Each count is one statement, so that parallel guesses are all counted.</summary>
public sealed class SignInCounters(NpgsqlDataSource source, FieldCipher cipher, TimeProvider time, SignInLimits limits)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private const string CountSql = """
        insert into sign_in_counters as c (key, count, since) values ($1, 1, $2)
        on conflict (key) do update set
            count = case when c.since <= $3 then 1 else c.count + 1 end,
            since = case when c.since <= $3 then $2 else c.since end
        returning count, since
        """;

    private const string FailSql = """
        insert into sign_in_counters as c (key, count, since) values ($1, 1, $2)
        on conflict (key) do update set
            count = case when c.locked_until is null then c.count + 1 when c.locked_until <= $2 then 1 else c.count end,
            since = $2,
            locked_until = case when c.locked_until > $2 then c.locked_until when c.locked_until is null and c.count + 1 >= $4 then $3 end
        """;

    /// <summary>Counts one try. Null when it may go on, else how long to wait.</summary>
    public async Task<TimeSpan?> CountAsync(string kind, string value, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(CountSql);
        Add(command, KeyOf(kind, value));
        Add(command, now);
        Add(command, now - Window);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        if (reader.GetInt32(0) <= limits.PerMinute) return null;
        return await reader.GetFieldValueAsync<DateTimeOffset>(1, ct) + Window - now;
    }

    public async Task FailAsync(string account, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var command = source.CreateCommand(FailSql);
        Add(command, KeyOf("gagal", account));
        Add(command, now);
        Add(command, now + limits.Lock);
        command.Parameters.Add(new() { Value = limits.Failures, NpgsqlDbType = NpgsqlDbType.Integer });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Until when the account is closed, or null.</summary>
    public async Task<DateTimeOffset?> LockedUntilAsync(string account, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select locked_until from sign_in_counters where key = $1 and locked_until > $2");
        Add(command, KeyOf("gagal", account));
        Add(command, time.GetUtcNow());
        return await command.ExecuteScalarAsync(ct) is DateTime until ? new DateTimeOffset(until) : null;
    }

    public async Task ForgetFailuresAsync(string account, CancellationToken ct)
    {
        await using var command = source.CreateCommand("delete from sign_in_counters where key = $1");
        Add(command, KeyOf("gagal", account));
        await command.ExecuteNonQueryAsync(ct);
    }

    private byte[] KeyOf(string kind, string value) => cipher.Digest(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{value}"))));

    private static void Add(NpgsqlCommand command, byte[] key) => command.Parameters.Add(new() { Value = key, NpgsqlDbType = NpgsqlDbType.Bytea });

    private static void Add(NpgsqlCommand command, DateTimeOffset at) => command.Parameters.Add(new() { Value = at, NpgsqlDbType = NpgsqlDbType.TimestampTz });
}
