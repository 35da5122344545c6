using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Centre;

/// <summary>What the centre accepted and waits to be written to the records; ticked ones or all of the filter.</summary>
[Permit(Permission.SendProposals)]
public sealed class ApplyModel(SendableQuery query, ApplyProposals applyProposals, Actor actor, KabupatenClock clock) : PageModel, IPreparesPage
{
    [BindProperty(SupportsGet = true, Name = "kecamatan")]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    [BindProperty]
    public Guid[] Ticked { get; set; } = [];

    [BindProperty]
    public bool All { get; set; }

    public CentreListing Listing { get; private set; } = null!;

    public IReadOnlyList<StepOutcome>? Outcomes { get; private set; }

    private CentreFilter Filter => new(Blank.ToNull(District), Blank.ToNull(Village));

    public async Task PrepareAsync(CancellationToken ct) => Listing = await query.ApplicableAsync(Filter, new(After, Before), ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct) =>
        File(CentreWords.Sheet("Menunggu diterapkan", await query.AllApplicableAsync(Filter, ct), actor.Name, clock), SpreadsheetFile.ContentType, "usulan-menunggu-diterapkan.xlsx");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcomes = await applyProposals.RunAsync(new(All ? null : Ticked, Filter), ct);
        if (outcomes.All(o => o.Refusal is null))
        {
            this.Tell($"{Indonesian.Count(outcomes.Count, "usulan")} diterapkan ke data keluarga.");
            return RedirectToPage("Apply", new { kecamatan = District, desa = Village });
        }

        (Outcomes, After, Before) = (outcomes, null, null);
        ModelState.Clear();
        await PrepareAsync(ct);
        return Page();
    }
}
