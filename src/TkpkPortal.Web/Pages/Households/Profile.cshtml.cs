using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.ViewHouseholds)]
public sealed class ProfileModel(
    OpenHousehold openHousehold, HouseholdSupportQuery supportQuery, HouseholdTimelineQuery timelineQuery, HouseholdFindingsQuery findingsQuery, HouseholdKinQuery kinQuery,
    HouseholdProposalsQuery proposalsQuery) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Where older history goes on.</summary>
    [BindProperty(SupportsGet = true, Name = "riwayat")]
    public long? Before { get; set; }

    public HouseholdView Household { get; private set; } = null!;

    public HouseholdSupport Support { get; private set; } = null!;

    public HouseholdFindings Findings { get; private set; } = null!;

    public IReadOnlyList<Kin> Kin { get; private set; } = [];

    public Timeline Timeline { get; private set; } = null!;

    public IReadOnlyList<OpenProposal> Proposals { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Household = await openHousehold.RunAsync(Id, ct);
        Support = await supportQuery.RunAsync(Id, ct);
        Findings = await findingsQuery.RunAsync(Id, ct);
        Kin = await kinQuery.RunAsync(Id, ct);
        Proposals = await proposalsQuery.OpenAsync(Id, ct);
        Timeline = await timelineQuery.RunAsync(Id, Before, ct);
    }

    public string Place()
    {
        var details = Household.Details;
        var near = new[] { details.Address, details.Hamlet, details.Rt is null ? null : $"RT {details.Rt}", details.Rw is null ? null : $"RW {details.Rw}" };
        return string.Join(", ", near.Where(n => n is not null).Append($"{Household.Village} ({Household.VillageCode})").Append($"Kecamatan {Household.District}"));
    }
}
