namespace TkpkPortal.Web.Pages.Help;

public sealed record HelpTopic(string Purpose, IReadOnlyList<string> Steps);

/// <summary>Short help for each menu, by its route; docs/panduan holds the long one.</summary>
public static class HelpTopics
{
    private static readonly Dictionary<string, HelpTopic> ByRoute = new()
    {
        ["/"] = new("Pekerjaan Anda dan keadaan kabupaten dalam satu halaman.",
            ["Setiap angka menyebut sumber dan periodenya.", "Angka yang bergaris bawah membuka daftar di baliknya, sejauh peran Anda membolehkan."]),
        ["/keluarga"] = new("Daftar keluarga di wilayah kerja Anda, dengan desil, anggota, dan bantuan yang diterima.",
            ["Saring menurut desa dan desil, lalu buka profilnya.", "NIK dan nomor KK tertutup. Membukanya memerlukan alasan, dan pembukaan itu tercatat.", "Keluarga tidak dihapus: keluarga keluar dari daftar dengan alasan.", "Belum padan memuat orang tanpa NIK dan keluarga tanpa nomor KK, per desa.", "Kondisi berasal dari pendataan; desil hanya dari berkas pusat, lewat Impor."]),
        ["/usulan"] = new("Keluarga yang diusulkan masuk, diperbaiki, dipindahkan, atau keluar dari data, sampai hasil pusat.",
            ["Isi draf selangkah demi selangkah; setiap langkah tersimpan walaupun belum lengkap.", "Halaman Periksa menunjukkan yang masih kurang dan membuka isiannya.", "Setelah diajukan isinya terkunci. Yang diajukan lewat batas masuk periode berikutnya.", "Usulan yang dikembalikan membawa alasan; perbaiki, lalu ajukan lagi."]),
        ["/musyawarah"] = new("Musyawarah desa atau kelurahan: usulan dibahas di muka umum, lalu berjalan menurut hasilnya.",
            ["Pilih usulan yang menunggu, catat yang hadir, tulis hasil dan alasannya.", "Cetak berita acara, tanda tangani, lalu unggah salinannya.", "Menutup musyawarah memindahkan semua usulan sekaligus dan mengunci isinya."]),
        ["/usulan/tugas"] = new("Usulan yang menunggu peran Anda: yang lewat batas lebih dahulu, lalu yang paling lama menunggu.",
            ["Pilih kelompok tugas, lalu buka usulannya untuk memeriksa isian dan buktinya.", "Centang beberapa usulan untuk memverifikasi, mengembalikan, atau mengesahkannya sekaligus; yang ditolak aturan dilaporkan satu per satu.", "Permintaan tentang data sendiri harus dijawab dalam 3 x 24 jam."]),
        ["/usulan/papan"] = new("Jumlah usulan menurut periode, tahap, dan wilayah, tanpa nama.",
            ["Pilih periode; hitung mundur menunjukkan batas tiap meja.", "Pilih nama kecamatan untuk melihat desanya.", "Unduhan memuat setiap desa dan setiap tahap."]),
        ["/periode"] = new("Batas tanggal tiap meja dalam satu periode pemutakhiran, dan aturan musyawarah.",
            ["Aturan setiap bulan berlaku kecuali bulan itu diatur sendiri.", "Yang diajukan sesudah batas pengajuan masuk periode berikutnya."]),
        ["/impor"] = new("Berkas Excel dan CSV yang masuk ke basis data keluarga: P3KE, daftar desil, penerima program, dan templat portal.",
            ["Unggah berkasnya beserta asal dan dasar hukumnya; portal membacanya di belakang layar.", "Tinjau pratinjau: tidak ada data yang berubah sebelum Anda menyimpannya.", "Baris galat tidak ikut masuk. Unduh, perbaiki, lalu unggah lagi.", "Impor dapat dibatalkan selama keluarganya belum diubah orang lain."]),
        ["/program"] = new("Program bantuan tiap OPD, pagunya, dan realisasinya per triwulan.",
            ["Buka program, lalu isi pagu sub kegiatan untuk satu tahun.", "Realisasi bersifat kumulatif sejak Januari.", "Realisasi tidak boleh melebihi pagu; isi pagu perubahan lebih dahulu."]),
        ["/rakor"] = new("Rapat koordinasi: undangan, daftar hadir, pembahasan, keputusan, dan tindak lanjut.",
            ["Kerjakan menurut urutan pada halaman rakor.", "Pengesahan mengunci kata-kata notulen.", "Rakor berikutnya dibuka dengan tindak lanjut yang belum selesai."]),
        ["/tindak-lanjut"] = new("Tindak lanjut rakor: OPD mana mengerjakan apa, sampai kapan.",
            ["Laporkan keadaan tindak lanjut OPD Anda beserta catatannya.", "Tindak lanjut yang lewat tenggat bertanda Terlambat."]),
        ["/statistik"] = new("Persentase dan jumlah penduduk miskin, dibandingkan dengan kabupaten lain, provinsi, nasional, dan target.",
            ["Baca persentase dan jumlah bersama-sama: persentase dapat turun ketika jumlah bertambah.", "Angka janggal ditandai, tidak ditolak; periksa ke sumbernya."]),
        ["/keluarga-per-desa"] = new("Jumlah keluarga per desa dan desil, tanpa nama.", ["Angka ini berasal dari basis data keluarga, bukan dari survei BPS.", "Pergerakan desil membandingkan dua rilis; profil desa dapat dicetak satu lembar."]),
        ["/laporan"] = new("Surat dan laporan yang siap cetak.", ["Pilih kertas A4 atau F4.", "Kop surat, lambang, dan penandatangan diatur di menu Pengaturan."]),
        ["/wilayah"] = new("Provinsi, kabupaten, kecamatan, dan desa menurut kode Kemendagri, beserta petanya.",
            ["Impor ulang memperbarui nama; catatan yang menunjuk wilayah itu tetap.", "Wilayah tanpa batas digambar sebagai petak."]),
        ["/opd"] = new("Perangkat daerah yang memiliki program atau tindak lanjut.", ["OPD tidak dihapus: nonaktifkan bila digabung atau dibubarkan."]),
        ["/mitra"] = new("Mitra di luar pemerintah: dunia usaha, perbankan, perguruan tinggi, LSM, dan kelompok masyarakat.", ["Catat bagian yang dapat dihubungi, bukan nama pribadi."]),
        ["/pengguna"] = new("Siapa boleh masuk, dengan peran dan wilayah kerja apa.",
            ["Undang dengan tautan sekali pakai.", "Perubahan peran atau penonaktifan berlaku pada halaman berikutnya yang dibuka orang itu."]),
        ["/jejak"] = new("Siapa melakukan apa dan kapan.", ["Saring menurut nama, perbuatan, jenis, dan tanggal.", "Periksa keutuhan menemukan jejak yang diubah langsung di basis data."]),
        ["/pengaturan"] = new("Kabupaten kami, sebutan wilayah, zona waktu, kop surat, lambang, penandatangan, batas, dan target.", ["Setiap perubahan berlaku untuk seluruh portal dan tercatat di Jejak."]),
    };

    public static HelpTopic? Of(string route) => ByRoute.GetValueOrDefault(route);
}
