using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EnrollHouseholds)]
public sealed class EnrollModel(OpenHousehold openHousehold, ProgramChoicesQuery programsQuery, EnrollHousehold enrollHousehold) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public EnrollmentInput Input { get; set; } = new();

    public HouseholdView Household { get; private set; } = null!;

    public IReadOnlyList<ProgramChoice> Programs { get; private set; } = [];

    public async Task PrepareAsync(CancellationToken ct)
    {
        Household = await openHousehold.RunAsync(Id, ct);
        Programs = await programsQuery.RunAsync(Id, ct);
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var enrolled = await enrollHousehold.RunAsync(Id, Input.ProgramId!.Value, Input.StartedOn!.Value, Blank.ToNull(Input.Note), ct);
        this.Tell($"Penerima {enrolled.ProgramName} tersimpan. {enrolled.Warning}".TrimEnd());
        return RedirectToPage("Profile", new { id = Id });
    }
}
