using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Photos;

/// <summary>When a photo may come and go. What it must be stands in <see cref="Files.UploadRules"/>.</summary>
public static class PhotoRules
{
    public const int Most = 12;

    public static readonly Rule Frozen = new("FOT-11", "Foto hanya dapat ditambah atau dihapus selama usulan masih draf atau dikembalikan, dan oleh pendamping selama cek lapangan.");
    public static readonly Rule TooMany = new("FOT-12", "Usulan ini sudah punya 12 foto. Hapus yang tidak perlu sebelum menambah.");
    public static readonly Rule OfTheVisit = new("FOT-13", "Foto dari cek lapangan hanya dapat dihapus oleh pendamping yang mengambilnya.");
}
