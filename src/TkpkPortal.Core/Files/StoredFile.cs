using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Files;

/// <summary>An uploaded file, found by the SHA-256 of its plain content and kept encrypted.</summary>
public sealed class StoredFile : IAudited
{
    private StoredFile()
    {
    }

    public StoredFile(string name, string contentType, byte[] sha256, byte[] sealedContent, long size, DateTimeOffset now, Guid id)
    {
        Id = id;
        Name = name;
        ContentType = contentType;
        Sha256 = sha256;
        SealedContent = sealedContent;
        Size = size;
        StoredAt = now;
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    public byte[] Sha256 { get; private set; } = [];

    public byte[] SealedContent { get; private set; } = [];

    /// <summary>Bytes of the plain content.</summary>
    public long Size { get; private set; }

    public DateTimeOffset StoredAt { get; private set; }

    string IAudited.AuditName => Name;
}

internal sealed class StoredFileConfiguration : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_files");
        builder.Property(f => f.Name).HasMaxLength(255);
        builder.Property(f => f.ContentType).HasMaxLength(100);
        builder.HasIndex(f => f.Sha256);
    }
}
