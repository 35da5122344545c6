using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>Pagu in million rupiah of the middle year; the years around it follow from it.</summary>
internal sealed record DemoBudget(string SubActivityCode, string SubActivityName, string Output, string Unit, int Target, int CeilingMillion);

/// <summary>Of the families that get anything, which part gets this; 0 for programs that go to places and groups.</summary>
internal sealed record DemoProgramItem(
    string Code, string Name, string Agency, Strategy Strategy, Cluster Cluster, FundingSource Funding, RecipientUnit Unit,
    int DecileFrom, int DecileTo, string Benefit, double FamilyWeight, DemoBudget[] Budgets);

/// <summary>Programs an OPD really has, with invented money.</summary>
internal static class DemoProgramCatalogue
{
    public static IReadOnlyList<DemoProgramItem> Items { get; } =
    [
        new("PKH", "Program Keluarga Harapan", "Dinsos", Strategy.ReduceSpending, Cluster.SocialAssistance, FundingSource.Apbn, RecipientUnit.Household, 1, 4,
            "Bantuan tunai bersyarat, empat tahap setahun", 0.50,
            [new("1.06.05.2.02.0003", "Fasilitasi Bantuan Sosial Kesejahteraan Keluarga", "Keluarga penerima yang didampingi", "keluarga", 6200, 21_400)]),
        new("SEMBAKO", "Bantuan Pangan Nontunai (Sembako)", "Dinsos", Strategy.ReduceSpending, Cluster.SocialAssistance, FundingSource.Apbn, RecipientUnit.Household, 1, 5,
            "Rp200.000 sebulan", 0.62,
            [new("1.06.05.2.02.0002", "Pengelolaan Data Fakir Miskin Cakupan Daerah Kabupaten/Kota", "Keluarga penerima sembako", "keluarga", 7900, 19_000)]),
        new("PBI-JK", "Penerima Bantuan Iuran Jaminan Kesehatan Nasional", "Dinsos", Strategy.ReduceSpending, Cluster.SocialAssistance, FundingSource.Apbn, RecipientUnit.Individual, 1, 5,
            "Iuran jaminan kesehatan, tanpa uang tunai", 0.70,
            [new("1.06.05.2.02.0001", "Pendataan Fakir Miskin Cakupan Daerah Kabupaten/Kota", "Jiwa terdaftar", "jiwa", 21_500, 10_800)]),
        new("PBI-DAERAH", "Jaminan Kesehatan Daerah", "Dinkes", Strategy.ReduceSpending, Cluster.SocialAssistance, FundingSource.ApbdRegency, RecipientUnit.Individual, 1, 5,
            "Iuran jaminan kesehatan dari APBD", 0.10,
            [new("1.02.02.2.02.0026", "Pengelolaan Jaminan Kesehatan Masyarakat", "Jiwa terjamin", "jiwa", 6400, 9_700)]),
        new("PIP", "Program Indonesia Pintar", "Disdikbud", Strategy.ReduceSpending, Cluster.SocialAssistance, FundingSource.Apbn, RecipientUnit.Individual, 1, 4,
            "Bantuan pendidikan menurut jenjang", 0.34,
            [
                new("1.01.02.2.01.0030", "Pembinaan Minat, Bakat, dan Kreativitas Siswa", "Siswa SD penerima", "siswa", 5300, 6_900),
                new("1.01.02.2.02.0041", "Penyediaan Biaya Personil Peserta Didik Sekolah Menengah Pertama", "Siswa SMP penerima", "siswa", 2700, 5_100),
            ]),
        new("BLT-DD", "Bantuan Langsung Tunai Dana Desa", "DPMD", Strategy.ReduceSpending, Cluster.SocialAssistance, FundingSource.VillageFund, RecipientUnit.Household, 1, 2,
            "Rp300.000 sebulan bagi keluarga yang tidak menerima PKH", 0.16,
            [new("2.13.04.2.01.0008", "Fasilitasi Pengelolaan Keuangan Desa", "Keluarga penerima", "keluarga", 1900, 8_300)]),
        new("BAPANG", "Bantuan Pangan Beras", "DKP", Strategy.ReduceSpending, Cluster.SocialAssistance, FundingSource.Apbn, RecipientUnit.Household, 1, 4,
            "Beras 10 kilogram sebulan", 0.38,
            [new("2.09.03.2.03.0004", "Pelaksanaan Pengadaan, Pengelolaan, dan Penyaluran Cadangan Pangan", "Keluarga penerima", "keluarga", 5600, 7_600)]),
        new("PMT", "Pemberian Makanan Tambahan", "Dinkes", Strategy.ReduceSpending, Cluster.SocialAssistance, FundingSource.ApbdRegency, RecipientUnit.Individual, 1, 4,
            "Makanan tambahan bagi balita dan ibu hamil", 0.08,
            [new("1.02.02.2.02.0015", "Pengelolaan Pelayanan Kesehatan Gizi Masyarakat", "Balita dan ibu hamil", "jiwa", 1450, 3_900)]),
        new("ATENSI", "Asistensi Rehabilitasi Sosial", "Dinsos", Strategy.ReduceSpending, Cluster.SocialAssistance, FundingSource.Apbn, RecipientUnit.Individual, 1, 5,
            "Menurut hasil asesmen: lansia, penyandang disabilitas, anak", 0.05,
            [new("1.06.04.2.01.0007", "Pemberian Layanan Rujukan", "Orang terlayani", "jiwa", 620, 2_700)]),
        new("JAMSOSTEK", "Jaminan Sosial Pekerja Rentan", "Disnakertrans", Strategy.ReduceSpending, Cluster.ProPoor, FundingSource.ApbdRegency, RecipientUnit.Individual, 1, 4,
            "Iuran jaminan kecelakaan kerja dan kematian", 0.12,
            [new("2.07.05.2.01.0004", "Pengembangan Pelaksanaan Jaminan Sosial Tenaga Kerja", "Pekerja terlindungi", "orang", 3100, 2_900)]),
        new("CSR-GIZI", "Kemitraan Perbaikan Gizi Anak", "Bappeda", Strategy.ReduceSpending, Cluster.ProPoor, FundingSource.Csr, RecipientUnit.Location, 1, 5,
            "Dapur gizi desa bersama mitra", 0,
            [new("5.01.03.2.02.0004", "Koordinasi Penyusunan Dokumen Perencanaan Pembangunan Bidang Pembangunan Manusia", "Desa terlayani", "desa", 18, 3_000)]),
        new("UEP", "Usaha Ekonomi Produktif", "Diskopukm", Strategy.RaiseIncome, Cluster.MicroEnterprise, FundingSource.ApbdRegency, RecipientUnit.Household, 2, 4,
            "Modal usaha dan peralatan", 0.07,
            [new("2.17.07.2.01.0001", "Pemberdayaan Usaha Mikro melalui Pendataan, Kemitraan, dan Kemudahan Perizinan", "Usaha mikro terbina", "usaha", 540, 4_300)]),
        new("PENA", "Pahlawan Ekonomi Nusantara", "Dinsos", Strategy.RaiseIncome, Cluster.MicroEnterprise, FundingSource.Apbn, RecipientUnit.Household, 1, 4,
            "Modal usaha sekitar Rp5.000.000 menuju graduasi", 0.04,
            [new("1.06.05.2.02.0004", "Fasilitasi Bantuan Pengembangan Ekonomi Masyarakat", "Keluarga penerima modal", "keluarga", 380, 3_600)]),
        new("KUBE", "Kelompok Usaha Bersama", "Dinsos", Strategy.RaiseIncome, Cluster.CommunityEmpowerment, FundingSource.Apbn, RecipientUnit.Group, 1, 3,
            "Rp10.000.000 sampai Rp20.000.000 tiap kelompok", 0.03,
            [new("1.06.02.2.03.0003", "Peningkatan Kemampuan Potensi Sumber Kesejahteraan Sosial Kelembagaan Masyarakat", "Kelompok terbina", "kelompok", 64, 2_200)]),
        new("KUR", "Pendampingan Kredit Usaha Rakyat", "Bagian Perekonomian", Strategy.RaiseIncome, Cluster.MicroEnterprise, FundingSource.Bank, RecipientUnit.Household, 3, 6,
            "Plafon kredit supermikro dengan subsidi bunga", 0.05,
            [new("4.01.03.2.01.0002", "Pengendalian dan Distribusi Perekonomian", "Debitur terdampingi", "keluarga", 450, 2_300)]),
        new("BLK", "Pelatihan Kerja Balai Latihan Kerja", "Disnakertrans", Strategy.RaiseIncome, Cluster.CommunityEmpowerment, FundingSource.ApbdRegency, RecipientUnit.Individual, 1, 5,
            "Pelatihan berbasis kompetensi dan sertifikat", 0.04,
            [new("2.07.03.2.01.0001", "Proses Pelaksanaan Pendidikan dan Pelatihan Keterampilan bagi Pencari Kerja", "Peserta bersertifikat", "orang", 480, 4_800)]),
        new("PKTD", "Padat Karya Tunai Desa", "DPMD", Strategy.RaiseIncome, Cluster.CommunityEmpowerment, FundingSource.VillageFund, RecipientUnit.Individual, 1, 3,
            "Upah harian pekerjaan desa", 0.11,
            [new("2.13.04.2.01.0011", "Pembinaan Peningkatan Kapasitas Aparatur Pemerintah Desa", "Hari orang kerja", "HOK", 36_000, 5_900)]),
        new("SAPRODI", "Bantuan Sarana Produksi Pertanian", "Distan", Strategy.RaiseIncome, Cluster.CommunityEmpowerment, FundingSource.ApbdRegency, RecipientUnit.Group, 1, 5,
            "Benih, pupuk, dan alat bagi kelompok tani", 0.09,
            [new("3.27.02.2.01.0001", "Pengawasan Penggunaan Sarana Pendukung Pertanian Sesuai dengan Komoditas", "Kelompok tani terbantu", "kelompok", 150, 4_600)]),
        new("TERNAK", "Bantuan Bibit Ternak", "Disnak", Strategy.RaiseIncome, Cluster.CommunityEmpowerment, FundingSource.ApbdRegency, RecipientUnit.Household, 1, 4,
            "Dua ekor kambing atau dua puluh ekor ayam", 0.04,
            [new("3.27.02.2.02.0004", "Penjaminan Kemurnian dan Kelestarian Sumber Daya Genetik Hewan", "Keluarga penerima", "keluarga", 310, 3_100)]),
        new("IKAN", "Bantuan Sarana Perikanan", "Diskan", Strategy.RaiseIncome, Cluster.CommunityEmpowerment, FundingSource.ApbdRegency, RecipientUnit.Household, 1, 4,
            "Bibit ikan, pakan, dan jaring", 0.03,
            [new("3.25.04.2.02.0003", "Pemberian Pendampingan dan Kemudahan Akses bagi Pembudi Daya Ikan Kecil", "Keluarga penerima", "keluarga", 260, 2_700)]),
        new("BSPS", "Bantuan Stimulan Perumahan Swadaya", "Disperkim", Strategy.ReducePockets, Cluster.ProPoor, FundingSource.Apbn, RecipientUnit.Household, 1, 4,
            "Rp20.000.000: bahan Rp17.500.000 dan upah Rp2.500.000", 0.03,
            [new("1.04.02.2.03.0001", "Pembangunan Rumah Khusus beserta Prasarana, Sarana, dan Utilitas Umum", "Rumah selesai", "unit", 260, 6_300)]),
        new("RTLH", "Perbaikan Rumah Tidak Layak Huni", "Disperkim", Strategy.ReducePockets, Cluster.ProPoor, FundingSource.ApbdRegency, RecipientUnit.Household, 1, 3,
            "Rp20.000.000 tiap rumah", 0.03,
            [
                new("1.04.03.2.03.0007", "Perbaikan Rumah Tidak Layak Huni untuk Pencegahan Tumbuh dan Berkembangnya Permukiman Kumuh", "Rumah selesai", "unit", 210, 4_500),
                new("1.04.04.2.01.0002", "Verifikasi dan Penyerahan Prasarana, Sarana, dan Utilitas Umum Perumahan", "Rumah terverifikasi", "unit", 640, 900),
            ]),
        new("JAMBAN", "Jambanisasi", "Dinkes", Strategy.ReducePockets, Cluster.ProPoor, FundingSource.ApbdRegency, RecipientUnit.Household, 1, 4,
            "Satu jamban keluarga dengan tangki septik", 0.05,
            [new("1.02.02.2.02.0017", "Pengelolaan Pelayanan Kesehatan Lingkungan", "Jamban terbangun", "unit", 420, 3_400)]),
        new("AIR", "Penyediaan Air Minum Perdesaan", "DPUPR", Strategy.ReducePockets, Cluster.ProPoor, FundingSource.Apbn, RecipientUnit.Location, 1, 5,
            "Jaringan air minum desa", 0,
            [
                new("1.03.03.2.01.0017", "Pembangunan Sistem Penyediaan Air Minum Jaringan Perpipaan di Kawasan Perdesaan", "Sambungan rumah", "sambungan", 900, 8_100),
                new("1.03.05.2.01.0021", "Pembangunan Sistem Pengelolaan Air Limbah Domestik Terpusat Skala Permukiman", "Sambungan rumah", "sambungan", 340, 3_700),
            ]),
        new("LISTRIK", "Sambungan Listrik Keluarga Miskin", "Bagian Perekonomian", Strategy.ReducePockets, Cluster.ProPoor, FundingSource.ApbdProvince, RecipientUnit.Household, 1, 3,
            "Pemasangan 900 VA tanpa biaya", 0.03,
            [new("4.01.03.2.03.0001", "Koordinasi, Sinkronisasi, dan Evaluasi Kebijakan Energi dan Sumber Daya Air", "Keluarga tersambung", "keluarga", 230, 1_500)]),
    ];
}
