using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Web.Access;

/// <summary>Sessions live in the database: signing out deletes the row, so a copied cookie opens nothing.</summary>
internal sealed class DatabaseTicketStore(TkpkDatabase database, TimeProvider time, IHttpContextAccessor accessor) : ITicketStore
{
    private static readonly Actor Self = Actor.System("Sesi");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        var request = accessor.HttpContext;
        var userId = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var device = request?.Request.Headers.UserAgent.ToString();
        await using var db = database.Open(Self);
        db.LoginSessions.Add(new(Digest(key), userId, TicketSerializer.Default.Serialize(ticket), now, ticket.Properties.ExpiresUtc ?? now.AddMinutes(30),
            request?.Connection.RemoteIpAddress?.ToString(), device is { Length: > 200 } ? device[..200] : device));
        await db.SaveChangesAsync();
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var digest = Digest(key);
        var now = time.GetUtcNow();
        var bytes = TicketSerializer.Default.Serialize(ticket);
        var expires = ticket.Properties.ExpiresUtc ?? now.AddMinutes(30);
        await using var db = database.Open(Self);
        await db.LoginSessions.Where(s => s.KeyDigest == digest)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, bytes).SetProperty(s => s.SeenAt, now).SetProperty(s => s.ExpiresAt, expires));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var digest = Digest(key);
        var now = time.GetUtcNow();
        await using var command = database.Source.CreateCommand("select ticket from login_sessions where key_digest = $1 and expires_at > $2");
        command.Parameters.Add(new() { Value = digest });
        command.Parameters.Add(new() { Value = now });
        return await command.ExecuteScalarAsync() is byte[] bytes ? TicketSerializer.Default.Deserialize(bytes) : null;
    }

    public async Task RemoveAsync(string key)
    {
        var digest = Digest(key);
        await using var db = database.Open(Self);
        await db.LoginSessions.Where(s => s.KeyDigest == digest).ExecuteDeleteAsync();
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));
}
