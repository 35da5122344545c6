using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

/// <summary>One ranking published by the centre: DTSEN of 1 January 2026.</summary>
public sealed class DecileRelease
{
    private DecileRelease()
    {
    }

    public DecileRelease(string source, DateOnly releasedOn, DateTimeOffset now)
    {
        Source = source;
        ReleasedOn = releasedOn;
        RecordedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Source { get; private set; } = "";

    public DateOnly ReleasedOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

/// <summary>Where one release ranks one family. The family's own row repeats the newest release's.</summary>
public sealed class WelfareDecile : IOfHousehold
{
    private WelfareDecile()
    {
    }

    public WelfareDecile(Guid householdId, Guid releaseId, int? decile, Guid? batchId, DateTimeOffset now)
    {
        HouseholdId = householdId;
        ReleaseId = releaseId;
        Decile = decile;
        BatchId = batchId;
        RecordedAt = now;
    }

    public Guid HouseholdId { get; private set; }

    public Household Household { get; private set; } = null!;

    public Guid ReleaseId { get; private set; }

    public DecileRelease Release { get; private set; } = null!;

    /// <summary>1 (poorest) to 10; null where the release says unknown.</summary>
    public int? Decile { get; private set; }

    /// <summary>The import that brought it.</summary>
    public Guid? BatchId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}

internal sealed class WelfareDecileConfiguration : IEntityTypeConfiguration<DecileRelease>, IEntityTypeConfiguration<WelfareDecile>
{
    public void Configure(EntityTypeBuilder<DecileRelease> builder)
    {
        builder.ToTable("decile_releases");
        builder.Property(r => r.Source).HasMaxLength(60);
        builder.HasIndex(r => new { r.Source, r.ReleasedOn }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<WelfareDecile> builder)
    {
        builder.ToTable("welfare_deciles");
        builder.HasKey(d => new { d.HouseholdId, d.ReleaseId });
        builder.HasOne(d => d.Household).WithMany().HasForeignKey(d => d.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(d => d.Release).WithMany().HasForeignKey(d => d.ReleaseId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.ReleaseId);
        builder.HasIndex(d => d.BatchId);
    }
}
