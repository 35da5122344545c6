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

    string IAudited.AuditName => $"{FullName} ({UserName})";
}
