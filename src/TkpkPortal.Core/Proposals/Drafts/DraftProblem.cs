using System.Globalization;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>What keeps a draft from being handed in: on which page, at which field.</summary>
/// <param name="Field">Name of the field on that page; null for the page as a whole.</param>
/// <param name="IsMissing">Not filled yet, in contrast to filled wrongly.</param>
public sealed record DraftProblem(string Step, string? Field, Rule Rule, string Sentence, bool IsMissing)
{
    public Guid? MemberKey { get; init; }

    /// <summary>Who it is about, where the page is one person's.</summary>
    public string? MemberName { get; init; }
}

/// <summary>Everything a draft still needs, and what is only worth a second look.</summary>
public sealed record DraftReview(IReadOnlyList<DraftProblem> Problems, IReadOnlyList<string> Warnings)
{
    public IEnumerable<DraftProblem> At(string step) => Problems.Where(p => p.Step == step);

    public IEnumerable<DraftProblem> Of(Guid memberKey) => Problems.Where(p => p.MemberKey == memberKey);

    /// <summary>Pages that still need something.</summary>
    public int StepsLeft => Problems.Select(p => p.Step).Distinct().Count();
}

/// <summary>Collects problems of one page.</summary>
internal sealed class ProblemSheet(List<DraftProblem> found, string step, MemberDraft? member = null)
{
    public void Missing(string? field, Rule rule, params object[] places) => Add(field, rule, true, places);

    public void Wrong(string? field, Rule rule, params object[] places) => Add(field, rule, false, places);

    /// <summary>What would throw when the record is written is told now.</summary>
    public void Try(string field, Action act)
    {
        try
        {
            act();
        }
        catch (RuleBrokenException broken)
        {
            Put(new(step, field, broken.Rule, broken.Message, false));
        }
    }

    /// <summary>Text that will be stored in clear, of a bounded length.</summary>
    public void Text(string field, string name, string? text, int longest)
    {
        if (text is null) return;
        if (text.Length > longest) Wrong(field, DraftRules.TooLong, name, longest);
        Try(field, () => Households.FreeText.MustHoldNoNumber(text, field));
    }

    private void Add(string? field, Rule rule, bool missing, object[] places) => Put(new(step, field, rule, string.Format(CultureInfo.InvariantCulture, rule.Sentence, places), missing));

    private void Put(DraftProblem problem) => found.Add(problem with { MemberKey = member?.Key, MemberName = member is null ? null : Blank.ToNull(member.Name) ?? "Anggota tanpa nama" });
}
