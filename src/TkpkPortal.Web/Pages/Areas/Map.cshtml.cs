using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Charts;
using TkpkPortal.Web.Pages.Home;

namespace TkpkPortal.Web.Pages.Areas;

/// <summary>The kabupaten by kecamatan or desa: target families for those who may see totals, else how many desa each kecamatan has.</summary>
[Permit(Permission.ViewAreas)]
public sealed class MapModel(MapQuery query, AreaMeasuresQuery measures, BoundarySourcesQuery sources, CurrentSettings settings, Actor actor) : PageModel
{
    private static readonly MapClasses VillageCounts = new([5, 10, 15, 20], 0);

    [BindProperty(SupportsGet = true, Name = "tingkat")]
    public string? Level { get; set; }

    public bool ByVillage => Level == "desa";

    public string RegencyName { get; private set; } = "";

    public string DistrictTerm { get; private set; } = "";

    public string VillageTerm { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Measure { get; private set; } = "";

    public string Lead { get; private set; } = "";

    public string Source { get; private set; } = "";

    public AreaMapData? Map { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var view = await settings.GetAsync(ct);
        (RegencyName, DistrictTerm, VillageTerm) = (view.RegencyName, view.Settings.DistrictTerm, view.Settings.VillageTerm);
        if (view.Regency is not { } regency) return;
        var drawn = await query.RunAsync(regency.Code, ByVillage ? AreaLevel.Village : AreaLevel.District, ct);
        var target = actor.May(Permission.ViewHouseholdTotals);
        var values = await measures.RunAsync(regency.Code, ByVillage, target ? view.Settings.TargetDecile : null, ct);
        Title = target ? $"Bagian keluarga desil 1–{view.Settings.TargetDecile}, persen" : $"Jumlah {VillageTerm} menurut {DistrictTerm}";
        Measure = target ? "Persen" : $"Jumlah {VillageTerm}";
        Map = new(
            [.. drawn.Places.Select(p => new MapArea(p.Code, p.Name, values.TryGetValue(p.Id, out var value) ? value : null, target && !ByVillage ? $"/keluarga-per-desa?kecamatan={p.Code}" : $"/wilayah/{p.Id}"))],
            target ? DashboardWords.TargetClasses : VillageCounts,
            target ? "persen" : VillageTerm)
        {
            Sheet = drawn.Sheet,
            Outlines = drawn.Outlines,
        };
        Lead = $"{Indonesian.Count(drawn.Places.Count, ByVillage ? VillageTerm : DistrictTerm)}.{(target ? " Basis data keluarga, bukan angka survei." : "")}{(ByVillage ? $" Garis tebal: batas {DistrictTerm}." : "")}";
        Source = await sources.RunAsync(regency.Code, ct);
    }
}
