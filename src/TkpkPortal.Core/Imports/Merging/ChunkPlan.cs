using System.Buffers.Binary;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>
/// What a chunk would write: the rows of its new and changed families with the family each was found to be. Not their result: merging lays the rows over
/// what is held then. Numbers are encrypted again only on their way into the registry, so the plan stays small.
/// </summary>
internal sealed record ChunkPlan(Guid[] Villages, List<(FamilyGroup Group, Guid? Held)> Families)
{
    private const int IdBytes = 16;

    public static byte[]? Seal(IReadOnlyList<FamilyOutcome> outcomes, Guid chunkId, FieldCipher cipher)
    {
        var planned = outcomes.Where(o => o.Kind is OutcomeKind.New or OutcomeKind.Changed).ToList();
        if (planned.Count == 0) return null;
        Guid[] villages = [.. planned.Select(o => o.VillageId).Distinct()];
        var rows = new RowWriter();
        using var plain = new MemoryStream();
        Ids(plain, villages);
        Ids(plain, [.. planned.Select(o => o.Held?.Id ?? Guid.Empty)]);
        for (var family = 0; family < planned.Count; family++)
        {
            var spoiled = planned[family].Problems.ConvertAll(p => p.Row);
            // The family's place in the list stands where its hash stood.
            foreach (var row in planned[family].Group.Rows.Where(r => !spoiled.Contains(r))) rows.Add(row.Number, (ulong)family, isBad: false, row.Values);
        }

        plain.Write(RowWriter.Compress(rows.Take()));
        return cipher.Seal(plain.ToArray(), chunkId);
    }

    public static Guid[] VillagesOf(byte[] sealedPlan, Guid chunkId, FieldCipher cipher)
    {
        ReadOnlyMemory<byte> plain = cipher.OpenBytes(sealedPlan, chunkId);
        return Ids(ref plain);
    }

    public static ChunkPlan Open(byte[] sealedPlan, Guid chunkId, FamilyFields fields, FieldCipher cipher)
    {
        ReadOnlyMemory<byte> plain = cipher.OpenBytes(sealedPlan, chunkId);
        var villages = Ids(ref plain);
        var held = Ids(ref plain);
        var rows = new List<KeptRow>();
        RowReading.Read(plain, fields.Layout.Fields.Count, rows);
        var groups = BucketRows.Group(rows, fields, cipher);
        return new(villages, groups.ConvertAll(g => (g, held[(int)g.Key] is var id && id == Guid.Empty ? (Guid?)null : id)));
    }

    private static void Ids(MemoryStream into, Guid[] ids)
    {
        Span<byte> bytes = stackalloc byte[IdBytes];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, ids.Length);
        into.Write(bytes[..sizeof(int)]);
        foreach (var id in ids)
        {
            id.TryWriteBytes(bytes);
            into.Write(bytes);
        }
    }

    private static Guid[] Ids(ref ReadOnlyMemory<byte> bytes)
    {
        var ids = new Guid[BinaryPrimitives.ReadInt32LittleEndian(bytes.Span)];
        bytes = bytes[sizeof(int)..];
        for (var i = 0; i < ids.Length; i++) ids[i] = new(bytes.Span.Slice(i * IdBytes, IdBytes));
        bytes = bytes[(ids.Length * IdBytes)..];
        return ids;
    }
}
