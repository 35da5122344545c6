using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>What a draft lacks before it can be handed in, and what keeps one from being begun.</summary>
public static class DraftRules
{
    public const int ExportLimit = 50_000;
    public const int ShortestSearch = 3;

    public static readonly Rule FamilyNeeded = new("DRF-01", "Pilih dahulu keluarga yang diusulkan.");
    public static readonly Rule FamilyGone = new("DRF-02", "Keluarga ini tidak lagi tercatat di desa pengusul. Batalkan usulan ini; desa yang baru dapat mengusulkannya.");
    public static readonly Rule AddressNeeded = new("DRF-03", "Alamat wajib diisi, misalnya Jalan Melati 3 atau nama kampung.");
    public static readonly Rule OneHead = new("DRF-04", "Tepat satu anggota harus menjadi kepala keluarga; sekarang {0}.");
    public static readonly Rule NameNeeded = new("DRF-05", "Nama lengkap wajib diisi.");
    public static readonly Rule RelationNeeded = new("DRF-06", "Pilih hubungan dengan kepala keluarga.");
    public static readonly Rule SexNeeded = new("DRF-07", "Pilih jenis kelamin.");
    public static readonly Rule DateUnreadable = new("DRF-08", "{0} tidak terbaca. Tulis tanggal, bulan, dan tahun, misalnya 27/03/1984.");
    public static readonly Rule TooLong = new("DRF-09", "{0} paling panjang {1} huruf.");
    public static readonly Rule NobodyStays = new("DRF-10", "Semua anggota ditandai keluar. Bila seluruh keluarga keluar, batalkan draf ini dan buat Usul keluar.");
    public static readonly Rule LeaveReasonNeeded = new("DRF-11", "Pilih alasan keluar.");
    public static readonly Rule LeaveDateNeeded = new("DRF-12", "Tanggal keluar wajib diisi, misalnya 27/03/2026.");
    public static readonly Rule DestinationNeeded = new("DRF-13", "Pilih desa atau kelurahan tujuan.");
    public static readonly Rule GroundNeeded = new("DRF-14", "Pilih pokok sanggahan.");
    public static readonly Rule InformantNeeded = new("DRF-15", "Tulis nama orang yang menyanggah atau meminta. Namanya tidak dicetak.");
    public static readonly Rule IdentityCardUnanswered = new("DRF-16", "Jawab apakah petugas sudah melihat KTP.");
    public static readonly Rule FamilyCardUnanswered = new("DRF-17", "Jawab apakah petugas sudah melihat Kartu Keluarga.");
    public static readonly Rule GroundsNeeded = new("DRF-18", "Tulis alasan usulan ini dengan kata-kata desa sendiri.");
    public static readonly Rule NikHere = new("DRF-19", "NIK ini sudah terdaftar di {0}. Gunakan Perbaikan data pada keluarga itu.");
    public static readonly Rule CardHere = new("DRF-20", "Nomor KK ini sudah terdaftar di {0}. Gunakan Perbaikan data pada keluarga itu.");
    public static readonly Rule NobodyYet = new("DRF-21", "Belum ada anggota. Tambahkan sekurangnya kepala keluarga.");
    public static readonly Rule ExportTooLarge = new("DRF-22", "Hasil saringan melebihi 50.000 baris, batas satu unduhan. Persempit wilayah, tahap, atau periode, lalu unduh lagi.");
    public static readonly Rule SearchTooShort = new("DRF-23", "Tulis sekurangnya tiga huruf nama kepala keluarga, atau 16 angka nomor KK atau NIK.");
    public static readonly Rule VillageForSearch = new("DRF-24", "Pilih desa dahulu untuk mencari menurut nama.");
    public static readonly Rule NumberUnreadable = new("DRF-29", "Tulis nomor usulan, misalnya 2026-000123. Nama tidak dicari di sini.");
    public static readonly Rule VillageNeeded = new("DRF-27", "Pilih desa atau kelurahan yang mengusulkan.");

    /// <summary>A warning: the centre matches by NIK.</summary>
    public static readonly Rule HeadWithoutNik = new("DRF-28", "Kepala keluarga belum punya NIK. Pusat biasanya menolak usulan tanpa NIK; anjurkan perekaman KTP.");
}
