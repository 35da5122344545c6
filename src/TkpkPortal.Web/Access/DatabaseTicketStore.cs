using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Web.Access;

/// <summary>Sessions live in the database: signing out deletes the row, so a copied cookie opens nothing.</summary>
internal sealed class DatabaseTicketStore(TkpkDatabase database, TimeProvider time, IHttpContextAccessor accessor) : ITicketStore
{
    private const string ReadSql = "select id, ticket, user_id, created_at, expires_at from login_sessions where key_digest = $1";

    private static readonly Actor Self = Actor.System("Sesi");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        var request = accessor.HttpContext;
        var userId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var device = request?.Request.Headers.UserAgent.ToString();
        await using var db = database.Open(Self);
        db.LoginSessions.Add(new(Digest(key), userId, TicketSerializer.Default.Serialize(ticket), now, ticket.Properties.ExpiresUtc ?? now + LoginSession.Idle,
            request?.Connection.RemoteIpAddress?.ToString(), device is { Length: > 200 } ? device[..200] : device));
        await db.SaveChangesAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var digest = Digest(key);
        var now = time.GetUtcNow();
        var bytes = TicketSerializer.Default.Serialize(ticket);
        var expires = ticket.Properties.ExpiresUtc ?? now + LoginSession.Idle;
        await using var db = database.Open(Self);
        await db.LoginSessions.Where(s => s.KeyDigest == digest)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, bytes).SetProperty(s => s.SeenAt, now).SetProperty(s => s.ExpiresAt, expires));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var now = time.GetUtcNow();
        await using var command = database.Source.CreateCommand(ReadSql);
        command.Parameters.Add(new() { Value = Digest(key) });
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync()) return null;
        var ticket = TicketSerializer.Default.Deserialize(reader.GetFieldValue<byte[]>(1));
        var end = LoginSession.EndOf(reader.GetFieldValue<DateTimeOffset>(3), reader.GetFieldValue<DateTimeOffset>(4));
        // The ticket's own end is cut to the second; the cookie handler would delete a row whose ticket has ended.
        if (ticket?.Properties.ExpiresUtc is { } ticketEnd && ticketEnd < end) end = ticketEnd;
        var http = accessor.HttpContext;
        if (now < end)
        {
            if (http is not null) CurrentSession.Set(http, reader.GetGuid(0));
            return ticket;
        }

        if (http is not null && now < end + LoginSession.Remembered) ExpiredSession.Set(http, reader.GetGuid(2));
        return null;
    }

    public async Task RemoveAsync(string key)
    {
        var digest = Digest(key);
        await using var db = database.Open(Self);
        await db.LoginSessions.Where(s => s.KeyDigest == digest).ExecuteDeleteAsync();
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}

/// <summary>Which session this request came with, so that "the other sessions" can be told from it.</summary>
internal static class CurrentSession
{
    private static readonly object Key = new();

    public static Guid? SessionId(this HttpContext http) => http.Items[Key] as Guid?;

    internal static void Set(HttpContext http, Guid id) => http.Items[Key] = id;
}

/// <summary>Whose session this request's cookie opened until it ended by itself. Nobody is signed in by it.</summary>
internal static class ExpiredSession
{
    private static readonly object Key = new();

    public static Guid? UserOf(HttpContext http) => http.Items[Key] as Guid?;

    internal static void Set(HttpContext http, Guid userId) => http.Items[Key] = userId;
}
