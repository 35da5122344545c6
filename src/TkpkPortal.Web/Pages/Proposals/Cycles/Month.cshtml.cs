using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Cycles;

[Permit(Permission.ManageCycles)]
public sealed class MonthModel(CycleSettingsQuery query, SetCycle set) : PageModel, IPreparesPage, IEditsVersion
{
    /// <summary>"2026-11".</summary>
    [FromRoute(Name = "bulan")]
    public string MonthText { get; set; } = "";

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public CycleMonthInput Input { get; set; } = new();

    public CycleMonthView Saved { get; private set; } = null!;

    private DateOnly Month => CycleMonths.Parse(MonthText) ?? throw new RecordNotFoundException();

    public async Task PrepareAsync(CancellationToken ct) => Saved = await query.MonthAsync(Month, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Saved.Version;
        Input = CycleMonthInput.Of(Saved);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await set.RunAsync(Month, Input.ToDeadlines(), Input.Note, Version, ct);
        this.Tell($"Batas periode {Indonesian.MonthYear(Month)} tersimpan dan langsung berlaku.");
        return RedirectToPage("Index");
    }
}
