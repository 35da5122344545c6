using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Statistics.Indicators;

[Permit(Permission.EditStatistics)]
public sealed class EditModel(IndicatorQuery query, CorrectIndicator correctIndicator) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public IndicatorInput Input { get; set; } = new();

    public IndicatorView Indicator { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Indicator = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Indicator.Version;
        Input = IndicatorInput.From(Indicator.Details);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctIndicator.RunAsync(Id, Input.ToDetails(), Version, ct);
        this.Tell($"{Input.Name} tersimpan.");
        return RedirectToPage("Index");
    }
}
