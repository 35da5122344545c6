using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>When a follow-up is due: days after its rakor, or days from today (negative is past), so that the late ones stay late by as much.</summary>
internal readonly record struct DemoDue(int? AfterMeeting, int? FromToday)
{
    public static DemoDue After(int days) => new(days, null);

    public static DemoDue Today(int days) => new(null, days);
}

internal sealed record DemoFollowUp(string Text, string Agency, DemoDue Due, string Output, FollowUpStatus Status, string? Note = null);

internal sealed record DemoMeeting(int DaysFromToday, string Place, (string Title, string? Speaker, string? Discussion)[] Agenda, string[] Decisions, DemoFollowUp[] FollowUps, string? Conclusion);

/// <summary>Six rakor over two years, the last one planned. Places are relative to today, so that a demo never looks abandoned.</summary>
internal static class DemoMeetingCatalogue
{
    private const string Bappeda = "Kepala Bappeda selaku Sekretaris TKPK";
    private const string Dinsos = "Kepala Dinas Sosial";

    public static IReadOnlyList<DemoMeeting> Items { get; } =
    [
        new(-610, "Aula Bappeda Kabupaten Contoh",
            [
                ("Tindak lanjut rakor sebelumnya", Bappeda, "Seluruh tindak lanjut tahun lalu telah dilaporkan; dua di antaranya dilanjutkan tahun ini."),
                ("Keadaan kemiskinan dan sasaran keluarga desil 1 dan 2", Bappeda, "Kecamatan Teratai, Sakura, dan Flamboyan memuat keluarga sasaran terbanyak."),
                ("Pemutakhiran basis data keluarga oleh desa", Dinsos, "Desa meminta contoh berita acara musyawarah dan jadwal yang tetap."),
            ],
            ["Pemutakhiran basis data keluarga dilakukan setiap bulan oleh desa dan diperiksa kecamatan.", "Setiap perangkat daerah menunjuk satu petugas pelaporan."],
            [
                new("Menerbitkan jadwal pemutakhiran basis data keluarga", "Dinsos", DemoDue.After(30), "Surat edaran jadwal", FollowUpStatus.Done, "Surat edaran terbit dan dikirim ke semua kecamatan."),
                new("Melatih operator seluruh desa dan kelurahan", "DPMD", DemoDue.After(60), "Daftar hadir pelatihan", FollowUpStatus.Done, "Pelatihan empat angkatan selesai."),
                new("Menunjuk petugas pelaporan pada setiap perangkat daerah", "Bappeda", DemoDue.After(21), "Daftar petugas pelaporan", FollowUpStatus.Done, "Daftar 25 petugas diterima."),
                new("Menyusun contoh berita acara musyawarah desa", "DPMD", DemoDue.After(45), "Contoh berita acara", FollowUpStatus.Done, "Contoh dibagikan dan dipakai semua desa."),
                new("Memadankan NIK keluarga desil 1", "Disdukcapil", DemoDue.After(75), "Hasil pemadanan", FollowUpStatus.Done, "Hasil pemadanan diserahkan."),
                new("Menyediakan jaringan internet kantor desa terpencil", "Diskominfo", DemoDue.After(90), "Daftar desa tersambung", FollowUpStatus.Transferred, "Dilanjutkan sebagai program tahun berikut."),
            ],
            "Data keluarga menjadi acuan bersama seluruh program penanggulangan kemiskinan."),
        new(-490, "Aula Bappeda Kabupaten Contoh",
            [
                ("Tindak lanjut rakor sebelumnya", Bappeda, "Lima dari enam tindak lanjut selesai."),
                ("Serapan anggaran menurut strategi", Bappeda, "Serapan strategi pengurangan beban pengeluaran paling tinggi; peningkatan pendapatan tertinggal."),
                ("Rumah tidak layak huni dan sanitasi", "Kepala Dinas Perumahan dan Kawasan Permukiman", "Data rumah tidak layak huni berbeda antara desa dan perangkat daerah."),
            ],
            ["Perangkat daerah melaporkan realisasi paling lambat tanggal 10 sesudah triwulan berakhir.", "Satu daftar rumah tidak layak huni dipakai bersama."],
            [
                new("Menggabungkan daftar rumah tidak layak huni dari desa", "Disperkim", DemoDue.After(60), "Daftar gabungan", FollowUpStatus.Done, "Daftar gabungan selesai diverifikasi."),
                new("Menyampaikan kendala pengadaan bahan jambanisasi", "Dinkes", DemoDue.After(30), "Surat penjelasan", FollowUpStatus.Done, "Surat diterima dan dibahas."),
                new("Mendata anak tidak sekolah per desa", "Disdikbud", DemoDue.After(75), "Daftar anak tidak sekolah", FollowUpStatus.Done, "Daftar dari semua desa terkumpul."),
                new("Menyusun daftar lokasi prioritas tahun berikut", "Bappeda", DemoDue.After(90), "Rancangan keputusan bupati", FollowUpStatus.Done, "Keputusan ditetapkan."),
                new("Memetakan desa rawan pangan", "DKP", DemoDue.After(60), "Peta desa rawan pangan", FollowUpStatus.Done, "Peta dibagikan kepada kecamatan."),
                new("Verifikasi 85 rumah tidak layak huni di Kecamatan Seruni", "Disperkim", DemoDue.Today(-64), "Berita acara verifikasi", FollowUpStatus.InProgress, "Baru 38 rumah terverifikasi; petugas dialihkan sementara."),
            ],
            "Keterlambatan laporan menjadi bahan pembahasan pada setiap rakor."),
        new(-365, "Ruang Rapat Utama Sekretariat Daerah",
            [
                ("Tindak lanjut rakor sebelumnya", Bappeda, "Verifikasi rumah tidak layak huni belum selesai."),
                ("Perkembangan kemiskinan menurut BPS", "Kepala Badan Pusat Statistik Kabupaten Contoh", "Persentase penduduk miskin turun, sedangkan jumlahnya naik karena penduduk bertambah."),
                ("Keluarga sasaran yang belum tersentuh program", Dinsos, "Bagian terbesar berada di Kecamatan Teratai dan Sakura."),
                ("Rencana aksi tahunan", Bappeda, "Perangkat daerah diminta mengisi lokasi dan sasaran setiap kegiatan."),
            ],
            ["Keluarga desil 1 yang belum tersentuh menjadi sasaran pertama seluruh program.", "Rencana aksi tahunan memuat lokasi sampai desa."],
            [
                new("Mengisi lokasi desa dalam rencana aksi tahunan", "Bappeda", DemoDue.After(60), "Rencana aksi tahunan", FollowUpStatus.Done, "Rencana aksi ditetapkan."),
                new("Menambah petugas verifikasi lapangan", "Dinsos", DemoDue.After(45), "Surat tugas", FollowUpStatus.Done, "Dua belas petugas bertugas."),
                new("Pendataan sanitasi dua belas kecamatan", "Dinkes", DemoDue.Today(-41), "Laporan pendataan", FollowUpStatus.InProgress, "Sembilan kecamatan selesai."),
                new("Pelatihan pemasaran kelompok usaha bersama", "Diskopukm", DemoDue.Today(-22), "Laporan pelatihan", FollowUpStatus.Stuck, "Anggaran pelatihan menunggu perubahan APBD."),
                new("Menyelesaikan kartu jaminan kesehatan keluarga desil 1", "Dinkes", DemoDue.After(80), "Daftar kartu aktif", FollowUpStatus.Done, "Kartu keluarga desil 1 aktif."),
                new("Menetapkan desa sasaran air minum", "DPUPR", DemoDue.After(70), "Daftar desa", FollowUpStatus.Done, "Tiga belas desa ditetapkan."),
            ],
            "Kenaikan jumlah penduduk miskin harus dijelaskan bersama angka persentasenya."),
        new(-240, "Aula Bappeda Kabupaten Contoh",
            [
                ("Tindak lanjut rakor sebelumnya", Bappeda, "Tiga tindak lanjut melewati tenggat."),
                ("Serapan anggaran tahun lalu", "Kepala Badan Keuangan dan Aset Daerah", "Ketiga strategi berakhir di bawah target serapan 95 persen."),
                ("Anak tidak sekolah", "Kepala Dinas Pendidikan dan Kebudayaan", "Data anak tidak sekolah belum dipadankan dengan data pokok pendidikan."),
            ],
            ["Usulan perubahan pagu diutamakan untuk Kecamatan Teratai, Sakura, Flamboyan, dan Seruni."],
            [
                new("Memadankan data anak tidak sekolah dengan data pokok pendidikan", "Disdikbud", DemoDue.Today(-38), "Daftar padan per desa", FollowUpStatus.Stuck, "Hak akses data pokok belum diberikan."),
                new("Menyusun usulan perubahan pagu jambanisasi", "Dinkes", DemoDue.Today(-30), "Usulan perubahan pagu", FollowUpStatus.NotStarted),
                new("Bedah rumah tahap pertama di Kecamatan Flamboyan", "Disperkim", DemoDue.Today(-17), "Berita acara serah terima", FollowUpStatus.InProgress, "Empat belas dari dua puluh rumah selesai."),
                new("Menyalurkan modal usaha bagi 120 keluarga", "Dinsos", DemoDue.After(90), "Daftar penerima", FollowUpStatus.Done, "Modal tersalur kepada 118 keluarga."),
                new("Menetapkan upah padat karya tunai desa", "DPMD", DemoDue.After(40), "Keputusan", FollowUpStatus.Done, "Keputusan terbit."),
                new("Menyusun laporan pelaksanaan tahun lalu", "Bappeda", DemoDue.After(75), "Laporan pelaksanaan", FollowUpStatus.Done, "Laporan dikirim ke provinsi."),
            ],
            "Perangkat daerah dengan tindak lanjut terlambat menyampaikan penjelasan tertulis."),
        new(-118, "Aula Bappeda Kabupaten Contoh",
            [
                ("Tindak lanjut rakor sebelumnya", Bappeda, "Enam tindak lanjut melewati tenggat; pimpinan rapat meminta penjelasan tertulis."),
                ("Perkembangan kemiskinan dan keluarga belum tersentuh", Bappeda, "Jarak tingkat kemiskinan kabupaten terhadap provinsi melebar."),
                ("Pengecekan lapangan keluarga belum tersentuh", Dinsos, "Pendamping memerlukan daftar keluarga per desa."),
                ("Kemitraan dunia usaha", "Kepala Bagian Perekonomian dan Sumber Daya Alam", "Dua mitra menyanggupi perbaikan rumah dan sambungan listrik."),
            ],
            ["Pengecekan lapangan keluarga belum tersentuh dimulai dari Kecamatan Teratai.", "Mitra dunia usaha memakai daftar keluarga sasaran yang sama."],
            [
                new("Menuntaskan pengecekan lapangan keluarga belum tersentuh di Kecamatan Teratai", "Dinsos", DemoDue.Today(24), "Daftar hasil cek lapangan", FollowUpStatus.InProgress, "Delapan dari sembilan desa sudah dicek."),
                new("Menambah 120 unit jamban pada perubahan APBD untuk Kecamatan Sakura dan Teratai", "Dinkes", DemoDue.Today(45), "Usulan perubahan pagu", FollowUpStatus.InProgress, "Usulan dibahas bersama tim anggaran."),
                new("Menyerahkan daftar desa sasaran kepada mitra dunia usaha", "Bagian Perekonomian", DemoDue.Today(-9), "Daftar desa sasaran", FollowUpStatus.NotStarted),
                new("Jemput bola perekaman NIK di tiga desa", "Disdukcapil", DemoDue.Today(18), "Laporan perekaman", FollowUpStatus.InProgress, "Dua desa selesai."),
                new("Menyusun rencana pelatihan kerja tahun depan", "Disnakertrans", DemoDue.Today(60), "Rencana pelatihan", FollowUpStatus.NotStarted),
                new("Menyalurkan bibit ternak bagi keluarga desil 2", "Disnak", DemoDue.Today(-12), "Daftar penerima", FollowUpStatus.InProgress, "Pengadaan bibit selesai, penyaluran berjalan."),
                new("Menyampaikan penjelasan tertulis tindak lanjut yang terlambat", "Disperkim", DemoDue.Today(30), "Surat penjelasan", FollowUpStatus.NotStarted),
            ],
            "Seluruh perangkat daerah memakai daftar keluarga sasaran yang sama."),
        new(15, "Aula Bappeda Kabupaten Contoh",
            [
                ("Tindak lanjut rakor sebelumnya", Bappeda, null),
                ("Perkembangan kemiskinan dan keluarga yang belum tersentuh program", Bappeda, null),
                ("Serapan anggaran menurut strategi", "Kepala Badan Keuangan dan Aset Daerah", null),
                ("Lain-lain", null, null),
            ],
            [], [], null),
    ];
}
