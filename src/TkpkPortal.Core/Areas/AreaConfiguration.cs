using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TkpkPortal.Core.Areas;

internal sealed class AreaConfiguration : IEntityTypeConfiguration<Area>, IEntityTypeConfiguration<AreaBoundary>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.ToTable("areas");
        builder.Property(a => a.Code).HasMaxLength(13).UseCollation("C");
        builder.HasIndex(a => a.Code).IsUnique();
        builder.Property(a => a.BpsCode).HasMaxLength(10);
        builder.Property(a => a.Name).HasMaxLength(150);
        builder.HasOne<Area>().WithMany().HasForeignKey(a => a.ParentId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AreaBoundary> builder)
    {
        builder.ToTable("area_boundaries");
        builder.HasKey(b => b.AreaId);
        builder.Property(b => b.Source).HasMaxLength(200);
        builder.HasOne<Area>().WithOne().HasForeignKey<AreaBoundary>(b => b.AreaId).OnDelete(DeleteBehavior.Cascade);
    }
}
