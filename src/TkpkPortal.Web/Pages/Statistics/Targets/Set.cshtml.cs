using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Statistics.Targets;

[Permit(Permission.EditStatistics)]
public sealed class SetModel(SetIndicatorTarget setTarget, IndicatorTargetsQuery query, StatisticsChoicesQuery choicesQuery) : PageModel, IPreparesPage
{
    [BindProperty]
    public TargetInput Input { get; set; } = new();

    public StatisticsChoices Choices { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Choices = await choicesQuery.RunAsync(onlyWithFigures: false, ct);

    public async Task OnGetAsync([FromQuery(Name = "indikator")] string? indicator, [FromQuery(Name = "wilayah")] string? area, [FromQuery(Name = "tahun")] int? year, CancellationToken ct)
    {
        await PrepareAsync(ct);
        Input.IndicatorId = Choices.Indicators.FirstOrDefault(i => i.Code == (indicator ?? IndicatorCodes.HeadcountRatio))?.Id;
        Input.AreaId = Choices.Areas.FirstOrDefault(a => area is null || a.Code == area)?.Id;
        Input.Year = year;
        if (year is null || (await query.AllAsync(indicator, area, ct)).Find(t => t.Year == year) is not { } target) return;
        (Input.Value, Input.Document) = (target.Value, target.Document);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await setTarget.RunAsync(Input.ToEntry(), ct);
        this.Tell($"Target {Input.Year} tersimpan.");
        return RedirectToPage("Index");
    }
}
