using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Statistics;

public static class StatisticsRules
{
    public static readonly Rule CodeTaken = new("STA-01", "Sudah ada indikator dengan kode ini. Buka indikator itu untuk memperbaikinya, atau tulis kode lain.");
    public static readonly Rule AlreadyInactive = new("STA-02", "Indikator ini sudah nonaktif.");
    public static readonly Rule AlreadyActive = new("STA-03", "Indikator ini sudah aktif.");
    public static readonly Rule ComputedWith = new("STA-04", "Portal menghitung dengan indikator {0}: kode dan satuannya tidak dapat diganti, dan indikatornya tidak dapat dinonaktifkan.");
    public static readonly Rule UnknownIndicator = new("STA-05", "Indikator “{0}” tidak ada di daftar indikator. Periksa kodenya, atau daftarkan indikator itu lebih dahulu.");
    public static readonly Rule IndicatorInactive = new("STA-06", "Indikator {0} nonaktif. Aktifkan kembali sebelum mengisi angkanya.");
    public static readonly Rule UnknownArea = new("STA-07", "Kode wilayah “{0}” tidak ada di daftar wilayah. Tulis kode Kemendagri, misalnya 12.22, atau 00 untuk nasional.");
    public static readonly Rule YearOutOfRange = new("STA-08", "Tahun harus antara {0} dan {1}.");
    public static readonly Rule MonthOutOfRange = new("STA-09", "Bulan harus berupa angka 1 sampai 12, atau kosong.");
    public static readonly Rule ShareOutOfRange = new("STA-10", "Nilai {0} harus antara 0 dan 100 persen.");
    public static readonly Rule NegativeAmount = new("STA-11", "Nilai {0} tidak boleh di bawah 0.");
    public static readonly Rule ValueExists = new("STA-12", "Angka untuk indikator, wilayah, periode, dan rincian ini sudah ada: {0}. Buka angka itu untuk memperbaikinya.");
    public static readonly Rule ValueUnreadable = new("STA-13", "Nilai “{0}” bukan angka. Tulis misalnya 11,59 atau 11.59; kosongkan barisnya bila angkanya belum terbit.");
    public static readonly Rule ValueAmbiguous = new("STA-14", "Nilai “{0}” dapat dibaca dua cara. Tulis {1} bila ribuan, atau {2} bila desimal.");
    public static readonly Rule BreakdownUnknown = new("STA-15", "Rincian “{0}” tidak dikenal. Tulis perkotaan, perdesaan, laki-laki, perempuan, atau kosongkan.");
    public static readonly Rule ProvisionalUnknown = new("STA-16", "Kolom sementara “{0}” tidak dikenal. Tulis ya, tidak, atau kosongkan.");
    public static readonly Rule RowRepeated = new("STA-17", "Baris ini mengulang indikator, wilayah, periode, dan rincian baris {0}. Hapus salah satunya.");
    public static readonly Rule FileEmpty = new("STA-18", "Berkas ini kosong. Isi baris judul kode_wilayah,tahun,indikator,nilai dan sekurang-kurangnya satu baris angka.");
    public static readonly Rule ColumnMissing = new("STA-19", "Kolom {0} tidak ada di baris judul. Baris pertama harus memuat kode_wilayah, tahun, indikator, dan nilai.");
    public static readonly Rule FileUnreadable = new("STA-20", "Berkas ini bukan CSV. Di Excel, pilih Simpan Sebagai lalu “CSV UTF-8”, dan unggah berkas itu.");
    public static readonly Rule FileTooBig = new("STA-21", "Berkas ini lebih besar dari {0} MB. Bagi menjadi beberapa berkas.");
    public static readonly Rule SourceTooLong = new("STA-22", "Sumber paling panjang {0} huruf.");
    public static readonly Rule TooManyDigits = new("STA-23", "Nilai memuat terlalu banyak angka. Tulis paling banyak 12 angka di depan koma dan 6 di belakangnya.");
}
