using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.EndToEndTests;

/// <summary>
/// The loop of a TKPK on real input, as people do it: areas, figures, programs, the rakor of 20 August 2019 with its papers,
/// and what the wakil bupati reads at the end. Figures: DOMAIN 6.3, BPS; nobody here is a real person.
/// </summary>
public sealed class LampungBaratJourneyTests
{
    private const string Rakor = "Rapat Koordinasi TKPK Kabupaten Lampung Barat Tahun 2019";

    [Fact]
    public async Task From_the_list_of_areas_to_the_screen_of_the_wakil_bupati()
    {
        await using var browser = await BrowserPortal.StartAsync();
        var make = browser.Portal.Make;
        var admin = await browser.SignInAsync((await make.UserAsync(Role.Admin)).UserName!);
        await LoadAreasAsync(admin);
        await ChooseRegencyAsync(admin);

        var secretariat = await browser.SignInAsync((await make.UserAsync(Role.Secretariat)).UserName!);
        await EnterFiguresAsync(secretariat);
        var agencies = new Dictionary<string, Guid>();
        foreach (var (name, shortName) in new[] { ("Badan Perencanaan Pembangunan Daerah", "Bappeda"), ("Dinas Sosial", "Dinsos"), ("Dinas Kesehatan", "Dinkes"), ("Dinas Pemberdayaan Masyarakat dan Pekon", "DPMP") })
            agencies[shortName] = await RegisterAgencyAsync(browser.Portal, secretariat, name, shortName);

        var social = await browser.SignInAsync((await make.UserAsync(Role.AgencyOperator, agencyId: agencies["Dinsos"])).UserName!);
        await RunProgramAsync(social);

        var leader = await browser.SignInAsync((await make.UserAsync(Role.Leader)).UserName!);
        await PlanAsync(secretariat);
        await MinuteAsync(secretariat);
        await ApproveAsync(leader, secretariat.Path());
        await ReportFollowUpAsync(social);
        await ReadPapersAsync(leader);
        await ReadDashboardAsync(leader);
        Assert.Empty(browser.Complaints);
    }

    private static async Task LoadAreasAsync(IPage page)
    {
        var full = Repository.Shared("wilayah-lampung-barat.csv");
        await page.OpenAsync("/wilayah/impor");
        await page.GiveFileAsync("Berkas daftar wilayah", full ?? Repository.Data("wilayah-lampung-barat-kecil.csv"));
        await page.SubmitAsync("Impor daftar wilayah");
        await page.SeesAsync("Daftar wilayah diimpor", full is null ? "29 baru" : "153 baru", "0 baris bermasalah");

        await page.OpenAsync("/wilayah/impor");
        await page.GiveFileAsync("Berkas daftar wilayah", "salah.csv", "nomor;sebutan\n18;Lampung\n");
        await page.SubmitAsync("Impor daftar wilayah");
        Assert.StartsWith("Galat: ", await page.TitleAsync(), StringComparison.Ordinal);
        await page.SeesAsync("Ada masalah", "kode dan nama");
    }

    private static async Task ChooseRegencyAsync(IPage page)
    {
        await page.OpenAsync("/pengaturan");
        await page.ChooseAsync("Kabupaten kami", "18.04 Kabupaten Lampung Barat");
        await page.EnterAsync("Sebutan desa", "pekon");
        await page.EnterAsync("Baris pertama", "PEMERINTAH KABUPATEN LAMPUNG BARAT");
        await page.EnterAsync("Kota pada tanggal surat (jika ada)", "Liwa");
        await page.SubmitAsync("Simpan pengaturan");
        await page.SeesAsync("Pengaturan tersimpan.");
        await AddSignatoryAsync(page, "Kepala Bappeda selaku Sekretaris TKPK", "NAMA PEJABAT UJI, S.E.", "Menandatangani, di kanan", "19700101 199503 1 001");
        await AddSignatoryAsync(page, "Wakil Bupati selaku Ketua TKPK", "NAMA WAKIL UJI", "Mengetahui, di kiri", "");

        foreach (var (name, source) in new[] { ("lampung-barat-kecamatan.geojson", "Batas kecamatan"), ("lampung-barat-desa.geojson", "Batas pekon") })
        {
            if (Repository.Shared(name) is not { } file) continue;
            await page.OpenAsync("/wilayah/impor-batas");
            await page.GiveFileAsync("Berkas batas wilayah", file);
            await page.EnterAsync("Sumber batas", source);
            await page.SubmitAsync("Impor batas wilayah");
            await page.SeesAsync("Batas wilayah diimpor");
        }

        await page.OpenAsync("/wilayah/peta");
        await page.SeesAsync("Peta Kabupaten Lampung Barat", "15 kecamatan");
        await DrawnMap.CheckAsync(page, districts: 15, withBoundaries: Repository.Shared("lampung-barat-kecamatan.geojson") is not null);
    }

