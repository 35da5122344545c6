using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Statistics.Indicators;

[Permit(Permission.EditStatistics)]
public sealed class RegisterModel(RegisterIndicator registerIndicator) : PageModel
{
    [BindProperty]
    public IndicatorInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await registerIndicator.RunAsync(Input.ToDetails(), ct);
        this.Tell($"{Input.Name} tersimpan. Angkanya dapat dicatat atau diimpor dengan kode {Input.Code.Trim().ToUpperInvariant()}.");
        return RedirectToPage("Index");
    }
}
