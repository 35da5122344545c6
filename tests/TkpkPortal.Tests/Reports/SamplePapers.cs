using Microsoft.AspNetCore.Components;
using TkpkPortal.Web.Reports;

namespace TkpkPortal.Tests.Reports;

/// <summary>Invented papers of a fictional regency.</summary>
internal static class SamplePapers
{
    public const string Nip = "990101019901011001";

    public static readonly Letterhead Bappeda = new()
    {
        Government = "PEMERINTAH KABUPATEN CONTOH",
        Agency = "BADAN PERENCANAAN PEMBANGUNAN DAERAH",
        Address = "Jalan Contoh Nomor 1, Kota Contoh 00000",
        Phone = "(0700) 000 000",
        Website = "bappeda.contoh.example",
        Email = "bappeda@contoh.example",
    };

    public static readonly Signatory Secretary = new()
    {
        Office = "Kepala Bappeda",
        Capacity = "Sekretaris TKPK",
        Name = "NAMA PEJABAT CONTOH, S.E., M.Si.",
        Rank = "Pembina Utama Muda (IV/c)",
        Nip = Nip,
    };

    public static readonly Signatory DeputyRegent = new() { Office = "Wakil Bupati Contoh", Capacity = "Ketua TKPK", Name = "NAMA WAKIL BUPATI CONTOH" };

    public static Signatures Signed { get; } = new() { Place = "Kota Contoh", Date = new DateOnly(2026, 3, 12), Signer = Secretary };

    public static InvitationPaper Invitation(int recipients = 4) => new()
    {
        Letterhead = Bappeda,
        Number = "005/123/TKPK/2026",
        Recipients = [.. Enumerable.Range(1, recipients).Select(i => $"Kepala Perangkat Daerah Contoh {i}")],
        Opening = PaperWording.Fill(PaperWording.InvitationOpening, "Kabupaten Contoh", 2026),
        MeetingDate = new DateOnly(2026, 3, 12),
        Start = new TimeOnly(9, 0),
        Zone = "WIB",
        Venue = "Aula Bappeda Kabupaten Contoh",
        MeetingName = "Rapat Koordinasi TKPK Kabupaten Contoh Triwulan I Tahun 2026",
        Agenda = ["Tindak lanjut rakor triwulan IV tahun 2025", "Perkembangan kemiskinan"],
        Speakers = ["Kepala Bappeda", "Kepala Dinas Sosial"],
        CopyRecipients = ["Bupati Contoh (sebagai laporan)", "Inspektur Kabupaten Contoh"],
        Signatures = Signed with { Date = new DateOnly(2026, 3, 5) },
        IsSample = true,
    };

    public static AttendancePaper Attendance(int people = 5, int blank = 3) => new()
    {
        Letterhead = Bappeda,
        MeetingName = "Rapat Koordinasi TKPK Kabupaten Contoh Triwulan I Tahun 2026",
        Date = new DateOnly(2026, 3, 12),
        Start = new TimeOnly(9, 0),
        End = new TimeOnly(11, 45),
        Zone = "WIB",
        Venue = "Aula Bappeda Kabupaten Contoh",
        People = [.. Enumerable.Range(1, people).Select(i => new AttendanceRow($"Nama Contoh {i}", "Kepala Dinas", $"Dinas Contoh {i}", i % 2 == 0 ? "P" : "L", "0800 0000 000"))],
        BlankRows = blank,
        Signatures = Signed,
        IsSample = true,
    };

    public static MinutesPaper Minutes(int followUps = 4, string? closing = PaperWording.MinutesClosing) => new()
    {
        Letterhead = Bappeda,
        Number = "000.7/123/TKPK/2026",
        MeetingName = "Rapat Koordinasi TKPK Kabupaten Contoh Triwulan I Tahun 2026",
        Date = new DateOnly(2026, 3, 12),
        Start = new TimeOnly(9, 0),
        End = new TimeOnly(11, 45),
        Zone = "WIB",
        Venue = "Aula Bappeda Kabupaten Contoh",
        Chair = "Wakil Bupati Contoh selaku Ketua TKPK",
        Speakers = ["Kepala Bappeda", "Kepala Dinas Sosial"],
        NoteTaker = "Rini Contoh, Sekretariat TKPK",
        ParticipantCount = 38,
        Items =
        [
            new MinutesItem("Tindak lanjut rakor triwulan IV tahun 2025",
                [new MinutesRemark("Kepala Bappeda", "Dari 31 tindak lanjut rakor sebelumnya, 14 telah selesai, 8 berjalan, dan 9 melewati tenggat. Pimpinan rapat meminta perangkat daerah menyampaikan kendala secara tertulis.")]),
            new MinutesItem("Perkembangan kemiskinan dan keluarga yang belum tersentuh program",
                [new MinutesRemark(null, "Persentase penduduk miskin turun dari 11,72 persen (2024) menjadi 11,61 persen (2025), sedangkan jumlah penduduk miskin naik dari 37,98 ribu jiwa menjadi 38,12 ribu jiwa.\nDari 18.460 keluarga desil 1–2, sebanyak 2.318 keluarga belum tersentuh program.")]),
            new MinutesItem("Serapan anggaran menurut strategi",
                [new MinutesRemark("Kepala Dinas Sosial", "Serapan anggaran sampai dengan triwulan IV tahun 2025 sebesar 87,4 persen, yaitu Rp142,64 miliar dari pagu Rp163,2 miliar.")]),
        ],
        Decisions =
        [
            new MinutesDecision("K 1/2026", "Keluarga desil 1 yang belum tersentuh menjadi sasaran pertama seluruh program tahun 2026."),
            new MinutesDecision("K 2/2026", "Usulan perubahan pagu diutamakan untuk Kecamatan Teratai, Sakura, Flamboyan, dan Seruni."),
        ],
        FollowUps =
        [
            .. Enumerable.Range(1, followUps).Select(i => new MinutesFollowUp(
                $"Baris-{i:000} menuntaskan pengecekan lapangan keluarga belum tersentuh di Kecamatan Teratai",
                "Kepala Dinas Sosial", new DateOnly(2026, 4, 30), "Daftar hasil cek lapangan", i == 1 ? "Camat Teratai" : null)),
        ],
        FiguresAsOf = "11 Maret 2026 pukul 16.20 WIB",
        Closing = closing,
        Signatures = Signed with { Acknowledger = DeputyRegent },
        IsSample = true,
    };

