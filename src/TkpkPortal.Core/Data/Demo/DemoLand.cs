using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>A kecamatan of the demo. Shares are of its families, in percent.</summary>
internal sealed record DemoDistrict(Area Area, double TargetShare, double UnreachedShare, IReadOnlyList<Area> Villages);

/// <summary>The fictional Kabupaten Contoh 99.01 with its land, in a fictional province with fourteen neighbours.</summary>
internal sealed class DemoLand
{
    public const string Source = "Data contoh, wilayah rekaan";
    public const string RegencyCode = "99.01";

    private static readonly (string Name, double Target, double Unreached)[] DistrictShares =
    [
        ("Anggrek", 14.2, 5.2), ("Asoka", 19.8, 7.0), ("Bugenvil", 22.4, 7.9), ("Cempaka", 17.6, 5.3), ("Dahlia", 23.9, 9.7), ("Flamboyan", 31.8, 14.7),
        ("Kamboja", 26.3, 10.9), ("Kenanga", 28.4, 10.6), ("Mawar", 20.7, 7.5), ("Sakura", 33.9, 18.1), ("Seruni", 29.7, 13.6), ("Teratai", 36.2, 19.7),
    ];

    private static readonly string[] VillageWords =
        ["Hulu", "Hilir", "Indah", "Baru", "Jaya", "Makmur", "Asri", "Mulya", "Sari", "Agung", "Raya", "Lestari", "Permai", "Utama", "Damai", "Sentosa"];

    private static readonly string[] PeerNames =
    [
        "Kabupaten Contoh Utara", "Kabupaten Contoh Hulu", "Kabupaten Contoh Barat", "Kabupaten Contoh Pesisir", "Kabupaten Contoh Tengah",
        "Kabupaten Contoh Selatan", "Kabupaten Contoh Timur", "Kabupaten Contoh Hilir", "Kabupaten Contoh Makmur", "Kabupaten Contoh Raya",
        "Kabupaten Contoh Agung", "Kabupaten Contoh Jaya", "Kota Contoh", "Kota Contoh Baru",
    ];

    /// <summary>How many of a kecamatan's villages are kelurahan: Mawar holds the town.</summary>
    private static int KelurahanIn(string district) => district switch { "Mawar" => 5, "Anggrek" => 3, _ => 0 };

    public required Area Nation { get; init; }

    public required Area Province { get; init; }

    public required Area Regency { get; init; }

    public required IReadOnlyList<Area> Peers { get; init; }

    public required IReadOnlyList<DemoDistrict> Districts { get; init; }

    public DemoDistrict Poorest => Districts[^1];

    public static async Task<DemoLand> AddAsync(TkpkDbContext db, int seed, DateTimeOffset now, CancellationToken ct)
    {
        var nation = await db.Areas.SingleAsync(a => a.Code == AreaCode.NationText, ct);
        var province = db.Add(new Area(Code("99"), "Provinsi Contoh", nation.Id)).Entity;
        var regency = db.Add(new Area(Code(RegencyCode), "Kabupaten Contoh", province.Id)).Entity;
        var peers = PeerNames.Select((name, i) => db.Add(new Area(PeerCode(name, i), name, province.Id)).Entity).ToList();
        var shapes = SyntheticBoundaries.Generate(seed, SyntheticBoundaries.DemoVillagesPerDistrict);
        var districts = DistrictShares.Select((share, i) => AddDistrict(db, regency, i, share, shapes[i], now)).ToList();
        var outline = NetTopologySuite.Coverage.CoverageUnion.Union([.. shapes.SelectMany(s => s.Villages)]);
        db.Add(new AreaBoundary(regency.Id, outline.AsBinary(), Source, now));
        await db.SaveChangesAsync(ct);
        return new() { Nation = nation, Province = province, Regency = regency, Peers = peers, Districts = districts };
    }

    private static DemoDistrict AddDistrict(
        TkpkDbContext db, Area regency, int index, (string Name, double Target, double Unreached) share, SyntheticDistrict shape, DateTimeOffset now)
    {
        var district = db.Add(new Area(Code(FormattableString.Invariant($"{regency.Code}.{index + 1:00}")), share.Name, regency.Id)).Entity;
        db.Add(new AreaBoundary(district.Id, shape.Outline.AsBinary(), Source, now));
        var villages = new List<Area>();
        var kelurahan = KelurahanIn(share.Name);
        for (var i = 0; i < shape.Villages.Count; i++)
        {
            var number = i < kelurahan ? 1001 + i : 2001 + i - kelurahan;
            var village = db.Add(new Area(Code(FormattableString.Invariant($"{district.Code}.{number}")), $"{share.Name} {VillageWords[i]}", district.Id)).Entity;
            db.Add(new AreaBoundary(village.Id, shape.Villages[i].AsBinary(), Source, now));
            villages.Add(village);
        }

        return new(district, share.Target, share.Unreached, villages);
    }

    private static AreaCode PeerCode(string name, int index) =>
        Code(name.StartsWith("Kota", StringComparison.Ordinal) ? FormattableString.Invariant($"99.{71 + index - 12}") : FormattableString.Invariant($"99.{index + 2:00}"));

    private static AreaCode Code(string text) => AreaCode.TryParse(text, out var code) ? code : throw new ArgumentException(text, nameof(text));
}
