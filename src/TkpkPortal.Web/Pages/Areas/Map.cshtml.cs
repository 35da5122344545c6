using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Web.Pages.Areas;

[Permit(Permission.ViewAreas)]
public sealed class MapModel(MapQuery query, BoundarySourcesQuery sources, CurrentSettings settings) : PageModel
{
    private static readonly MapClasses Villages = new([5, 10, 15, 20], 0);

    [BindProperty(SupportsGet = true, Name = "tingkat")]
    public string? Level { get; set; }

    public bool ByVillage => Level == "desa";

    public string RegencyName { get; private set; } = "";

    public string Lead { get; private set; } = "";

    public string Source { get; private set; } = "";

    public AreaMapData? Map { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var view = await settings.GetAsync(ct);
        RegencyName = view.RegencyName;
        if (view.Regency is not { } regency) return;
        var drawn = await query.RunAsync(regency.Code, ByVillage ? AreaLevel.Village : AreaLevel.District, ct);
        var children = ByVillage ? [] : await query.ChildCountsAsync(regency.Code, ct);
        Map = new([.. drawn.Places.Select(p => new MapArea(p.Code, p.Name, ByVillage ? 1 : children.GetValueOrDefault(p.Id), $"/wilayah/{p.Id}"))], Villages, view.Settings.VillageTerm)
        {
            Sheet = drawn.Sheet,
            Outlines = drawn.Outlines,
        };
        Lead = ByVillage ? $"{Indonesian.Count(drawn.Places.Count, view.Settings.VillageTerm)}; garis tebal batas {view.Settings.DistrictTerm}." : $"Jumlah {view.Settings.VillageTerm} menurut {view.Settings.DistrictTerm}.";
        Source = await sources.RunAsync(regency.Code, ct);
    }
}
