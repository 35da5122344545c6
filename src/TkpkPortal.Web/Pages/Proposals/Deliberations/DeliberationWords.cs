using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Proposals;
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

    /// <summary>As it stands in a table, where "Tunda" would read as an order.</summary>
    public static string Of(DeliberationOutcome outcome) => outcome == DeliberationOutcome.Postponed ? "Ditunda" : ProposalNames.Of(outcome);

    public static string Tag(DeliberationOutcome outcome) => outcome switch
    {
        DeliberationOutcome.Worthy => "tag tag--done",
        DeliberationOutcome.NotWorthy => "tag tag--stuck",
        _ => "tag tag--run",
    };
}
