using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports;

/// <summary>IMP-01 to 29: the file or a cell; 30 and on: the import as a whole.</summary>
public static class ImportRules
{
    public static readonly Rule FileEmpty = new("IMP-01", "Berkas ini kosong. Pilih berkas yang berisi baris judul dan data.");
    public static readonly Rule HeaderOnly = new("IMP-02", "Berkas hanya berisi baris judul, tanpa data. Isi data di bawah baris judul, lalu unggah lagi.");
    public static readonly Rule Protected = new("IMP-03", "Berkas dilindungi kata sandi, sehingga tidak dapat dibaca. Buka di Excel, hapus kata sandinya lewat Berkas, Info, Proteksi Buku Kerja, simpan, lalu unggah lagi.");
    public static readonly Rule OldWorkbook = new("IMP-04", "Berkas ini buku kerja Excel lama (.xls). Buka di Excel, pilih Simpan Sebagai, jenis Buku Kerja Excel (.xlsx), lalu unggah hasilnya.");
    public static readonly Rule NotAWorkbook = new("IMP-05", "Isi berkas ini bukan buku kerja Excel walaupun namanya berakhiran .xlsx. Buka di Excel, simpan sebagai .xlsx atau CSV, lalu unggah lagi.");
    public static readonly Rule UnknownKind = new("IMP-06", "Jenis berkas ini tidak dikenal. Yang dapat diunggah hanya buku kerja Excel (.xlsx) dan CSV (.csv atau .txt).");
    public static readonly Rule FileTooLarge = new("IMP-07", "Berkas lebih besar dari 200 MB. Bagi menurut kecamatan menjadi beberapa berkas, lalu unggah satu per satu.");
    public static readonly Rule Inflates = new("IMP-08", "Isi berkas ini mengembang jauh melebihi ukuran wajar, sehingga pembacaannya dihentikan. Salin datanya ke buku kerja baru, lalu unggah lagi.");
    public static readonly Rule TooManyRows = new("IMP-09", "Berkas berisi lebih dari 1.048.576 baris. Bagi menurut kecamatan menjadi beberapa berkas, lalu unggah satu per satu.");
    public static readonly Rule FileDamaged = new("IMP-10", "Berkas rusak dan tidak dapat dibaca sampai selesai (sekitar baris {0}). Buka di Excel, simpan ulang, lalu unggah lagi; bila Excel juga menolaknya, minta berkas baru.");
    public static readonly Rule ColumnMissing = new("IMP-11", "Kolom {0} tidak ada dalam berkas ini. Tambahkan kolom itu pada baris judul dan isi datanya, atau minta berkas yang lengkap, lalu unggah lagi.");
    public static readonly Rule NumbersDamaged = new("IMP-12", "{0} dari {1} {2} berakhir angka 0, jauh di atas kewajaran. Excel pernah menyimpannya sebagai angka dan membuang angka terakhirnya, jadi angka yang benar sudah hilang. Minta berkas asli dengan kolom NIK dan KK berformat teks.");

