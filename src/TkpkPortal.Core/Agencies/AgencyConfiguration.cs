using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TkpkPortal.Core.Agencies;

internal sealed class AgencyConfiguration : IEntityTypeConfiguration<Agency>, IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies");
        builder.Property(a => a.Name).HasMaxLength(150);
        builder.HasIndex(a => a.Name).IsUnique();
        builder.Property(a => a.ShortName).HasMaxLength(40);
        builder.Property(a => a.HeadTitle).HasMaxLength(150);
        builder.Property(a => a.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("partners");
        builder.Property(p => p.Name).HasMaxLength(150);
        builder.HasIndex(p => p.Name).IsUnique();
        builder.Property(p => p.Contact).HasMaxLength(150);
        builder.Property(p => p.Contribution).HasMaxLength(500);
        builder.Property(p => p.Version).IsRowVersion();
    }
}
