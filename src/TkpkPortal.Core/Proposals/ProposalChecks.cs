using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Core.Proposals;

/// <summary>What a draft lacks, as far as the draft alone can tell. What the registry says is asked by <see cref="DraftProblemsQuery"/>.</summary>
public static class ProposalChecks
{
    private const int LongestAddress = 250;
    private const int LongestHamlet = 100;
    private const int LongestRt = 5;
    private const int LongestGrounds = 1000;
    private const int LongestPhone = 30;

    public static IReadOnlyList<DraftProblem> Of(ProposalKind kind, ProposalContent content, DateOnly today)
    {
        var found = new List<DraftProblem>();
        if (DraftSteps.EditsFamily(kind, content)) CheckFamily(new(found, DraftSteps.Family), kind, content);
        if (kind == ProposalKind.Move) CheckMove(new(found, DraftSteps.Family), content);
        if (DraftSteps.EditsFamily(kind, content))
        {
            MemberChecks.Run(found, content.Family, today);
            CheckAnswers(found, content.Family.Answers);
        }

        CheckReasons(new(found, DraftSteps.Reasons), kind, content, today);
        var order = DraftSteps.Of(kind, content).Select(s => s.Key).ToList();
        return [.. found.OrderBy(p => order.IndexOf(p.Step))];
    }

    private static void CheckFamily(ProblemSheet sheet, ProposalKind kind, ProposalContent content)
    {
        var family = content.Family;
        if (family.CardNumber is { } card) sheet.Try("CardNumber", () => FamilyCardNumber.Parse(card));
        if (kind == ProposalKind.NewFamily && Blank.ToNull(family.Address) is null) sheet.Missing("Address", DraftRules.AddressNeeded);
        CheckAddress(sheet, family);
    }

    private static void CheckMove(ProblemSheet sheet, ProposalContent content)
    {
        if (content.ToVillageId is null) sheet.Missing("ToVillageId", DraftRules.DestinationNeeded);
        if (Blank.ToNull(content.Family.Address) is null) sheet.Missing("Address", DraftRules.AddressNeeded);
        CheckAddress(sheet, content.Family);
    }

    private static void CheckAddress(ProblemSheet sheet, FamilyDraft family)
    {
        sheet.Text("Address", "Alamat", family.Address, LongestAddress);
        sheet.Text("Hamlet", "Dusun", family.Hamlet, LongestHamlet);
        sheet.Text("Rt", "RT", family.Rt, LongestRt);
        sheet.Text("Rw", "RW", family.Rw, LongestRt);
    }

    private static void CheckAnswers(List<DraftProblem> found, IReadOnlyDictionary<string, string> answers)
    {
        foreach (var question in DraftSteps.Instrument.OfFamily)
        {
            if (!answers.TryGetValue(question.Key, out var answer) || Blank.ToNull(answer) is null || question.UnderstandAgain(answer) is not null) continue;
            new ProblemSheet(found, DraftSteps.KeyOf(question.Group)).Wrong(AnswerField(question.Key), SurveyRules.RefusalOf(question), question.Label);
        }
    }

    /// <summary>Name of the field of an answer on its page.</summary>
    public static string AnswerField(string question) => $"{AddSurvey.AnswersField}[{question}]";

    private static void CheckReasons(ProblemSheet sheet, ProposalKind kind, ProposalContent content, DateOnly today)
    {
        var own = ProposalFlow.IsOwnData(kind);
        if (kind == ProposalKind.Objection && content.Ground is null) sheet.Missing("Ground", DraftRules.GroundNeeded);
        if (DraftSteps.EndsFamily(kind, content))
        {
            if (kind == ProposalKind.Exit) CheckLeaveReason(sheet, content.LeaveReason);
            CheckLeaveDate(sheet, content.LeftOn, content.Family.Members, today);
        }

        if ((own || kind == ProposalKind.Objection) && Blank.ToNull(content.Informant) is null) sheet.Missing("Informant", DraftRules.InformantNeeded);
        if (kind is not (ProposalKind.Exit or ProposalKind.Move) && Blank.ToNull(content.Grounds) is null) sheet.Missing("Grounds", DraftRules.GroundsNeeded);
        if (content.IdentityCardSeen is null) sheet.Missing("IdentityCardSeen", DraftRules.IdentityCardUnanswered);
        if (!own && content.FamilyCardSeen is null) sheet.Missing("FamilyCardSeen", DraftRules.FamilyCardUnanswered);
        sheet.Text("Grounds", "Alasan", content.Grounds, LongestGrounds);
        sheet.Text("Informant", "Nama", content.Informant, Proposal.LongestName);
        sheet.Text("InformantPhone", "Nomor telepon", content.InformantPhone, LongestPhone);
    }

    internal static void CheckLeaveReason(ProblemSheet sheet, LeaveReason? reason)
    {
        if (reason is null) sheet.Missing("LeaveReason", DraftRules.LeaveReasonNeeded);
        else if (reason == LeaveReason.Merged) sheet.Wrong("LeaveReason", HouseholdRules.MergedOnlyByMerging);
    }

    internal static void CheckLeaveDate(ProblemSheet sheet, string? leftOn, IEnumerable<MemberDraft> leaving, DateOnly today)
    {
        if (Blank.ToNull(leftOn) is null) sheet.Missing("LeftOn", DraftRules.LeaveDateNeeded);
        else if (!Indonesian.TryParseDate(leftOn, out var on)) sheet.Wrong("LeftOn", DraftRules.DateUnreadable, "Tanggal keluar");
        else if (on > today) sheet.Wrong("LeftOn", HouseholdRules.LeavesInFuture);
        else if (leaving.Any(m => Indonesian.TryParseDate(m.BirthDate, out var birth) && birth > on)) sheet.Wrong("LeftOn", HouseholdRules.LeavesBeforeBirth);
    }
}