    public static readonly Rule NumberAsFigure = new("IMP-13", "{0} tersimpan sebagai angka, sehingga Excel membuang angka ke-16. Ubah format kolom menjadi Teks, lalu ketik atau salin lagi nomornya dari KTP atau KK.");
    public static readonly Rule NumberScientific = new("IMP-14", "{0} tertulis sebagai pangkat ({1}), jadi angka aslinya sudah hilang. Ubah format kolom menjadi Teks, lalu ketik atau salin lagi nomornya dari KTP atau KK.");
    public static readonly Rule NumberFifteen = new("IMP-15", "{0} hanya 15 angka; yang terakhir tampaknya hilang di Excel. Ubah format kolom menjadi Teks, lalu ketik lagi 16 angka dari KTP atau KK.");
    public static readonly Rule DateUnreadable = new("IMP-16", "{0} “{1}” tidak terbaca sebagai tanggal. Tulis seperti 05/04/1980, 1980-04-05, atau 5 April 1980.");
    public static readonly Rule CodeUnknown = new("IMP-17", "{0} “{1}” tidak dikenal. Isi salah satu: {2}.");
    public static readonly Rule VillageUnknown = new("IMP-18", "Desa “{0}” tidak ada dalam wilayah kerja Anda. Isi kode Kemendagri 10 angka seperti pada menu Wilayah.");
    public static readonly Rule TextTooLong = new("IMP-19", "{0} berisi {1} huruf; paling panjang {2}. Singkatkan isinya.");
    public static readonly Rule CellNeeded = new("IMP-20", "{0} kosong, padahal wajib diisi.");
    public static readonly Rule RowIdInvalid = new("IMP-21", "ID baris berubah atau terpotong. Salin kembali dari hasil unduhan, atau kosongkan bila orang ini belum tercatat.");
    public static readonly Rule ErrorValue = new("IMP-22", "{0} berisi kesalahan rumus Excel ({1}). Ganti dengan isi yang sebenarnya.");
    public static readonly Rule MayNotBeCleared = new("IMP-23", "{0} tidak boleh dikosongkan dengan (kosong). Isi nilainya, atau biarkan selnya tanpa isi agar data lama tetap.");
    public static readonly Rule NothingIdentifies = new("IMP-24", "Baris ini tidak menyebut {0}. Isi paling sedikit salah satunya.");

    /// <summary>Warnings: the value is used after all.</summary>
    public static readonly Rule SymbolsRemoved = new("IMP-25", "{0} memuat gambar atau lambang (emoji); lambangnya dibuang, hurufnya dipakai. Periksa hasilnya.");
    public static readonly Rule ColumnsHidden = new("IMP-26", "Kolom tersembunyi ikut dibaca: {0}. Bila tidak dimaksudkan, hapus kolomnya dari berkas.");
    public static readonly Rule OtherSheets = new("IMP-27", "Hanya lembar “{0}” yang dibaca; lembar lain dilewati: {1}.");
    public static readonly Rule RowsAboveHeader = new("IMP-28", "Baris judul ditemukan pada baris {0}; {1} di atasnya dilewati.");
    public static readonly Rule FormulasUsed = new("IMP-29", "Kolom {0} berisi rumus pada {1}; yang dipakai adalah nilai yang terakhir dihitung Excel. Periksa bahwa nilainya sudah benar.");

    public static readonly Rule WrongState = new("IMP-30", "Langkah ini tidak dapat dilakukan: impor {0}. Muat ulang halaman untuk melihat keadaannya sekarang.");
    public static readonly Rule NothingToSave = new("IMP-31", "Tidak ada baris baru atau berubah yang dapat disimpan.");

    public static readonly Rule OriginNeeded = new("IMP-32", "Tulis {0}: setiap impor mencatat dari siapa datanya dan atas dasar apa dipakai.");
    public static readonly Rule AlreadyExpired = new("IMP-33", "Masa pakai data ini sudah lewat. Minta izin baru kepada pemberi data, atau perbaiki tanggalnya.");
    public static readonly Rule SurveyDateNeeded = new("IMP-34", "Tulis tanggal pendataan, yaitu kapan jawaban dalam berkas ini diambil.");
    public static readonly Rule SurveyInFuture = new("IMP-35", "Tanggal pendataan tidak boleh setelah hari ini.");
    public static readonly Rule ReleaseNeeded = new("IMP-36", "Tulis tanggal rilis desil, seperti tertulis pada surat atau nama rilisnya.");
    public static readonly Rule ProgramNeeded = new("IMP-37", "Pilih program yang penerimanya ada dalam berkas ini.");
    public static readonly Rule GaveUp = new("IMP-38", "Impor terhenti setelah tiga kali dicoba pada langkah {0}. Yang sudah tersimpan tetap utuh. Lanjutkan bila penyebabnya sudah diatasi; catatan teknisnya ada pada catatan portal.");
    public static readonly Rule AskerMayNot = new("IMP-39", "Yang meminta langkah terakhir impor ini tidak lagi berhak mengimpor data keluarga, jadi pekerjaannya dihentikan. Siapa pun yang berhak dapat meneruskannya dengan Coba lagi.");
    public static readonly Rule CancelledBefore = new("IMP-40", "Dibatalkan; tidak ada data yang berubah.");