    public static PovertyReportPaper PovertyReport(int districts = 15) => new()
    {
        Letterhead = Bappeda,
        Regency = "Kabupaten Contoh",
        Year = 2025,
        Summary = "Persentase penduduk miskin Kabupaten Contoh pada Maret 2025 sebesar 11,61 persen, turun 0,11 poin dari 11,72 persen pada Maret 2024. " +
            "Dalam kurun yang sama jumlah penduduk miskin bertambah 140 jiwa, dari 37,98 ribu menjadi 38,12 ribu jiwa. " +
            "Posisi kabupaten lebih buruk daripada provinsi (10,30 persen) dan nasional (8,60 persen), dan belum mencapai target RPJMD sebesar 10,90 persen.",
        Headlines =
        [
            new Headline("Penduduk miskin (P0)", "11,61 %", "turun 0,11 poin"),
            new Headline("Jumlah penduduk miskin", "38,12 ribu", "naik 140 jiwa"),
            new Headline("Garis kemiskinan", "Rp612.340", "per kapita per bulan"),
            new Headline("Kemiskinan ekstrem", "1,92 %", "turun 0,40 poin"),
        ],
        RateChartCaption = "Persentase (P0), sumbu mulai dari 8",
        CountChartCaption = "Jumlah penduduk miskin, ribu jiwa",
        TrendSource = "Sumber: BPS, Susenas Maret 2015–2025. " + PaperWording.SurveyNotice,
        Series = new PovertySeries
        {
            Years = [2021, 2022, 2023, 2024, 2025],
            ProvisionalYears = [2025],
            Rows =
            [
                new PovertySeriesRow("Persentase penduduk miskin, kabupaten (%)", 2, [13.61m, 12.74m, 12.30m, 11.72m, 11.61m]),
                new PovertySeriesRow("Persentase penduduk miskin, provinsi (%)", 2, [12.70m, 11.75m, 11.30m, 10.85m, 10.30m]),
                new PovertySeriesRow("Jumlah penduduk miskin (ribu jiwa)", 2, [42.56m, 40.32m, 39.40m, 37.98m, 38.12m]),
                new PovertySeriesRow("Garis kemiskinan (Rp per kapita per bulan)", 0, [null, null, 537492m, 598120m, 612340m]),
                new PovertySeriesRow("Indeks kedalaman (P1)", 2, [2.31m, 2.10m, 1.98m, 1.90m, 1.84m]),
            ],
        },
        TrendNarrative = "Dalam empat tahun terakhir persentase penduduk miskin membaik setiap tahun, rata-rata 0,50 poin per tahun, tetapi pada 2025 penurunannya melambat.",
        PeerChartCaption = "Persentase penduduk miskin wilayah pembanding, 2025",
        MapCaption = "Keluarga desil 1–2 menurut kecamatan, persen",
        PositionSource = "Sumber: Gambar 3 BPS, Susenas Maret 2025. Gambar 4 basis data keluarga, rilis Januari 2026 (hitungan nama, bukan tingkat kemiskinan).",
        PositionNarrative = "Kabupaten Contoh menempati urutan keempat tertinggi dari sembilan kabupaten dan kota.",
        AreaTable = new PaperTable
        {
            Caption = "Keluarga sasaran dan yang belum tersentuh program menurut kecamatan",
            Columns = [new("Kode"), new("Kecamatan"), new("Keluarga sasaran", IsNumber: true), new("Belum tersentuh", IsNumber: true), new("Bagian (%)", IsNumber: true)],
            Rows = [.. Enumerable.Range(1, districts).Select(i => (IReadOnlyList<string>)[$"99.01.{i:00}", $"Kecamatan Contoh {i}", "1.180", "74", "6,3"])],
            Total = ["", "Kabupaten Contoh", "18.460", "2.318", "12,6"],
            Source = "Sumber: basis data keluarga rilis Januari 2026 dan daftar penerima program, per 31 Januari 2026.",
            IsTight = true,
        },
        Conclusion = "Perhatian khusus diperlukan pada kecamatan dengan bagian keluarga belum tersentuh di atas 15 persen.",
        Signatures = Signed,
        IsSample = true,
    };

    public static PovertyReportDrawings Drawings { get; } = new()
    {
        RateChart = Placeholder("Garis persentase penduduk miskin"),
        CountChart = Placeholder("Batang jumlah penduduk miskin"),
        PeerChart = Placeholder("Batang wilayah pembanding"),
        Map = Placeholder("Peta kecamatan"),
    };

    private static RenderFragment Placeholder(string title) => builder => builder.AddMarkupContent(0,
        $"""<svg class="chart" viewBox="0 0 340 210" role="img"><title>{title}</title><rect x="1" y="1" width="338" height="208" fill="#eaf1f7" stroke="#174a70"/><path d="M20 40L120 90L220 120L320 160" fill="none" stroke="#174a70" stroke-width="3"/><text x="170" y="200" text-anchor="middle" font-size="12.5">{title}</text></svg>""");
}
