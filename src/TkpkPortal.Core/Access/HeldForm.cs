using System.Text.Json;

namespace TkpkPortal.Core.Access;

/// <summary>A posted form as it arrived.</summary>
public sealed record HeldForm(IReadOnlyList<HeldField> Fields, IReadOnlyList<HeldFile> Files)
{
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);

    public static HeldForm FromBytes(byte[] bytes) => JsonSerializer.Deserialize<HeldForm>(bytes) ?? new([], []);
}

public sealed record HeldField(string Name, IReadOnlyList<string?> Values);

public sealed record HeldFile(string Name, string FileName, string ContentType, byte[] Content);
