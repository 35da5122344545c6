using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Statistics.Values;

[Permit(Permission.EditStatistics)]
public sealed class RecordModel(RecordIndicatorValue recordValue, StatisticsChoicesQuery choicesQuery) : PageModel, IPreparesPage
{
    [BindProperty]
    public ValueInput Input { get; set; } = new();

    public StatisticsChoices Choices { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Choices = await choicesQuery.RunAsync(onlyWithFigures: false, ct);

    public async Task OnGetAsync([FromQuery(Name = "indikator")] string? indicator, [FromQuery(Name = "wilayah")] string? area, CancellationToken ct)
    {
        await PrepareAsync(ct);
        Input.IndicatorId = Choices.Indicators.FirstOrDefault(i => i.Code == (indicator ?? IndicatorCodes.HeadcountRatio))?.Id;
        Input.AreaId = Choices.Areas.FirstOrDefault(a => area is null || a.Code == area)?.Id;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var recorded = await recordValue.RunAsync(Input.ToEntry(), ct);
        await PrepareAsync(ct);
        this.Tell($"{recorded.Label} tersimpan.{EditModel.Caution(recorded)}");
        return RedirectToPage("Index", new
        {
            indikator = Choices.Indicators.First(i => i.Id == Input.IndicatorId).Code,
            wilayah = Choices.Areas.FirstOrDefault(a => a.Id == Input.AreaId)?.Code,
        });
    }
}
