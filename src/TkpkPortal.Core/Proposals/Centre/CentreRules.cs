using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Centre;

/// <summary>Sending approved proposals to the centre, and writing what it accepted to the records.</summary>
public static class CentreRules
{
    /// <summary>Proposals that one dispatch takes.</summary>
    public const int MostSent = 2_000;

    /// <summary>Proposals applied in one go: each is a transaction of its own, and a person waits.</summary>
    public const int MostApplied = 500;

    public static readonly Rule NothingChosen = new("KRM-01", "Belum ada usulan yang dipilih. Centang sekurangnya satu, atau pakai tombol untuk semua usulan dalam daftar.");
    public static readonly Rule NothingWaits = new("KRM-02", "Tidak ada usulan yang menunggu langkah ini menurut saringan Anda. Muat ulang halaman untuk melihat keadaan terbaru.");
    public static readonly Rule OwnDataStaysHere = new("KRM-03", "Permintaan atas data sendiri tidak dikirim ke SIKS-NG; perbaikannya langsung diterapkan.");
    public static readonly Rule TooManyAtOnce = new("KRM-04", "Paling banyak {0} usulan sekali jalan. Persempit saringan menurut kecamatan atau desa, lalu ulangi.");
    public static readonly Rule ListTooLong = new("KRM-05", "Daftar ini melebihi 50.000 baris, batas satu unduhan. Persempit saringannya, lalu unduh lagi.");
}
