using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Statistics.Values;

[Permit(Permission.EditStatistics)]
public sealed class EditModel(IndicatorValuesQuery query, CorrectIndicatorValue correctValue) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public FigureInput Input { get; set; } = new();

    public ValueRow Row { get; private set; } = null!;

    public PopulationStep? Doubt { get; private set; }

    public async Task PrepareAsync(CancellationToken ct)
    {
        var list = await query.OneAsync(Id, ct);
        Row = list.Rows.Items[0];
        Doubt = list.DoubtOf(Row);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Row.Version;
        Input = new() { Value = Row.Value, IsProvisional = Row.IsProvisional, SourceDocument = Row.SourceDocument };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var corrected = await correctValue.RunAsync(Id, Input.Value!.Value, Input.IsProvisional, Input.Source, Version, ct);
        await PrepareAsync(ct);
        this.Tell($"{corrected.Label} tersimpan.{Caution(corrected)}");
        return RedirectToPage("Index", new { indikator = Row.Indicator.Code, wilayah = Row.AreaCode });
    }

    internal static string Caution(RecordedValue recorded) => recorded.Warnings.Count == 0 ? "" : " Perlu diperiksa: " + string.Join(" ", recorded.Warnings);
}
