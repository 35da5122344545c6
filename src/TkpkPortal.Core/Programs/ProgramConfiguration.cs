using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Agencies;

namespace TkpkPortal.Core.Programs;

internal sealed class ProgramConfiguration :
    IEntityTypeConfiguration<AssistanceProgram>,
    IEntityTypeConfiguration<BudgetLine>,
    IEntityTypeConfiguration<Realization>,
    IEntityTypeConfiguration<Enrollment>
{
    /// <summary>A family receives a program once at a time.</summary>
    public const string EnrolledOnce = "ix_enrollments_household_id_program_id";

    public void Configure(EntityTypeBuilder<AssistanceProgram> builder)
    {
        builder.ToTable("programs");
        builder.Property(p => p.Code).HasMaxLength(20);
        builder.HasIndex(p => p.Code).IsUnique();
        builder.Property(p => p.Name).HasMaxLength(200);
        builder.Property(p => p.LegalBasis).HasMaxLength(300);
        builder.Property(p => p.Benefit).HasMaxLength(500);
        builder.Property(p => p.Version).IsRowVersion();
        builder.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.BudgetLines).WithOne(l => l.Program).HasForeignKey(l => l.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(p => p.BudgetLines).HasField("_budgetLines").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<BudgetLine> builder)
    {
        builder.ToTable("budget_lines");
        builder.Property(l => l.SubActivityCode).HasMaxLength(30);
        builder.Property(l => l.SubActivityName).HasMaxLength(250);
        builder.Property(l => l.OutputName).HasMaxLength(200);
        builder.Property(l => l.OutputUnit).HasMaxLength(40);
        builder.Property(l => l.Ceiling).HasPrecision(18, 2);
        builder.Property(l => l.RevisedCeiling).HasPrecision(18, 2);
        builder.HasIndex(l => new { l.ProgramId, l.Year, l.SubActivityCode }).IsUnique();
        builder.HasIndex(l => l.Year);
        builder.Ignore(l => l.CurrentCeiling);
        builder.Property(l => l.Version).IsRowVersion();
        builder.HasMany(l => l.Realizations).WithOne(r => r.BudgetLine).HasForeignKey(r => r.BudgetLineId).OnDelete(DeleteBehavior.Restrict);
        builder.Navigation(l => l.Realizations).HasField("_realizations").UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<Realization> builder)
    {
        builder.ToTable("realizations");
        builder.Property(r => r.Amount).HasPrecision(18, 2);
        builder.Property(r => r.PhysicalPercent).HasPrecision(5, 2);
        builder.Property(r => r.Constraint).HasMaxLength(1000);
        builder.Property(r => r.ReportedBy).HasMaxLength(150);
        builder.HasIndex(r => new { r.BudgetLineId, r.Quarter }).IsUnique();
        builder.Property(r => r.Version).IsRowVersion();
    }

    public void Configure(EntityTypeBuilder<Enrollment> builder)
    {
        builder.ToTable("enrollments");
        builder.Property(e => e.Note).HasMaxLength(500);
        builder.HasIndex(e => new { e.HouseholdId, e.ProgramId }).HasDatabaseName(EnrolledOnce).IsUnique().HasFilter("ended_on is null");
        builder.HasIndex(e => new { e.ProgramId, e.HouseholdId });
        builder.HasOne(e => e.Program).WithMany().HasForeignKey(e => e.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.Household).WithMany().HasForeignKey(e => e.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(e => e.Version).IsRowVersion();
    }
}
