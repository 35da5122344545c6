using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Areas;

namespace TkpkPortal.Core.Households;

internal sealed class HouseholdConfiguration :
    IEntityTypeConfiguration<Household>,
    IEntityTypeConfiguration<HouseholdMember>,
    IEntityTypeConfiguration<HouseholdAssignment>,
    IEntityTypeConfiguration<VillageTally>,
    IEntityTypeConfiguration<VillageConditionTally>
{
    /// <summary>One NIK, one active person in the whole kabupaten; the index sees what a scope does not.</summary>
    public const string NikOnce = "ix_household_members_nik_digest";

    public const string CardOnce = "ix_households_card_number_digest";

    public const string AssignedOnce = "ix_household_assignments_user_id_household_id";

    public void Configure(EntityTypeBuilder<Household> builder)
    {
        builder.ToTable("households");
        builder.HasOne<Area>().WithMany().HasForeignKey(h => h.VillageId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(h => h.HeadName).HasMaxLength(150);
        builder.Property(h => h.Address).HasMaxLength(250);
        builder.Property(h => h.Hamlet).HasMaxLength(100);
        builder.Property(h => h.Rt).HasMaxLength(5);
        builder.Property(h => h.Rw).HasMaxLength(5);
        builder.Property(h => h.DecileSource).HasMaxLength(60);
        builder.Property(h => h.Conditions).HasConversion<long>();
        builder.Property(h => h.KnownConditions).HasConversion<long>();
        builder.Property(h => h.LegacyHouseholdNumber).HasMaxLength(30);
        builder.HasIndex(h => h.LegacyHouseholdNumber).HasFilter("legacy_household_number is not null");
        builder.HasOne<Household>().WithMany().HasForeignKey(h => h.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Household>().WithMany().HasForeignKey(h => h.SplitFromId).OnDelete(DeleteBehavior.Restrict);
        // Most families have none of these links; partial indexes cost their writes nothing.
        builder.HasIndex(h => h.MergedIntoId).HasFilter("merged_into_id is not null");
        builder.HasIndex(h => h.SplitFromId).HasFilter("split_from_id is not null");
        builder.HasIndex(h => h.OriginBatchId).HasFilter("origin_batch_id is not null");
        builder.HasIndex(h => h.LastBatchId).HasFilter("last_batch_id is not null and origin_batch_id is null");
        builder.HasIndex(h => h.CardNumberDigest).HasDatabaseName(CardOnce).IsUnique().HasFilter("left_on is null");
        // What a list is narrowed by stands in the index of its order: families that do not match are passed over without reading their rows.
        builder.HasIndex(h => new { h.VillageId, h.HeadName, h.Id }).IncludeProperties(h => new { h.Conditions, h.Decile, h.ActiveProgramCount }).HasFilter("left_on is null");
        builder.HasIndex(h => new { h.VillageId, h.Decile, h.Id });
        // The worklists: what has no number yet, and what has left.
        builder.HasIndex(h => h.VillageId, "without_card").HasDatabaseName("ix_households_without_card").HasFilter("card_number_digest is null and left_on is null");
        builder.HasIndex(h => new { h.LeftOn, h.Id }).HasDatabaseName("ix_households_left").HasFilter("left_on is not null");
        builder.Property(h => h.Version).IsRowVersion();
        builder.HasMany(h => h.Members).WithOne(m => m.Household).HasForeignKey(m => m.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(h => h.Members).HasField("_members").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<HouseholdMember> builder)
    {
        builder.ToTable("household_members");
        builder.Property(m => m.Name).HasMaxLength(150);
        builder.Property(m => m.Occupation).HasMaxLength(100);
        builder.HasIndex(m => m.NikDigest).HasDatabaseName(NikOnce).IsUnique().HasFilter("left_on is null");
        builder.HasIndex(m => m.HouseholdId);
        builder.HasIndex(m => m.HouseholdId, "without_nik").HasDatabaseName("ix_household_members_without_nik").HasFilter("nik_digest is null and left_on is null");
    }

    public void Configure(EntityTypeBuilder<HouseholdAssignment> builder)
    {
        builder.ToTable("household_assignments");
        builder.HasIndex(a => new { a.UserId, a.HouseholdId }).HasDatabaseName(AssignedOnce).IsUnique();
        builder.HasOne(a => a.Household).WithMany().HasForeignKey(a => a.HouseholdId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VillageTally> builder)
    {
        builder.ToTable("village_tallies");
        builder.HasKey(t => new { t.VillageId, t.Decile });
        builder.HasOne<Area>().WithMany().HasForeignKey(t => t.VillageId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<VillageConditionTally> builder)
    {
        builder.ToTable("village_condition_tallies");
        builder.HasKey(t => new { t.VillageId, t.Condition, t.Decile });
        builder.Property(t => t.Condition).HasConversion<long>();
        builder.HasOne<Area>().WithMany().HasForeignKey(t => t.VillageId).OnDelete(DeleteBehavior.Restrict);
    }
}
