using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TkpkPortal.Core.Data;

/// <summary>A form that was posted after its sign-in had ended: kept encrypted for its user for an hour, offered after signing in again, then deleted.</summary>
public sealed class HeldPost
{
    private HeldPost()
    {
    }

    public HeldPost(Guid id, Guid userId, string path, byte[] sealedForm, DateTimeOffset now) => (Id, UserId, Path, SealedForm, At) = (id, userId, path, sealedForm, now);

    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>Path and query of the page it was posted to; holds ids only.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Fields and files, encrypted.</summary>
    public byte[] SealedForm { get; private set; } = [];

    public DateTimeOffset At { get; private set; }
}

internal sealed class HeldPostConfiguration : IEntityTypeConfiguration<HeldPost>
{
    public void Configure(EntityTypeBuilder<HeldPost> builder)
    {
        builder.ToTable("held_posts");
        builder.Property(p => p.Path).HasMaxLength(400);
        builder.HasIndex(p => new { p.UserId, p.At });
        builder.HasIndex(p => p.At);
    }
}
