using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Access;

public sealed record SessionRow(Guid Id, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, string? Address, string Device);

/// <summary>A user's open sessions, the latest first. The page shows the first fifty; nobody has more browsers.</summary>
public sealed class SessionListQuery(TkpkDbContext db, TimeProvider time)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<SessionRow>> RunAsync(Guid userId, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var oldest = now - LoginSession.Longest;
        var rows = await db.LoginSessions.AsNoTracking().Where(s => s.UserId == userId && s.ExpiresAt > now && s.CreatedAt > oldest)
            .OrderByDescending(s => s.SeenAt).Take(Most)
            .Select(s => new SessionRow(s.Id, s.CreatedAt, s.SeenAt, s.Address, s.Device ?? "")).ToListAsync(ct);
        return [.. rows.Select(r => r with { Device = DeviceNames.Of(r.Device) })];
    }
}

/// <summary>What people call the browser that a User-Agent line stands for.</summary>
public static class DeviceNames
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems = [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")];

    public static string Of(string userAgent)
    {
        var browser = Browsers.FirstOrDefault(b => userAgent.Contains(b.Mark, StringComparison.Ordinal)).Name ?? "Peramban lain";
        var system = Systems.FirstOrDefault(s => userAgent.Contains(s.Mark, StringComparison.Ordinal)).Name;
        return system is null ? browser : $"{browser} di {system}";
    }
}
