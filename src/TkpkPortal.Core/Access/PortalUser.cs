using Microsoft.AspNetCore.Identity;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Access;

/// <summary>A person who signs in. Never deleted: deactivated, because the audit trail names them.</summary>
public sealed class PortalUser : IdentityUser<Guid>, IAudited
{
    public PortalUser() => Id = Guid.CreateVersion7();

    public string FullName { get; set; } = "";

    /// <summary>Jabatan.</summary>
    public string Position { get; set; } = "";

    public Role Role { get; set; }

    /// <summary>The desa or kecamatan of a camat or operator desa.</summary>
    public Guid? AreaId { get; set; }

    /// <summary>The OPD of a kepala or operator OPD.</summary>
    public Guid? AgencyId { get; set; }

    public bool IsActive { get; set; } = true;

    /// <summary>SHA-256 of the one-time invitation or reset token; the token itself is only in the link.</summary>
    public byte[]? InvitationDigest { get; set; }

    public DateTimeOffset? InvitationExpiresAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public uint Version { get; private set; }

    string IAudited.AuditName => $"{FullName} ({UserName})";

    public void Correct(UserDetails details)
    {
        FullName = details.FullName;
        Position = details.Position;
        Email = details.Email;
        NormalizedEmail = details.Email is null ? null : NameKey(details.Email);
        Role = details.Role;
        AreaId = details.AreaId;
        AgencyId = details.AgencyId;
    }

    /// <summary>An open link dies with the account.</summary>
    public void Deactivate()
    {
        if (!IsActive) throw new RuleBrokenException(AccessRules.AlreadyInactive);
        IsActive = false;
        CloseInvitation();
    }

    public void Reactivate()
    {
        if (IsActive) throw new RuleBrokenException(AccessRules.AlreadyActive);
        IsActive = true;
    }

    /// <summary>Returns the token of a new one-time link. An earlier link stops working; a present password works until the link is used.</summary>
    public string OpenInvitation(DateTimeOffset now, TimeSpan lifetime)
    {
        if (!IsActive) throw new RuleBrokenException(AccessRules.InactiveHasNoLink);
        var token = OneTimeToken.Create();
        InvitationDigest = OneTimeToken.Digest(token);
        InvitationExpiresAt = now + lifetime;
        return token;
    }

    public void SetPassword(string hash)
    {
        PasswordHash = hash;
        SecurityStamp = Guid.NewGuid().ToString("N");
        CloseInvitation();
    }

    /// <summary>How Identity compares user names and addresses.</summary>
    internal static string NameKey(string text) => text.Trim().Normalize().ToUpperInvariant();

    private void CloseInvitation()
    {
        InvitationDigest = null;
        InvitationExpiresAt = null;
    }
}

public sealed record UserDetails(string FullName, string Position, string? Email, Role Role, Guid? AreaId, Guid? AgencyId);
