using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EditHouseholds)]
public sealed class AddSurveyModel(OpenHousehold openHousehold, AddSurvey addSurvey) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "instrumen")]
    public string? InstrumentKey { get; set; }

    [BindProperty]
    public SurveyInput Input { get; set; } = new();

    /// <summary>Question key to what was chosen; several only where the question takes several.</summary>
    [BindProperty(Name = AddSurvey.AnswersField)]
    public Dictionary<string, string[]?> Answers { get; set; } = [];

    public HouseholdView Household { get; private set; } = null!;

    public Instrument Instrument => Instruments.Find(Blank.ToNull(InstrumentKey)) ?? Instruments.All[0];

    public IEnumerable<IGrouping<string, Question>> Groups => Instrument.OfFamily.GroupBy(q => q.Group);

    public async Task PrepareAsync(CancellationToken ct) => Household = await openHousehold.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answers = Answers.ToDictionary(a => a.Key, a => (string?)string.Join(',', (a.Value ?? []).Where(v => !string.IsNullOrWhiteSpace(v))));
        var survey = await addSurvey.RunAsync(Id, new(Blank.ToNull(InstrumentKey), Input.TakenOn!.Value, answers), ct);
        this.Tell("Hasil pendataan tersimpan. Kondisi keluarga mengikuti pendataan terbaru.");
        return RedirectToPage("Survey", new { id = Id, surveyId = survey });
    }

    public string? ErrorOf(Question question) =>
        ModelState.TryGetValue(FieldOf(question), out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public static string FieldOf(Question question) => $"{AddSurvey.AnswersField}[{question.Key}]";

    public bool IsChosen(Question question, string code) => Answers.GetValueOrDefault(question.Key)?.Contains(code) is true;

    public string Typed(Question question) => Answers.GetValueOrDefault(question.Key)?.FirstOrDefault() ?? "";
}
