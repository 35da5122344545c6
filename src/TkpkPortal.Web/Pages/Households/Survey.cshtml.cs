using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.ViewHouseholds)]
public sealed class SurveyModel(OpenHousehold openHousehold, SurveyQuery surveyQuery) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid SurveyId { get; set; }

    public HouseholdView Household { get; private set; } = null!;

    public SurveyView Survey { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Household = await openHousehold.RunAsync(Id, ct);
        Survey = await surveyQuery.RunAsync(Id, SurveyId, ct);
    }
}
