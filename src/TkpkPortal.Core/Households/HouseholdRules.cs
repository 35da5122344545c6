using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

public static class HouseholdRules
{
    public const int ReasonLength = 10;
    public const int RevealsPerHour = 60;
    public const int ExportLimit = 50_000;
    public const int OldestAge = 130;

    public static readonly Rule NikLength = new("IDN-01", "NIK harus 16 angka; yang terbaca {0}. Salin dari KTP atau KK.");
    public static readonly Rule NikDay = new("IDN-02", "NIK tidak benar: angka ke-7 dan ke-8 (tanggal lahir) harus 01–31, atau 41–71 untuk perempuan.");
    public static readonly Rule NikMonth = new("IDN-03", "NIK tidak benar: angka ke-9 dan ke-10 (bulan lahir) harus 01–12.");
    public static readonly Rule NikSequence = new("IDN-04", "NIK tidak benar: empat angka terakhir tidak boleh 0000.");
    public static readonly Rule CardLength = new("IDN-05", "Nomor KK harus 16 angka; yang terbaca {0}. Salin dari kartu keluarga.");

    /// <summary>Warnings, not errors: a NIK never changes, so it keeps what was written at first registration.</summary>
    public static readonly Rule NikBirthDiffers = new("IDN-06", "Tanggal lahir {0} berbeda dari yang tersimpan dalam NIK. Cocokkan dengan KTP; NIK sendiri tidak berubah bila tanggal lahir diperbaiki.");
    public static readonly Rule NikSexDiffers = new("IDN-07", "Jenis kelamin {0} berbeda dari yang tersimpan dalam NIK. Cocokkan dengan KTP.");
    public static readonly Rule NikAreaForeign = new("IDN-08", "NIK {0} terbit di luar kabupaten ini. Itu wajar bagi pendatang; periksa bila bukan pendatang.");

    public static readonly Rule RevealReasonShort = new("IDN-09", "Tulis alasan membuka nomor, paling sedikit 10 huruf, misalnya “Mencocokkan dengan KTP saat kunjungan”.");
    public static readonly Rule RevealLimit = new("IDN-10", "Anda sudah membuka nomor 60 kali dalam satu jam terakhir. Tunggu sampai satu jam berlalu, atau minta bantuan rekan.");
    public static readonly Rule NumberInText = new("IDN-11", "Jangan menulis NIK atau nomor KK di isian ini; tulis hanya di isian nomor, agar tersimpan tersandi.");

