using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>
/// What one proposal is about, in a line that may be read aloud before the village: codes and names of fields in words, never what was typed, no number, nothing of anybody's health.
/// </summary>
internal static class ProposalSubject
{
    private const int MostNames = 3;

    private static readonly HashSet<string> Withheld =
        [DiffLine.Nik, nameof(HouseholdMember.Disability), nameof(HouseholdMember.Pregnant), nameof(HouseholdMember.HealthInsurance)];

    private static readonly HashSet<string> WithheldGroups = ["Disabilitas", "Kesehatan"];

    /// <param name="villageOf">"Asoka Baru, Kecamatan Asoka"; null for one that is not known here.</param>
    /// <returns>Null where nothing can be said.</returns>
    public static string? Of(ProposalKind kind, ProposalContent content, Guid villageId, Func<Guid, string?> villageOf) => kind switch
    {
        ProposalKind.NewFamily => Indonesian.Count(content.Family.Members.Count(m => !m.Leaves), "anggota"),
        ProposalKind.Exit => content.LeaveReason is { } reason ? HouseholdNames.Of(reason).ToLower(Indonesian.Culture) : null,
        ProposalKind.Objection => content.Ground is { } ground ? ProposalNames.Of(ground).ToLower(Indonesian.Culture) : null,
        ProposalKind.Move => content.ToVillageId is { } to ? $"ke {villageOf(to) ?? "desa lain"}" : null,
        ProposalKind.Correction => Fields(ProposalComparison.Of(kind, content, villageId, content.Base).Lines),
        _ => null,
    };

    private static string? Fields(IReadOnlyList<DiffLine> lines)
    {
        var added = lines.Where(l => l.Field == DiffLine.Added).Select(l => l.MemberKey).ToHashSet();
        var names = lines.Where(l => l.Field == DiffLine.Added || l.MemberKey is null || !added.Contains(l.MemberKey)).Select(NameOf).OfType<string>().Distinct().ToList();
        if (names.Count == 0) return null;
        return Indonesian.List(names.Count <= MostNames ? names : [.. names.Take(MostNames), $"{Indonesian.Number(names.Count - MostNames)} isian lain"]);
    }

    private static string? NameOf(DiffLine line) => line switch
    {
        { Field: DiffLine.Added } => "anggota baru",
        { MemberKey: not null, Field: nameof(HouseholdMember.LeaveReason) or nameof(HouseholdMember.LeftOn) } => "anggota keluar",
        { MemberKey: not null, Field: nameof(HouseholdMember.Name) } => "nama anggota",
        { IsAnswer: true } => MayBeNamed(line) ? Small(DiffWords.NameOf(line)) : null,
        _ => Withheld.Contains(line.Field) ? null : Small(DiffWords.NameOf(line)),
    };

    /// <summary>A question nobody knows any more has no words, and might be of any kind.</summary>
    private static bool MayBeNamed(DiffLine line) =>
        DraftSteps.Instrument.Find(line.Field[DiffLine.AnswerPrefix.Length..]) is { OfMember: false } question && !WithheldGroups.Contains(question.Group);

    /// <summary>"alamat", but "RT", "AC" and "BLT Desa" as they are.</summary>
    private static string Small(string name) => name.Length > 1 && char.IsLower(name[1]) ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
