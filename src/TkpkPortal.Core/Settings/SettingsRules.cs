using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Settings;

public static class SettingsRules
{
    public const int NipLength = 18;
    public const int EmblemLimit = 1024 * 1024;

    public static readonly Rule NotARegency = new("SET-01", "Pilih kabupaten atau kota dari daftar. Bila belum ada di daftar, impor dahulu daftar wilayahnya.");
    public static readonly Rule UnknownZone = new("SET-02", "Zona waktu harus WIB, WITA, atau WIT.");
    public static readonly Rule DecileOutOfRange = new("SET-03", "Batas desil sasaran harus angka 1 sampai 10.");
    public static readonly Rule GrowthOutOfRange = new("SET-04", "Batas perubahan penduduk harus lebih besar dari 0 dan paling tinggi 100 persen.");
    public static readonly Rule AbsorptionOutOfRange = new("SET-05", "Target serapan harus lebih besar dari 0 dan paling tinggi 100 persen.");
    public static readonly Rule NipShape = new("SET-06", "NIP harus 18 angka; yang terbaca {0}. Kosongkan bila penandatangan tidak memiliki NIP, misalnya bupati.");
    public static readonly Rule SignatoryAlreadyInactive = new("SET-07", "Penandatangan ini sudah nonaktif.");
    public static readonly Rule SignatoryAlreadyActive = new("SET-08", "Penandatangan ini sudah aktif.");
    public static readonly Rule EmblemNotAnImage = new("SET-09", "Berkas ini bukan gambar PNG atau JPEG. Simpan lambang sebagai PNG atau JPEG, lalu unggah lagi.");
    public static readonly Rule EmblemTooLarge = new("SET-10", "Berkas lambang paling besar 1 MB. Kecilkan gambarnya, lalu unggah lagi.");
    public static readonly Rule EmblemMissing = new("SET-11", "Lambang belum diunggah.");
    public static readonly Rule CriteriaOutOfRange = new("SET-12", "Batas kriteria harus angka 1 sampai {0}.");

    /// <summary>The type by the first bytes, whatever the name says; null when it is no image papers can print.</summary>
    public static string? ImageTypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : null;
}
