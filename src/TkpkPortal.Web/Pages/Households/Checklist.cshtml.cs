using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.ViewHouseholds)]
public sealed class ChecklistModel(OpenHousehold openHousehold, ChecklistQuery checklistQuery) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Kind { get; set; } = "";

    public HouseholdView Household { get; private set; } = null!;

    public ChecklistView View { get; private set; } = null!;

    public PastAssessment? Last => View.Past.Count > 0 ? View.Past[0] : null;

    /// <summary>As filled last, or else what the record tells.</summary>
    public IReadOnlyDictionary<string, bool?> Answers => Last?.Answers ?? View.Known;

    public ChecklistResult Result => View.Checklist.Judge(Answers, Last?.Needed ?? View.Needed);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var checklist = Checklist.Find(Kind) ?? throw new RecordNotFoundException();
        Household = await openHousehold.RunAsync(Id, ct);
        View = await checklistQuery.RunAsync(Id, checklist, ct);
    }

    public static string Word(bool? answer) => answer switch { true => "Ya", false => "Tidak", null => "Belum dijawab" };
}