    /// <summary>41 and on: a family as a whole.</summary>
    public static readonly Rule HeadMissing = new("IMP-41", "Keluarga ini tidak mempunyai kepala keluarga dalam berkas. Isi hubungan Kepala keluarga pada satu anggotanya.");
    public static readonly Rule TwoHeads = new("IMP-42", "Keluarga ini mempunyai lebih dari satu kepala keluarga. Sisakan satu; yang lain diberi hubungan sebenarnya.");
    public static readonly Rule NikTwiceInFile = new("IMP-43", "NIK ini sudah ada pada baris {0} berkas yang sama. Periksa mana yang benar, lalu perbaiki salah satunya.");
    public static readonly Rule CardTwiceInFile = new("IMP-44", "Nomor KK ini sudah dipakai keluarga lain pada baris {0} berkas yang sama. Periksa mana yang benar.");
    public static readonly Rule VillageNeeded = new("IMP-45", "Keluarga ini belum tercatat, jadi kode desanya wajib diisi.");
    public static readonly Rule VillagesDiffer = new("IMP-46", "Baris-baris keluarga ini menyebut desa yang berbeda. Samakan kode desanya.");
    public static readonly Rule HeldElsewhere = new("IMP-47", "Keluarga ini tercatat aktif di {0}, sedangkan berkas menyebut {1}. Bila benar pindah, catat dahulu dengan Pindah desa; bila tidak, perbaiki kode desanya.");
    public static readonly Rule RowIdUnknown = new("IMP-48", "ID baris ini tidak dikenal. Salin kembali dari hasil unduhan, atau kosongkan bila orang ini belum tercatat.");
    public static readonly Rule FamilyUnknown = new("IMP-49", "Tidak ada keluarga aktif dengan NIK atau nomor KK ini. Daftarkan dahulu keluarganya, atau periksa nomornya.");
    public static readonly Rule NameAmbiguous = new("IMP-50", "Ada lebih dari satu keluarga dengan nama kepala keluarga ini. Isi NIK atau nomor KK agar jelas yang mana.");
    public static readonly Rule CardDiffers = new("IMP-51", "NIK dan nomor KK pada baris ini menunjuk keluarga yang berbeda. Periksa keduanya dengan kartu keluarga.");
    public static readonly Rule NewMemberIncomplete = new("IMP-52", "Orang ini belum tercatat, jadi nama, hubungan keluarga, dan jenis kelaminnya wajib diisi.");
    public static readonly Rule FamilyRefused = new("IMP-53", "Keluarga ini ditolak karena baris {0}. Perbaiki baris itu; baris ini sendiri tidak bermasalah.");
    public static readonly Rule DecilesDiffer = new("IMP-54", "Keluarga ini disebut dua kali dengan desil yang berbeda, juga pada baris {0}. Sisakan satu.");
    public static readonly Rule NameNeedsVillage = new("IMP-56", "Nama saja tidak cukup untuk mengenali keluarga. Isi NIK, nomor KK, atau kode desanya.");
    public static readonly Rule NameUnknown = new("IMP-57", "Tidak ada keluarga aktif dengan nama kepala keluarga ini di desa itu. Daftarkan dahulu keluarganya, atau periksa ejaannya.");

    /// <summary>Names and downloads of an import whose time has run out.</summary>
    public static readonly Rule NamesClosed = new("IMP-58", "Masa pakai data impor ini berakhir pada {0}, jadi daftar nama dan unduhannya sudah ditutup. Minta perpanjangan kepada pemberi data, lalu impor kembali berkasnya.");

