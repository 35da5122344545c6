using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Files;

/// <summary>What a photo or a scanned paper that somebody sends must be.</summary>
public static class UploadRules
{
    public const int PictureBytes = 10 * 1024 * 1024;
    public const int PdfBytes = 5 * 1024 * 1024;

    /// <summary>Width times height. A few kilobytes can announce a picture that fills the memory.</summary>
    public const long MostPixels = 50_000_000;

    public static readonly Rule Empty = new("FOT-01", "Berkas ini kosong. Pilih berkas lain.");
    public static readonly Rule PictureTooLarge = new("FOT-02", "Foto lebih besar daripada 10 MB. Ambil lagi dengan ukuran yang lebih kecil.");
    public static readonly Rule NotPicture = new("FOT-03", "Berkas ini bukan foto. Kirim foto JPEG, PNG, atau WebP.");
    public static readonly Rule Heic = new("FOT-04", "Foto ini berformat HEIC, yang belum dapat dibaca. Di iPhone buka Pengaturan, Kamera, Format, pilih “Paling Kompatibel”, lalu ambil foto lagi; atau kirim tangkapan layar foto itu.");
    public static readonly Rule TooManyPixels = new("FOT-05", "Foto ini lebih dari 50 megapiksel. Ambil lagi dengan ukuran yang lebih kecil.");
    public static readonly Rule Damaged = new("FOT-06", "Foto ini rusak atau terpotong, sehingga tidak dapat dibuka. Kirim lagi, atau ambil foto baru.");
    public static readonly Rule PdfTooLarge = new("FOT-07", "Berkas PDF lebih besar daripada 5 MB. Pindai lagi dengan ketajaman yang lebih rendah, misalnya 150 dpi.");
    public static readonly Rule NotDocument = new("FOT-08", "Berkas ini bukan PDF dan bukan foto. Kirim PDF, JPEG, PNG, atau WebP.");
}