    public static readonly Rule HeadNeeded = new("KEL-01", "Satu keluarga harus mempunyai tepat satu kepala keluarga. Untuk menggantinya, pakai halaman Ganti kepala keluarga.");
    public static readonly Rule SecondHead = new("KEL-02", "Keluarga ini sudah mempunyai kepala keluarga. Pilih hubungan lain, atau pakai halaman Ganti kepala keluarga.");
    public static readonly Rule NikTwice = new("KEL-03", "NIK ini sudah dipakai anggota lain dalam keluarga ini. Periksa nomornya.");
    public static readonly Rule NikTakenHere = new("KEL-04", "NIK ini sudah tercatat aktif pada keluarga {0}. Bila orangnya sama, keluarkan dahulu dari keluarga itu.");
    public static readonly Rule NikTakenElsewhere = new("KEL-05", "NIK ini sudah tercatat aktif pada keluarga lain. Hubungi sekretariat TKPK untuk menyelesaikannya.");
    public static readonly Rule CardTakenHere = new("KEL-06", "Nomor KK ini sudah tercatat aktif pada keluarga {0}. Buka keluarga itu untuk memperbaikinya.");
    public static readonly Rule CardTakenElsewhere = new("KEL-07", "Nomor KK ini sudah tercatat aktif pada keluarga lain. Hubungi sekretariat TKPK untuk menyelesaikannya.");
    public static readonly Rule HeadMayNotLeave = new("KEL-08", "Kepala keluarga tidak dapat dikeluarkan selagi ada anggota lain. Ganti dahulu kepala keluarganya.");
    public static readonly Rule LastMember = new("KEL-09", "Ini anggota terakhir. Keluarkan keluarganya, bukan anggotanya.");
    public static readonly Rule AlreadyLeft = new("KEL-10", "Keluarga ini sudah keluar dari basis data, jadi datanya tidak dapat diubah lagi.");
    public static readonly Rule MemberAlreadyLeft = new("KEL-11", "Anggota ini sudah keluar dari keluarga, jadi datanya tidak dapat diubah lagi.");
    public static readonly Rule LeavesBeforeBirth = new("KEL-48", "Tanggal keluar tidak boleh sebelum tanggal lahir.");
    public static readonly Rule LeavesInFuture = new("KEL-12", "Tanggal keluar tidak boleh setelah hari ini.");
    public static readonly Rule BirthImpossible = new("KEL-13", "Tanggal lahir tidak boleh setelah hari ini atau lebih dari 130 tahun yang lalu.");
    public static readonly Rule AlreadyHead = new("KEL-14", "Anggota ini sudah menjadi kepala keluarga.");
    public static readonly Rule DecileRange = new("KEL-15", "Desil harus angka 1 sampai 10.");
    public static readonly Rule DecileSourceNeeded = new("KEL-16", "Desil ditetapkan pusat; tulis sumbernya, misalnya DTSEN.");
    public static readonly Rule DecileReleaseInvalid = new("KEL-17", "Tanggal rilis desil tidak boleh setelah hari ini.");
    public static readonly Rule NotFacilitator = new("KEL-18", "Pilih pendamping yang masih aktif.");
    public static readonly Rule AlreadyAssigned = new("KEL-19", "Pendamping ini sudah ditugaskan pada keluarga ini.");
    public static readonly Rule ExportTooLarge = new("KEL-20", "Hasil saringan melebihi 50.000 baris, batas satu unduhan. Persempit wilayah atau desil, lalu unduh lagi.");
    public static readonly Rule VillageVanished = new("KEL-21", "Desa ini tidak berlaku lagi. Pilih desa penggantinya.");
    public static readonly Rule AlreadyInVillage = new("KEL-22", "Keluarga ini sudah tercatat di desa itu. Untuk mengubah alamatnya saja, pakai halaman Perbaiki data keluarga.");
    public static readonly Rule NobodySplits = new("KEL-23", "Belum ada anggota yang dipilih. Pilih hubungan dalam KK baru bagi setiap anggota yang pisah.");
    public static readonly Rule HeadStays = new("KEL-24", "Kepala keluarga tetap di KK lama. Bila ia yang pisah, ganti dahulu kepala keluarganya.");
    public static readonly Rule NewHeadNeeded = new("KEL-25", "KK baru harus mempunyai tepat satu kepala keluarga. Pilih satu di antara anggota yang pisah.");
    public static readonly Rule OtherFamilyUnknown = new("KEL-26", "Tidak ada keluarga aktif dengan nomor KK atau tautan itu di wilayah yang Anda layani. Periksa lagi; keluarga di luar wilayah itu diurus sekretariat TKPK.");
    public static readonly Rule SameFamily = new("KEL-27", "Itu keluarga yang sama. Pilih keluarga lain yang akan digabung ke keluarga ini.");
    public static readonly Rule RelationMissing = new("KEL-28", "Pilih hubungan setiap anggota dengan kepala keluarga, atau nyatakan bahwa ia orang yang sama.");
    public static readonly Rule MergedOnlyByMerging = new("KEL-29", "Alasan “digabung” hanya dicatat oleh halaman Gabung keluarga. Pilih alasan lain.");
    public static readonly Rule PregnantMan = new("KEL-30", "Kehamilan hanya dicatat untuk perempuan. Periksa jenis kelamin, atau kosongkan isian ini.");
    public static readonly Rule ImportExpired = new("KEL-31", "Data keluarga ini hanya dikenal dari impor nomor {0} yang masa pakainya berakhir pada {1}, jadi tidak dapat dibuka lagi. Minta perpanjangan kepada pemberi data, lalu impor kembali berkasnya.");
}