    private static async Task AddSignatoryAsync(IPage page, string office, string name, string place, string nip)
    {
        await page.OpenAsync("/pengaturan/penandatangan/tambah");
        await page.EnterAsync("Jabatan", office);
        await page.EnterAsync("Nama lengkap dengan gelar", name);
        await page.EnterAsync("NIP (jika ada)", nip);
        await page.TickAsync(place);
        await page.SubmitAsync("Tambah penandatangan");
        await page.SeesAsync($"{name} tersimpan");
    }

    private static async Task EnterFiguresAsync(IPage page)
    {
        await page.OpenAsync("/statistik/impor");
        await page.GiveFileAsync("Berkas CSV", Repository.Data("kemiskinan-lampung-barat.csv"));
        await page.SubmitAsync("Unggah dan periksa");
        await page.SeesAsync("Pratinjau impor angka", "22 baru", "0 galat");
        await page.SubmitAsync("Simpan 22 angka yang benar");
        await page.SeesAsync("22 angka baru dan 0 perubahan tersimpan");

        await page.OpenAsync("/statistik/nilai/catat");
        await page.ChooseAsync("Indikator", "Persentase penduduk miskin (P0), persen");
        await page.ChooseAsync("Wilayah", "18.04 Kabupaten Lampung Barat");
        await page.EnterAsync("Tahun", "2024");
        await page.EnterAsync("Nilai", "sepuluh koma enam delapan");
        await page.SubmitAsync("Simpan angka");
        Assert.StartsWith("Galat: ", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("2024", await page.GetByLabel("Tahun", new() { Exact = true }).InputValueAsync());
        await page.EnterAsync("Nilai", "10,68");
        await page.SubmitAsync("Simpan angka");
        await page.SeesAsync("tersimpan.");

        await page.OpenAsync("/statistik");
        await page.SeesAsync("Persentase dan jumlah penduduk miskin sama-sama turun: 0,49 poin dan 1.300 jiwa", "lebih rendah daripada Provinsi Lampung (10,69 persen) dan lebih tinggi daripada nasional (9,03 persen)");
        var row = await page.ReadAsync("main table tr:has(th:text-is('2021'))");
        Assert.StartsWith("2021 12,82 – 12,62 –", row, StringComparison.Ordinal);
    }

    private static async Task<Guid> RegisterAgencyAsync(Portal portal, IPage page, string name, string shortName)
    {
        await page.OpenAsync("/opd/daftarkan");
        await page.EnterAsync("Nama OPD", name);
        await page.EnterAsync("Singkatan", shortName);
        await page.EnterAsync("Jabatan kepala", shortName == "Bappeda" ? "Kepala Bappeda" : $"Kepala {name}");
        await page.SubmitAsync("Daftarkan OPD");
        await page.SeesAsync($"{name} tersimpan.");
        await using var db = portal.Open();
        return (await db.Agencies.SingleAsync(a => a.Name == name)).Id;
    }

    private static async Task RunProgramAsync(IPage page)
    {
        await page.OpenAsync("/program/daftarkan");
        await page.EnterAsync("Nama program", "Bantuan sosial keluarga miskin");
        await page.EnterAsync("Kode program", "BANSOS");
        await page.ChooseAsync("OPD penanggung jawab", "Dinas Sosial");
        await page.TickAsync("Pengurangan beban pengeluaran");
        await page.ChooseAsync("Sumber dana", "APBD kabupaten");
        await page.ChooseAsync("Satuan penerima", "keluarga");
        await page.EnterAsync("Desil awal", "1");
        await page.EnterAsync("Desil akhir", "2");
        await page.SubmitAsync("Daftarkan program");
        await page.SeesAsync("Bantuan sosial keluarga miskin tersimpan.");

        await page.FollowAsync("Tambah sub kegiatan");
        await page.EnterAsync("Tahun anggaran", "2025");
        await page.EnterAsync("Kode sub kegiatan", "1.06.05.2.02.0003");
        await page.EnterAsync("Nama sub kegiatan", "Fasilitasi Bantuan Sosial Kesejahteraan Keluarga");
        await page.EnterAsync("Pagu murni", "1.250.000.000");
        await page.EnterAsync("Indikator keluaran", "Keluarga penerima bantuan");
        await page.EnterAsync("Target keluaran", "500");
        await page.EnterAsync("Satuan keluaran", "keluarga");
        await page.SubmitAsync("Simpan sub kegiatan");
        await page.SeesAsync("Sub kegiatan 1.06.05.2.02.0003 tersimpan.", "Pagu Rp1.250.000.000");

        await page.Locator("main a[href$='/realisasi/1']").First.GoAsync();
        await page.EnterAsync("Realisasi keuangan", "2.000.000.000");
        await page.EnterAsync("Realisasi fisik", "25");
        await page.EnterAsync("Penerima", "120");
        await page.SubmitAsync("Simpan realisasi triwulan I tahun 2025");
        await page.SeesAsync("Ada masalah", "melebihi pagu");
        await page.EnterAsync("Realisasi keuangan", "300.000.000");
        await page.SubmitAsync("Simpan realisasi triwulan I tahun 2025");
        await page.SeesAsync("Realisasi triwulan I tersimpan.");
    }

    private static async Task PlanAsync(IPage page)
    {
        await page.OpenAsync("/rakor/rencanakan");
        await page.EnterAsync("Judul rakor", Rakor);
        await page.EnterAsync("Tanggal", "20/08/2019");
        await page.EnterAsync("Jam mulai", "09.00");
        await page.EnterAsync("Tempat", "Aula Bappeda");
        await page.EnterAsync("Jabatan pimpinan rapat", "Wakil Bupati selaku Ketua TKPK");
        await page.EnterAsync("Dibuka oleh (jika ada)", "Wakil Bupati");
        await page.EnterAsync("Nomor undangan (jika ada)", "005/100/TKPK/2019");
        await page.EnterAsync("Tanggal undangan (jika ada)", "12 Agustus 2019");
        await page.EnterAsync("Mata acara (jika ada)", "Ketepatan sasaran antarprogram; Kepala Bappeda\nPenyaluran bantuan sosial; Kepala Dinas Sosial");
        foreach (var agency in new[] { "Badan Perencanaan Pembangunan Daerah", "Dinas Sosial", "Dinas Kesehatan", "Dinas Pemberdayaan Masyarakat dan Pekon" }) await page.TickAsync(agency);
        await page.TickAsync("Semua camat (15 kecamatan)");
        await page.EnterAsync("Undangan lain (jika ada)", "Koordinator Pendamping PKH");
        await page.SubmitAsync("Rencanakan rakor");
        await page.SeesAsync(Rakor, "Undangan sudah dapat dicetak.", "Selasa, 20 Agustus 2019", "Aula Bappeda");
    }

    private static async Task MinuteAsync(IPage page)
    {
        var rakor = page.Path();
        await page.OpenAsync(rakor + "/daftar-hadir");
        await page.EnterAsync(
            "Tempel daftar (jika ada)",
            "Peserta Uji A; Kepala Badan; Bappeda\nPeserta Uji B; Kepala Dinas; Dinas Sosial\nPeserta Uji C; Kepala Dinas; Dinas Kesehatan\nPeserta Uji D; Pendamping PKH; Kecamatan Balik Bukit");
        await page.SubmitAsync("Catat yang hadir");
        await page.SeesAsync("4 orang tercatat hadir.");

        await page.OpenAsync(rakor + "/notulen");
        await page.EnterAsync("1. Ketepatan sasaran antarprogram", "Program OPD belum selaras; data sasaran berbeda-beda.\nPimpinan meminta satu daftar sasaran.");
        await page.EnterAsync("2. Penyaluran bantuan sosial", "Penyaluran dilakukan bertahap bersama pendamping PKH.");
        await page.SubmitAsync("Simpan notulen");
        await page.SeesAsync("Notulen tersimpan, 2 dari 2 mata acara terisi.");

        foreach (var decision in new[] { "Semua OPD memakai satu data sasaran.", "Penyaluran bantuan diawasi bersama camat." })
        {
            await page.OpenAsync(rakor + "/keputusan/tambah");
            await page.EnterAsync("Bunyi keputusan", decision);
            await page.SubmitAsync("Tambah keputusan");
        }

        foreach (var (text, agency, due, output) in new[]
                 {
                     ("Memadankan data penerima PKH", "Dinas Sosial", "30/09/2019", "Daftar padan per pekon"),
                     ("Menyusun daftar sasaran bersama", "Badan Perencanaan Pembangunan Daerah", "31 Oktober 2019", "Daftar sasaran"),
                     ("Mengawasi penyaluran triwulan IV", "Dinas Sosial", "20-12-2019", "Laporan pengawasan"),
                 })
        {
            await page.OpenAsync(rakor + "/tindak-lanjut/tambah");
            await page.EnterAsync("Uraian", text);
            await page.ChooseAsync("OPD penanggung jawab", agency);
            await page.EnterAsync("Tenggat (jika ada)", due);
            await page.EnterAsync("Keluaran", output);
            await page.ChooseAsync("Dasar keputusan", "K 1/2019. Semua OPD memakai satu data sasaran.");
            await page.SubmitAsync("Tambah tindak lanjut");
        }

        await page.SeesAsync("K 2/2019", "RTL 3/2019", "Siap disahkan");
    }

    private static async Task ApproveAsync(IPage leader, string rakor)
    {
        await leader.OpenAsync(rakor);
        await leader.FollowAsync("Baca dan sahkan notulen");
        await leader.SeesAsync("Pimpinan meminta satu daftar sasaran.", "Penyaluran bantuan diawasi bersama camat.");
        await leader.SubmitAsync("Sahkan notulen");
        await leader.SeesAsync("Notulen disahkan.");
    }

    private static async Task ReportFollowUpAsync(IPage social)
    {
        await social.OpenAsync("/tindak-lanjut");
        await social.FollowAsync("Memadankan data penerima PKH");
        await social.Locator("main a[href$='/laporkan']").First.GoAsync();
        await social.TickAsync("Selesai");
        await social.EnterAsync("Catatan (jika ada)", "Daftar padan 15 kecamatan terkirim.");
        await social.SubmitAsync("Kirim laporan");
        await social.SeesAsync("Laporan tersimpan", "Daftar padan 15 kecamatan terkirim.");
    }

    private static async Task ReadPapersAsync(IPage leader)
    {
        await leader.OpenAsync("/laporan");
        foreach (var (format, size) in new[] { ("PDF A4", PrintedPaper.A4), ("PDF F4", PrintedPaper.F4) })
        {
            (await leader.PaperAsync($"{format} notulen {Rakor}, 20 Agustus 2019")).Carries(
                size, "PEMERINTAH KABUPATEN LAMPUNG BARAT", Rakor, "Selasa, 20 Agustus 2019", "Aula Bappeda", "Wakil Bupati", "Kepala Bappeda", "Kepala Dinas Sosial", "4 (empat) orang",
                "Pimpinan meminta satu daftar sasaran.", "K 1/2019", "K 2/2019", "Memadankan data penerima PKH", "20 Desember", "NIP 19700101 199503 1 001");
            (await leader.PaperAsync($"{format} Laporan Tingkat Kemiskinan")).Carries(
                size, "PEMERINTAH KABUPATEN LAMPUNG BARAT", "10,68", "33,43", "10,69", "9,03", "12,82", "563.561", "Halaman 1 dari");
        }
    }

    private static async Task ReadDashboardAsync(IPage leader)
    {
        await leader.OpenAsync("/");
        await leader.SeesAsync(
            "Kemiskinan Kabupaten Lampung Barat dalam satu layar", "10,68 persen", "turun 0,49 poin sejak 2023", "Provinsi 10,69. Nasional 9,03.", "33,43 ribu jiwa", "turun 1.300 jiwa sejak 2023",
            "BPS, Susenas Maret 2024", "Angka survei, bukan hitungan nama.", "Tindak lanjut terlambat 2 dari 3", "1 selesai");
        await leader.Locator("main a[href='/tindak-lanjut?terlambat=true']").First.GoAsync();
        await leader.SeesAsync("Menyusun daftar sasaran bersama", "Mengawasi penyaluran triwulan IV");
        Assert.DoesNotContain("Memadankan data penerima PKH", await leader.ReadAsync(), StringComparison.Ordinal);
    }
}
