using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>One page of the form. The key stands in addresses and in <see cref="Proposal.DraftStep"/>.</summary>
public sealed record DraftStep(string Key, string Title)
{
    /// <summary>Of a page that may be left empty: how much of it is filled.</summary>
    public string? Filled { get; init; }
}

/// <summary>Which pages a draft has: they depend on what is proposed.</summary>
public static class DraftSteps
{
    public const string Family = "keluarga";
    public const string Members = "anggota";
    public const string Questions = "pertanyaan";
    public const string Reasons = "alasan";
    public const string Review = "periksa";

    /// <summary>The questionnaire whose questions about the family are asked.</summary>
    public static Instrument Instrument => Instruments.Of("dtsen");

    /// <summary>Blocks of the questionnaire, one page each.</summary>
    public static IReadOnlyList<IGrouping<string, Question>> Groups { get; } = [.. Instruments.Of("dtsen").OfFamily.GroupBy(q => q.Group)];

    public static IReadOnlyList<DraftStep> Of(ProposalKind kind, ProposalContent content)
    {
        var reasons = new DraftStep(Reasons, ProposalFlow.IsOwnData(kind) ? "Permintaan" : kind == ProposalKind.Objection ? "Sanggahan" : "Alasan dan bukti");
        var review = new DraftStep(Review, "Periksa");
        if (kind == ProposalKind.Move) return [new(Family, "Tujuan pindah"), reasons, review];
        if (!EditsFamily(kind, content)) return [reasons, review];
        IEnumerable<DraftStep> family = [new(Family, "KK dan alamat"), new(Members, "Anggota"), .. Groups.Select(g => new DraftStep(KeyOf(g.Key), g.Key) { Filled = $"{g.Count(q => content.Family.Answers.ContainsKey(q.Key))} dari {g.Count()} dijawab" })];
        return kind == ProposalKind.Objection ? [reasons, .. family, review] : [.. family, reasons, review];
    }

    public static string KeyOf(string group) => $"{Questions}/{Slug(group)}";

    public static IGrouping<string, Question>? GroupOf(string? slug) => Groups.FirstOrDefault(g => Slug(g.Key) == slug);

    /// <summary>The address, the people and their answers are proposed.</summary>
    public static bool EditsFamily(ProposalKind kind, ProposalContent content) =>
        kind is ProposalKind.NewFamily or ProposalKind.Correction or ProposalKind.OwnDataCorrection || (kind == ProposalKind.Objection && content.Ground == ObjectionGround.WrongData);

    /// <summary>The family itself is to leave.</summary>
    public static bool EndsFamily(ProposalKind kind, ProposalContent content) =>
        kind == ProposalKind.Exit || (kind == ProposalKind.Objection && content.Ground is not (null or ObjectionGround.WrongData));

    private static string Slug(string group) => group.ToLowerInvariant().Replace(' ', '-');
}