    /// <summary>70 and on: the centre's answers to proposals.</summary>
    public static readonly Rule ProposalUnknown = new("IMP-70", "Tidak ada usulan dengan nomor ini. Salin nomornya dari lembar pengiriman, misalnya 2026-000123.");
    public static readonly Rule ProposalNotSent = new("IMP-71", "Usulan ini tidak sedang menunggu hasil pusat: tahapnya {0}.");
    public static readonly Rule ProposalApplied = new("IMP-72", "Hasil usulan ini sudah diterapkan ke data keluarga, jadi tidak dapat diganti lagi.");
    public static readonly Rule ProposalNumberUnreadable = new("IMP-73", "Nomor usulan “{0}” tidak terbaca. Tulis seperti 2026-000123.");
    public static readonly Rule ProposalTwice = new("IMP-74", "Usulan ini disebut dua kali dengan hasil yang berbeda, juga pada baris {0}. Sisakan satu.");
    public static readonly Rule ProposalOfOther = new("IMP-76", "Nomor usulan dan NIK atau nomor KK pada baris ini menunjuk keluarga yang berbeda. Periksa keduanya dengan lembar pengiriman.");
    public static readonly Rule ProposalAmbiguous = new("IMP-77", "Ada lebih dari satu usulan terkirim untuk NIK atau nomor KK ini. Isi nomor usulannya.");
    public static readonly Rule NoProposalSent = new("IMP-78", "Tidak ada usulan terkirim untuk NIK atau nomor KK ini. Periksa nomornya, atau isi nomor usulannya.");
    public static readonly Rule AnswerInFuture = new("IMP-81", "Tanggal hasil {0} setelah hari ini.");
    public static readonly Rule ProposalReopened = new("IMP-82", "Penolakan usulan ini tidak dapat diganti: keluarganya sudah punya usulan sejenis yang baru.");

    /// <summary>Warnings: the answer is taken after all.</summary>
    public static readonly Rule ProposalRepeated = new("IMP-75", "Usulan ini sudah disebut pada baris {0} dengan hasil yang sama; dicatat satu kali.");
    public static readonly Rule AcceptedWithoutDecile = new("IMP-79", "Diterima tanpa desil baru, jadi desil keluarga ini tidak berubah. Isi desilnya bila pusat menetapkannya.");
    public static readonly Rule AnswerWithoutReason = new("IMP-80", "Tidak ada alasannya. Keluarga dan desa akan bertanya sebabnya; isi kolom Alasan bila pusat menyebutnya.");

    /// <summary>The page on which a person says what unknown columns are.</summary>
    public static readonly Rule ColumnUnanswered = new("IMP-60", "Kolom “{0}” belum dicocokkan. Pilih isinya, atau pilih Abaikan kolom ini.");
    public static readonly Rule ColumnTwice = new("IMP-61", "“{0}” dipilih untuk dua kolom. Pilih satu, dan abaikan yang lain.");

    /// <summary>A preview that waited for a person too long.</summary>
    public static readonly Rule ExpiredMeanwhile = new("IMP-62", "Masa pakai data ini berakhir pada {0}, jadi impor ini tidak dapat disimpan lagi. Tolak impor ini, minta perpanjangan kepada pemberi data, lalu unggah lagi berkasnya.");

    /// <summary>63 and on: numbers that point to somebody else, and what a download or an upload lacks.</summary>
    public static readonly Rule OtherPerson = new("IMP-63", "NIK atau nomor KK ini sudah dipakai orang lain yang tercatat di {0}: nama dan tanggal lahirnya berbeda. Perbaiki nomornya menurut KTP atau KK; bila orangnya memang sama, perbaiki dahulu nama atau tanggal lahirnya pada data keluarga itu.");
    public static readonly Rule NikOfMember = new("IMP-64", "NIK ini tercatat milik anggota, bukan kepala keluarga, pada keluarga yang sudah ada di {0}. Bila orangnya sama, catat dahulu perubahannya pada data keluarga itu: dijadikan kepala keluarga, atau keluar karena sudah punya KK sendiri. Bila bukan, perbaiki NIK-nya menurut KTP.");
    public static readonly Rule CardOfOtherHead = new("IMP-65", "Nomor KK ini tercatat dengan kepala keluarga lain di {0}. Bila kepala keluarganya berganti, catat dahulu pada data keluarga itu; bila tidak, perbaiki nomornya menurut KK.");
    public static readonly Rule NumberToRetype = new("IMP-66", "{0} masih bertanda tanya, karena Excel pernah menyimpannya sebagai angka sehingga angka aslinya tidak pasti. Hapus isinya, lalu ketik 16 angka dari KTP atau KK.");
    public static readonly Rule FileNeeded = new("IMP-67", "Pilih berkas dahulu.");
}
