namespace TkpkPortal.Core.Access;

/// <summary>One signed-in browser. The cookie holds only a random key; ending the row ends the session, whoever has a copy of the cookie.</summary>
public sealed class LoginSession
{
    /// <summary>Ends after so long without a page.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Ends so long after signing in, whatever is done.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>The row stays so long after the session's end: it opens nothing any more, but tells whose form still arrives, so that it can be kept for that person.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromHours(12);

    private LoginSession()
    {
    }

    public LoginSession(byte[] keyDigest, Guid userId, byte[] ticket, DateTimeOffset now, DateTimeOffset expiresAt, string? address, string? device)
    {
        KeyDigest = keyDigest;
        UserId = userId;
        Ticket = ticket;
        CreatedAt = now;
        SeenAt = now;
        ExpiresAt = expiresAt;
        Address = address;
        Device = device;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the key in the cookie.</summary>
    public byte[] KeyDigest { get; private set; } = [];

    public Guid UserId { get; private set; }

    public byte[] Ticket { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public string? Address { get; private set; }

    public string? Device { get; private set; }

    /// <summary>When a session ends by itself.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset createdAt, DateTimeOffset expiresAt) => expiresAt < createdAt + Longest ? expiresAt : createdAt + Longest;
}
