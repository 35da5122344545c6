using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TkpkPortal.Core.Data;

/// <summary>The key of a form that has been saved: a second click with the same key finds it and makes no second record.</summary>
public sealed class PostedForm
{
    private PostedForm()
    {
    }

    public PostedForm(Guid key, Guid? userId, DateTimeOffset now)
    {
        Key = key;
        UserId = userId;
        At = now;
    }

    public Guid Key { get; private set; }

    public Guid? UserId { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Where the first click was sent; null until it answered.</summary>
    public string? Location { get; private set; }
}

internal sealed class PostedFormConfiguration : IEntityTypeConfiguration<PostedForm>
{
    public void Configure(EntityTypeBuilder<PostedForm> builder)
    {
        builder.ToTable("posted_forms");
        builder.HasKey(f => f.Key);
        builder.HasIndex(f => f.At);
        builder.Property(f => f.Location).HasMaxLength(400);
    }
}
