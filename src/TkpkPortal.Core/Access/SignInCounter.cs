using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TkpkPortal.Core.Access;

/// <summary>
/// Counts sign-ins per address and per name, and failures per account. In the database, so that a restart or a second server forgets none of them;
/// apart from the user's row, so that a failed sign-in neither tells a known name from an unknown one nor collides with an admin's edit.
/// </summary>
public sealed class SignInCounter
{
    private SignInCounter()
    {
    }

    /// <summary>Keyed hash of what is counted: a typed name may be a mistyped password.</summary>
    public byte[] Key { get; private set; } = [];

    public int Count { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }
}

internal sealed class SignInCounterConfiguration : IEntityTypeConfiguration<SignInCounter>
{
    public void Configure(EntityTypeBuilder<SignInCounter> builder)
    {
        builder.ToTable("sign_in_counters");
        builder.HasKey(c => c.Key);
        builder.HasIndex(c => c.Since);
    }
}
