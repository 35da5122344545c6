using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Areas;

public static class AreaRules
{
    public static readonly Rule BadCode = new("WIL-01", "Kode wilayah “{0}” tidak benar. Tulis 2, 4, 6, atau 10 angka, misalnya 18.04.04.2002.");
    public static readonly Rule NameMissing = new("WIL-02", "Nama wilayah kosong.");
    public static readonly Rule ParentMissing = new("WIL-03", "Wilayah induk {0} tidak ada di berkas ini maupun di portal. Impor induknya lebih dahulu.");
    public static readonly Rule CodeTwice = new("WIL-04", "Kode ini sudah ada pada baris {0}.");
    public static readonly Rule BpsCodeBad = new("WIL-05", "Kode BPS harus 2, 4, 7, atau 10 angka.");
    public static readonly Rule NameBroken = new("WIL-07", "Nama wilayah “{0}” memuat tanda kutip atau huruf yang tidak terbaca. Periksa tanda kutip pada baris ini.");
    public static readonly Rule NoBoundaryMatches = new("WIL-06", "Tidak satu pun kode di berkas batas ada di daftar wilayah. Impor daftar wilayahnya lebih dahulu.");
}
