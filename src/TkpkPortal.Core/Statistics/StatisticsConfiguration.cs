using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Areas;

namespace TkpkPortal.Core.Statistics;

internal sealed class StatisticsConfiguration :
    IEntityTypeConfiguration<Indicator>,
    IEntityTypeConfiguration<IndicatorValue>,
    IEntityTypeConfiguration<IndicatorTarget>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators");
        builder.Property(i => i.Code).HasMaxLength(30);
        builder.HasIndex(i => i.Code).IsUnique();
        builder.Property(i => i.Name).HasMaxLength(150);
        builder.Property(i => i.Unit).HasMaxLength(40);
        builder.Property(i => i.Source).HasMaxLength(150);
        builder.Property(i => i.Field).HasMaxLength(60);
        builder.Property(i => i.Definition).HasMaxLength(1000);
        builder.Property(i => i.Version).IsRowVersion();
        builder.Ignore(i => i.UsualMonth);
    }

    public void Configure(EntityTypeBuilder<IndicatorValue> builder)
    {
        builder.ToTable("indicator_values");
        builder.HasIndex(v => new { v.IndicatorId, v.AreaId, v.Year, v.Month, v.Breakdown }).IsUnique().AreNullsDistinct(false);
        builder.HasIndex(v => new { v.AreaId, v.IndicatorId });
        builder.Property(v => v.SourceDocument).HasMaxLength(250);
        builder.Property(v => v.Version).IsRowVersion();
        builder.Ignore(v => v.Label).Ignore(v => v.Period);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(v => v.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Area>().WithMany().HasForeignKey(v => v.AreaId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IndicatorTarget> builder)
    {
        builder.ToTable("indicator_targets");
        builder.HasIndex(t => new { t.IndicatorId, t.AreaId, t.Year }).IsUnique();
        builder.Property(t => t.Document).HasMaxLength(150);
        builder.Ignore(t => t.Label);
        builder.HasOne<Indicator>().WithMany().HasForeignKey(t => t.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Area>().WithMany().HasForeignKey(t => t.AreaId).OnDelete(DeleteBehavior.Restrict);
    }
}
