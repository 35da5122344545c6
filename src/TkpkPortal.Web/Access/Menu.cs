using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Access;

public sealed record MenuItem(string? Group, string Title, string Route, Permission Permission)
{
    /// <summary>Pages that belong to it though their addresses begin otherwise.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Length of the route under which a path lies here; 0 where it does not.</summary>
    internal int Reach(string path) => Also.Append(Route).Where(r => r == "/" ? path == "/" : path == r || path.StartsWith(r + "/", StringComparison.Ordinal)).Select(r => r.Length).DefaultIfEmpty().Max();
}

/// <summary>The menu in four groups; a role sees only what it may open.</summary>
public static class Menu
{
    /// <summary>The one item with a number: imports that wait for a person.</summary>
    public const string ImportsRoute = "/impor";

    private static readonly MenuItem[] Items =
    [
        new(null, "Beranda", "/", Permission.UsePortal),
        new("Data", "Keluarga", "/keluarga", Permission.ViewHouseholds),
        new("Data", "Usulan", "/usulan", Permission.ViewProposals),
        new("Data", "Musyawarah", "/musyawarah", Permission.HoldDeliberations),
        new("Data", "Tugas usulan", "/usulan/tugas", Permission.ViewProposals),
        new("Data", "Impor", ImportsRoute, Permission.ImportHouseholds),
        new("Data", "Pengiriman", "/pengiriman", Permission.SendProposals) { Also = ["/usulan/kirim", "/usulan/terapkan", "/usulan/banding"] },
        new("Pelaksanaan", "Program", "/program", Permission.ViewPrograms),
        new("Pelaksanaan", "Rakor", "/rakor", Permission.ViewMeetings),
        new("Pelaksanaan", "Tindak lanjut", "/tindak-lanjut", Permission.ViewFollowUps),
        new("Analisis", "Statistik", "/statistik", Permission.ViewStatistics),
        new("Analisis", "Keluarga per desa", "/keluarga-per-desa", Permission.ViewHouseholdTotals),
        new("Analisis", "Papan usulan", "/usulan/papan", Permission.ViewProposalTotals),
        new("Analisis", "Laporan", "/laporan", Permission.ViewReports),
        new("Pengaturan", "Periode", "/periode", Permission.ManageCycles),
        new("Pengaturan", "Wilayah", "/wilayah", Permission.ViewAreas),
        new("Pengaturan", "OPD", "/opd", Permission.ViewAgencies),
        new("Pengaturan", "Mitra", "/mitra", Permission.ViewAgencies),
        new("Pengaturan", "Pengguna", "/pengguna", Permission.ManageUsers),
        new("Pengaturan", "Jejak", "/jejak", Permission.ViewAuditTrail),
        new("Pengaturan", "Pengaturan", "/pengaturan", Permission.ManageSettings),
    ];

    /// <summary>The menu under which a page lies; "Halaman lain" where none does.</summary>
    public static string TitleOf(string path) => At(path.Split('?')[0])?.Title ?? "Halaman lain";

    /// <summary>The item a page belongs to: the longest route that begins its path, so that /usulan/papan is not also /usulan.</summary>
    public static MenuItem? At(string path) => Items.Where(i => i.Reach(path) > 0).MaxBy(i => i.Reach(path));

    public static IEnumerable<IGrouping<string?, MenuItem>> For(Actor actor) => Items.Where(i => actor.May(i.Permission)).GroupBy(i => i.Group);
}
