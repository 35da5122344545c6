using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

/// <summary>What a musyawarah and its desa are called here.</summary>
public static class DeliberationWords
{
    /// <summary>"Musyawarah Desa", "Musyawarah Kelurahan", "Musyawarah Pekon", or "SPTJM".</summary>
    public static string Kind(DeliberationView d, SettingsView terms) => d.IsStatement ? "SPTJM" : $"Musyawarah {Village(d.Kind, terms)}";

    /// <summary>With the desa's name: "Musyawarah Desa Sukamaju", "SPTJM Desa Sukamaju".</summary>
    public static string Title(DeliberationView d, SettingsView terms) => $"{(d.IsStatement ? "SPTJM" : "Musyawarah")} {Village(d.Kind, terms)} {d.Village}";

    public static string Village(VillageKind? kind, SettingsView terms) => kind switch
    {
        VillageKind.Kelurahan => "Kelurahan",
        VillageKind.DesaAdat => "Desa Adat",
        _ => terms.VillageTitle,
    };

    /// <summary>"usul keluar (meninggal)".</summary>
    public static string What(ProposalKind kind, string? subject) => ProposalNames.Within(kind) + (subject is null ? "" : $" ({subject})");

    /// <summary>As it stands in a table, where "Tunda" would read as an order.</summary>
    public static string Of(DeliberationOutcome outcome) => outcome == DeliberationOutcome.Postponed ? "Ditunda" : ProposalNames.Of(outcome);

    public static string Tag(DeliberationOutcome outcome) => outcome switch
    {
        DeliberationOutcome.Worthy => "tag tag--done",
        DeliberationOutcome.NotWorthy => "tag tag--stuck",
        _ => "tag tag--run",
    };

    /// <summary>"8 layak, 2 ditunda".</summary>
    public static string Outcomes(DeliberationRow row)
    {
        var told = new[] { (row.Worthy, "layak"), (row.NotWorthy, "tidak layak"), (row.Postponed, "ditunda") }.Where(o => o.Item1 > 0).Select(o => $"{Indonesian.Number(o.Item1)} {o.Item2}");
        return row.Decided == 0 ? "Belum ada" : string.Join(", ", told);
    }

    /// <summary>The first thing it still lacks.</summary>
    public static string Missing(DeliberationRow row) => row switch
    {
        { Items: 0 } => "Acara belum diisi",
        { Form: DeliberationForm.Assembly } when row.Decided < row.Items => $"{Indonesian.Number(row.Items - row.Decided)} usulan belum diberi hasil",
        { Form: DeliberationForm.Assembly, Attendees: 0 } => "Daftar hadir belum diisi",
        { Form: DeliberationForm.Assembly, MinutesNumber: null } => "Nomor berita acara belum diisi",
        { HasSigned: false } => "Salinan bertanda tangan belum diunggah",
        _ => "Siap ditutup",
    };
}
