using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Areas;

namespace TkpkPortal.Core.Access;

internal sealed class AccessConfiguration : IEntityTypeConfiguration<PortalUser>, IEntityTypeConfiguration<LoginSession>
{
    public void Configure(EntityTypeBuilder<PortalUser> builder)
    {
        builder.ToTable("users");
        builder.Property(u => u.FullName).HasMaxLength(150);
        builder.Property(u => u.Position).HasMaxLength(150);
        builder.HasOne<Area>().WithMany().HasForeignKey(u => u.AreaId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Agency>().WithMany().HasForeignKey(u => u.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => u.NormalizedEmail).IsUnique();
        builder.HasIndex(u => u.InvitationDigest).IsUnique();
        builder.Property(u => u.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<LoginSession> builder)
    {
        builder.ToTable("login_sessions");
        builder.HasIndex(s => s.KeyDigest).IsUnique();
        builder.HasIndex(s => s.ExpiresAt);
        builder.Property(s => s.Address).HasMaxLength(64);
        builder.Property(s => s.Device).HasMaxLength(200);
        builder.HasOne<PortalUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
