using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Proposals.Drafts;

/// <summary>One block of the questionnaire about the family and its house.</summary>
[Permit(Permission.RegisterProposals)]
public sealed class QuestionsModel(DraftQuery query, SaveDraft saveDraft, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute(Name = "bagian")]
    public string? Slug { get; set; }

    [FromQuery(Name = "periksa")]
    public bool Check { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    /// <summary>Question key to what was chosen; several only where the question takes several.</summary>
    [BindProperty(Name = AddSurvey.AnswersField)]
    public Dictionary<string, string[]?> Answers { get; set; } = [];

    public DraftView Draft { get; private set; } = null!;

    public IGrouping<string, Question> Group => DraftSteps.GroupOf(Slug) ?? throw new RecordNotFoundException();

    public string Step => DraftSteps.KeyOf(Group.Key);

    public async Task PrepareAsync(CancellationToken ct) => Draft = await query.RunAsync(Id, ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (!Draft.IsDraft) return LocalRedirect($"/usulan/{Id}");
        Version = Draft.Version;
        var given = Draft.Content.Family.Answers;
        Answers = Group.Where(q => given.ContainsKey(q.Key)).ToDictionary(q => q.Key, q => Typed(q, given[q.Key]));
        if (Check) this.Show(Draft.Review.At(Step));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answers = Answers.ToDictionary(a => a.Key, a => (string?)string.Join(',', (a.Value ?? []).Where(v => !string.IsNullOrWhiteSpace(v))));
        return this.GoOn(Id, await saveDraft.RunAsync(Id, new AnswersPart(Group.Key, answers), Version, ct), Step, clock);
    }

    public string? ErrorOf(Question question) => ModelState.TryGetValue(FieldOf(question), out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    public static string FieldOf(Question question) => ProposalChecks.AnswerField(question.Key);

    public bool IsChosen(Question question, string code) => Answers.GetValueOrDefault(question.Key)?.Contains(code) is true;

    public string TypedOf(Question question) => Answers.GetValueOrDefault(question.Key)?.FirstOrDefault() ?? "";

    /// <summary>A kept answer as the box takes it: "36,5" and "03/2022".</summary>
    private static string[]? Typed(Question question, string answer) => question.Kind switch
    {
        AnswerKind.Many or AnswerKind.Bits when question.Codes(answer) is { Count: > 0 } codes => [.. codes.Select(c => c.Code)],
        AnswerKind.Number when decimal.TryParse(answer, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => [Indonesian.NumberTrimmed(number)],
        AnswerKind.Month when answer.Split('-') is [{ Length: 4 } year, var month] => [$"{month}/{year}"],
        _ => [answer],
    };
}
