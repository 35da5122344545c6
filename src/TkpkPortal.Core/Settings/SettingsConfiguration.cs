using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Files;

namespace TkpkPortal.Core.Settings;

internal sealed class SettingsConfiguration : IEntityTypeConfiguration<PortalSettings>, IEntityTypeConfiguration<Signatory>
{
    public void Configure(EntityTypeBuilder<PortalSettings> builder)
    {
        builder.ToTable("settings");
        builder.HasOne<Area>().WithMany().HasForeignKey(s => s.RegencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(s => s.EmblemFileId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(s => s.VillageTerm).HasMaxLength(30);
        builder.Property(s => s.DistrictTerm).HasMaxLength(30);
        builder.Property(s => s.TimeZoneId).HasMaxLength(40);
        foreach (var line in new[] { nameof(PortalSettings.GovernmentLine), nameof(PortalSettings.AgencyLine), nameof(PortalSettings.Address), nameof(PortalSettings.Phone), nameof(PortalSettings.Website), nameof(PortalSettings.Email), nameof(PortalSettings.City) })
            builder.Property<string>(line).HasMaxLength(200);
        // A portal that was set up before these settings existed gets them too.
        builder.Property(s => s.ExtremePoorNeeded).HasDefaultValue(6);
        builder.Property(s => s.UnfitHouseNeeded).HasDefaultValue(1);
        builder.Property(s => s.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Signatory> builder)
    {
        builder.ToTable("signatories");
        builder.Property(s => s.Office).HasMaxLength(200);
        builder.Property(s => s.Prefix).HasMaxLength(10);
        builder.Property(s => s.Name).HasMaxLength(150);
        builder.Property(s => s.Rank).HasMaxLength(100);
        builder.Property(s => s.Nip).HasMaxLength(18);
        builder.Property(s => s.Version).IsRowVersion();
    }
}
