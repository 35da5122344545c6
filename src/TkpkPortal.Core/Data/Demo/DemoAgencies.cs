using TkpkPortal.Core.Agencies;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>The OPD of the demo, found by their short names, and the partners outside government.</summary>
internal sealed class DemoAgencies
{
    private static readonly (string Name, string Short)[] Items =
    [
        ("Badan Perencanaan Pembangunan Daerah", "Bappeda"), ("Dinas Sosial", "Dinsos"), ("Dinas Kesehatan", "Dinkes"), ("Dinas Pendidikan dan Kebudayaan", "Disdikbud"),
        ("Dinas Perumahan dan Kawasan Permukiman", "Disperkim"), ("Dinas Pekerjaan Umum dan Penataan Ruang", "DPUPR"), ("Dinas Pemberdayaan Masyarakat dan Desa", "DPMD"),
        ("Dinas Ketahanan Pangan", "DKP"), ("Dinas Pertanian", "Distan"), ("Dinas Peternakan dan Kesehatan Hewan", "Disnak"), ("Dinas Perikanan", "Diskan"),
        ("Dinas Koperasi dan Usaha Kecil dan Menengah", "Diskopukm"), ("Dinas Tenaga Kerja dan Transmigrasi", "Disnakertrans"),
        ("Dinas Kependudukan dan Pencatatan Sipil", "Disdukcapil"), ("Dinas Pengendalian Penduduk dan Keluarga Berencana", "DPPKB"),
        ("Dinas Pemberdayaan Perempuan dan Perlindungan Anak", "DP3A"), ("Dinas Perdagangan dan Perindustrian", "Disdagperin"), ("Dinas Perhubungan", "Dishub"),
        ("Dinas Komunikasi dan Informatika", "Diskominfo"), ("Dinas Lingkungan Hidup", "DLH"), ("Dinas Pariwisata, Kepemudaan, dan Olahraga", "Disparpora"),
        ("Badan Keuangan dan Aset Daerah", "BKAD"), ("Badan Penanggulangan Bencana Daerah", "BPBD"), ("Inspektorat Daerah", "Inspektorat"),
        ("Bagian Perekonomian dan Sumber Daya Alam", "Bagian Perekonomian"),
    ];

    private static readonly PartnerDetails[] PartnerItems =
    [
        new("PT Perkebunan Contoh Lestari", PartnerKind.Business, "Bagian tanggung jawab sosial", "Bedah rumah di desa sekitar kebun"),
        new("PT Energi Contoh", PartnerKind.Business, "Bagian hubungan masyarakat", "Sambungan listrik bagi keluarga desil 1"),
        new("Koperasi Tani Contoh Makmur", PartnerKind.Business, "Pengurus koperasi", "Menampung hasil panen kelompok penerima"),
        new("Bank Pembangunan Daerah Contoh", PartnerKind.Bank, "Unit kredit usaha rakyat", "Kredit usaha rakyat supermikro"),
        new("Bank Perekonomian Rakyat Contoh", PartnerKind.Bank, "Bagian kredit mikro", "Kredit tanpa agunan bagi kelompok usaha bersama"),
        new("Universitas Contoh", PartnerKind.University, "Lembaga penelitian dan pengabdian", "Kuliah kerja nyata pendampingan data desa"),
        new("Politeknik Pertanian Contoh", PartnerKind.University, "Bagian kerja sama", "Pelatihan pengolahan hasil pertanian"),
        new("Baznas Kabupaten Contoh", PartnerKind.Ngo, "Bidang pendistribusian", "Rumah layak huni dan beasiswa"),
        new("Yayasan Contoh Peduli Gizi", PartnerKind.Ngo, "Koordinator program", "Makanan tambahan bagi balita"),
        new("Lembaga Pendamping Desa Contoh", PartnerKind.Ngo, "Koordinator lapangan", "Pelatihan kader desa"),
        new("Kelompok Usaha Jahit Teratai", PartnerKind.CommunityGroup, "Ketua kelompok", "Pelatihan menjahit bagi perempuan kepala keluarga"),
        new("Kelompok Tani Organik Sakura", PartnerKind.CommunityGroup, "Ketua kelompok", "Kebun percontohan sayur organik"),
    ];

    private readonly Dictionary<string, Agency> _byShortName;

    private DemoAgencies(Dictionary<string, Agency> byShortName) => _byShortName = byShortName;

    public Agency this[string shortName] => _byShortName[shortName];

    public static DemoAgencies Add(TkpkDbContext db)
    {
        db.AddRange(PartnerItems.Select(p => new Partner(p)));
        return new(Items.ToDictionary(a => a.Short, a => db.Add(new Agency(new(a.Name, a.Short, HeadOf(a.Name)))).Entity));
    }

    private static string HeadOf(string name) => name == "Inspektorat Daerah" ? "Inspektur Daerah" : $"Kepala {name}";
}
