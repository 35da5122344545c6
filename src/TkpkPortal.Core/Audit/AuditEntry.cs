using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TkpkPortal.Core.Audit;

public enum AuditAction
{
    Create,
    Update,
    Delete,

    /// <summary>One person's data was looked at.</summary>
    Read,

    /// <summary>A NIK or KK number was shown in full, for a stated reason.</summary>
    Reveal,
    SignIn,
    SignInRefused,
    SignOut,
    Export,
    Import,
}

/// <summary>Who did what to which record, when. Append-only; a sealer chains the rows a few seconds later.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    public AuditEntry(AuditAction action, string subject, Guid? subjectId, string subjectName)
    {
        Action = action;
        Subject = subject;
        SubjectId = subjectId;
        SubjectName = subjectName;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The order in which rows were written; the chain follows it.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset At { get; internal set; }

    public Guid? ActorId { get; internal set; }

    public string ActorName { get; internal set; } = "";

    public string ActorRole { get; internal set; } = "";

    public AuditAction Action { get; private set; }

    /// <summary>The noun: Household, Meeting.</summary>
    public string Subject { get; private set; } = "";

    public Guid? SubjectId { get; private set; }

    /// <summary>What people call the record; never a NIK. Empty for a family: its name is personal and stands in <see cref="SealedChanges"/>.</summary>
    public string SubjectName { get; private set; } = "";

    /// <summary>The family, program or rakor the record belongs to, so that one timeline finds it.</summary>
    public Guid? RootId { get; internal set; }

    /// <summary>Set when the record lies in a desa: limits who reads the entry.</summary>
    public Guid? VillageId { get; internal set; }

    /// <summary>Set when the record is an OPD's: limits who reads the entry.</summary>
    public Guid? AgencyId { get; internal set; }

    /// <summary>Encrypted JSON array of {field, old, new}; null when there is nothing to tell.</summary>
    public byte[]? SealedChanges { get; internal set; }

    public string? Reason { get; internal set; }

    public string? Address { get; internal set; }

    public string? CorrelationId { get; internal set; }

    /// <summary>HMAC over the previous hash and this row; null until sealed.</summary>
    public byte[]? Seal { get; private set; }
}

/// <summary>One changed field with its text before and after.</summary>
public sealed record FieldChange(string Field, string? Old, string? New);

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.Property(a => a.Sequence).UseIdentityAlwaysColumn();
        builder.HasIndex(a => a.Sequence).IsUnique();
        builder.HasIndex(a => a.At);
        builder.HasIndex(a => new { a.RootId, a.Sequence });
        builder.HasIndex(a => new { a.SubjectId, a.Sequence });
        builder.HasIndex(a => a.Sequence, "ix_audit_entries_unsealed").HasFilter("seal is null");
        builder.Property(a => a.ActorName).HasMaxLength(150);
        builder.Property(a => a.ActorRole).HasMaxLength(40);
        builder.Property(a => a.Subject).HasMaxLength(60);
        builder.Property(a => a.SubjectName).HasMaxLength(300);
        builder.Property(a => a.Reason).HasMaxLength(500);
        builder.Property(a => a.Address).HasMaxLength(64);
        builder.Property(a => a.CorrelationId).HasMaxLength(64);
    }
}
