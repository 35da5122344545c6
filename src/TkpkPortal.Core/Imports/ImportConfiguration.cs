using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Imports;

internal sealed class ImportConfiguration :
    IEntityTypeConfiguration<ImportBatch>,
    IEntityTypeConfiguration<ImportFilePart>,
    IEntityTypeConfiguration<ImportPiece>,
    IEntityTypeConfiguration<ImportChunk>,
    IEntityTypeConfiguration<ImportProblem>,
    IEntityTypeConfiguration<ImportChange>,
    IEntityTypeConfiguration<ImportColumnName>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("import_batches");
        builder.Property(b => b.Number).UseIdentityAlwaysColumn();
        builder.HasIndex(b => b.Number).IsUnique();
        builder.HasIndex(b => b.Sha256);
        builder.Property(b => b.Purpose).HasMaxLength(300);
        builder.Property(b => b.LegalBasis).HasMaxLength(200);
        builder.Property(b => b.Giver).HasMaxLength(100);
        builder.Property(b => b.LetterNumber).HasMaxLength(60);
        builder.Property(b => b.DecileSource).HasMaxLength(60);
        builder.Property(b => b.FileName).HasMaxLength(255);
        builder.Property(b => b.SheetName).HasMaxLength(60);
        builder.Property(b => b.Columns).HasColumnType("jsonb");
        builder.Property(b => b.Refusal).HasMaxLength(500);
        builder.Property(b => b.RefusalCode).HasMaxLength(10);
        builder.Property(b => b.Version).IsRowVersion();
        builder.HasOne<AssistanceProgram>().WithMany().HasForeignKey(b => b.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<Household>().WithOne().HasForeignKey(h => h.OriginBatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<Household>().WithOne().HasForeignKey(h => h.LastBatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<WelfareDecile>().WithOne().HasForeignKey(d => d.BatchId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<Survey>().WithOne().HasForeignKey(s => s.BatchId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ImportFilePart> builder)
    {
        builder.ToTable("import_file_parts");
        builder.HasIndex(p => new { p.BatchId, p.Number }).IsUnique();
        OfBatch(builder);
    }

    public void Configure(EntityTypeBuilder<ImportPiece> builder)
    {
        builder.ToTable("import_pieces");
        builder.HasIndex(p => new { p.BatchId, p.Bucket });
        OfBatch(builder);
    }

    public void Configure(EntityTypeBuilder<ImportChunk> builder)
    {
        builder.ToTable("import_chunks");
        builder.HasIndex(c => new { c.BatchId, c.Bucket }).IsUnique();
        OfBatch(builder);
    }

    public void Configure(EntityTypeBuilder<ImportProblem> builder)
    {
        builder.ToTable("import_problems");
        builder.Property(p => p.Column).HasMaxLength(3);
        builder.Property(p => p.Header).HasMaxLength(100);
        builder.Property(p => p.Code).HasMaxLength(10);
        builder.HasIndex(p => new { p.BatchId, p.RowNumber });
        OfBatch(builder);
    }

    public void Configure(EntityTypeBuilder<ImportChange> builder)
    {
        builder.ToTable("import_changes");
        builder.HasIndex(c => new { c.BatchId, c.RowNumber });
        builder.HasIndex(c => c.HouseholdId);
        builder.HasOne(c => c.Household).WithMany().HasForeignKey(c => c.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        OfBatch(builder);
    }

    public void Configure(EntityTypeBuilder<ImportColumnName> builder)
    {
        builder.ToTable("import_column_names");
        builder.Property(n => n.Giver).HasMaxLength(100);
        builder.Property(n => n.Header).HasMaxLength(100);
        builder.Property(n => n.Field).HasMaxLength(60);
        builder.HasIndex(n => new { n.Format, n.Giver, n.Header }).IsUnique();
    }

    private static void OfBatch<T>(EntityTypeBuilder<T> builder)
        where T : class =>
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey("BatchId").OnDelete(DeleteBehavior.Restrict);
}
