using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>The people of a draft: each alone, and all together.</summary>
internal static class MemberChecks
{
    private const int LongestOccupation = 100;

    public static void Run(List<DraftProblem> found, FamilyDraft family, DateOnly today)
    {
        var all = new ProblemSheet(found, DraftSteps.Members);
        var staying = family.Members.Where(m => !m.Leaves).ToList();
        var heads = staying.Count(m => m.Relation == FamilyRelation.Head);
        if (family.Members.Count == 0) all.Missing(null, DraftRules.NobodyYet);
        else if (staying.Count == 0) all.Wrong(null, DraftRules.NobodyStays);
        else if (heads != 1) all.Missing(null, DraftRules.OneHead, heads == 0 ? "belum ada" : $"ada {Indonesian.Number(heads)}");
        foreach (var member in family.Members) Check(new(found, DraftSteps.Members, member), member, staying, today);
    }

    private static void Check(ProblemSheet sheet, MemberDraft member, List<MemberDraft> staying, DateOnly today)
    {
        if (member.Leaves)
        {
            ProposalChecks.CheckLeaveReason(sheet, member.LeaveReason);
            ProposalChecks.CheckLeaveDate(sheet, member.LeftOn, [member], today);
            return;
        }

        if (Blank.ToNull(member.Name) is null) sheet.Missing("Name", DraftRules.NameNeeded);
        sheet.Text("Name", "Nama lengkap", member.Name, Proposal.LongestName);
        if (member.Relation is null) sheet.Missing("Relation", DraftRules.RelationNeeded);
        if (member.Sex is null) sheet.Missing("Sex", DraftRules.SexNeeded);
        CheckNik(sheet, member, staying);
        CheckBirth(sheet, member.BirthDate, today);
        sheet.Text("Occupation", "Pekerjaan", member.Occupation, LongestOccupation);
        if (member is { Sex: Sex.Male, Pregnant: true }) sheet.Wrong("Pregnant", HouseholdRules.PregnantMan);
    }

    private static void CheckNik(ProblemSheet sheet, MemberDraft member, List<MemberDraft> staying)
    {
        if (Blank.ToNull(member.Nik) is not { } nik) return;
        sheet.Try("Nik", () => Nik.Parse(nik));
        if (staying.Exists(m => m.Key != member.Key && m.Nik is { } other && Nik.Clean(other) == Nik.Clean(nik))) sheet.Wrong("Nik", HouseholdRules.NikTwice);
    }

    private static void CheckBirth(ProblemSheet sheet, string? typed, DateOnly today)
    {
        if (Blank.ToNull(typed) is null) return;
        if (!Indonesian.TryParseDate(typed, out var birth)) sheet.Wrong("BirthDate", DraftRules.DateUnreadable, "Tanggal lahir");
        else if (birth > today || Age.InYears(birth, today) > HouseholdRules.OldestAge) sheet.Wrong("BirthDate", HouseholdRules.BirthImpossible);
    }
}
