using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Core.Proposals;

/// <summary>The acts: each asks the flow, then the rules, and only then changes anything.</summary>
public sealed partial class Proposal
{
    /// <summary>Freezes the diff of this round. Refused: USL-01, USL-02, USL-06.</summary>
    /// <param name="cycle">The cycle it counts for, and whether the present one has closed.</param>
    internal void Submit(IReadOnlyList<DiffLine> lines, (DateOnly Month, bool IsLate) cycle, Actor actor, FieldCipher cipher, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.Submit, actor);
        if (lines.Count == 0 && Kind is not (ProposalKind.OwnDataAccess or ProposalKind.OwnDataObjection)) throw new RuleBrokenException(ProposalRules.NothingProposed);
        Round++;
        _diffs.Add(new(Id, Round, DiffLine.ToBytes(lines), lines.Count, cipher, now));
        (CycleMonth, IsLate) = cycle;
        SubmittedBy = actor.UserId;
        SubmittedAt = now;
        ReturnedFrom = null;
        // The musyawarah judged the family, not the spelling of its address: its word stands, and every office looks again.
        Enter(DeliberationId is null ? move.To : ProposalStage.Deliberated, ProposalAct.Submit, actor, IsLate ? "Lewat batas pengajuan; masuk periode berikutnya." : null, null, now);
    }

    /// <summary>Asked before a draft is looked at, so that whoever is too late hears that and not what it lacks. Refused: USL-01, USL-02.</summary>
    internal void MustBeSubmittable(Actor actor) => MustMayTake(ProposalAct.Submit, actor);

    /// <summary>The musyawarah's word, given when it closes. Refused: USL-01, USL-02, USL-04.</summary>
    internal void DecideInDeliberation(Guid deliberationId, DeliberationOutcome outcome, string? reason, DateOnly nextCycle, Actor actor, DateTimeOffset now)
    {
        var act = outcome switch
        {
            DeliberationOutcome.Worthy => ProposalAct.Deliberate,
            DeliberationOutcome.NotWorthy => ProposalAct.Reject,
            DeliberationOutcome.Postponed => ProposalAct.Postpone,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        // Others may reject at other stages; the village's word counts only where the village has it.
        if (Stage != ProposalStage.Submitted) throw Wrong(act);
        var move = MustMayTake(act, actor);
        if (outcome != DeliberationOutcome.Worthy) MustGiveReason(reason);
        if (outcome == DeliberationOutcome.Worthy) DeliberationId = deliberationId;
        if (outcome == DeliberationOutcome.Postponed) CycleMonth = nextCycle;
        Enter(move.To, act, actor, reason, null, now);
    }

    /// <summary>Camat or Dinas Sosial finds it right. Refused: USL-01, USL-02, USL-03.</summary>
    internal void Verify(Actor actor, string? note, DateTimeOffset now)
    {
        var act = actor.Role == Role.DistrictHead ? ProposalAct.VerifyDistrict : ProposalAct.VerifySocial;
        var move = MustMayTake(act, actor);
        if (act == ProposalAct.VerifySocial) SocialVerifiedBy = actor.UserId;
        Enter(move.To, act, actor, note, null, now);
    }

    /// <summary>Refused: USL-01, USL-02, USL-08.</summary>
    internal void AskFieldCheck(Guid? facilitatorId, Actor actor, string? note, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.AskFieldCheck, actor);
        FacilitatorId = facilitatorId ?? throw new RuleBrokenException(ProposalRules.VisitorNeeded, nameof(FacilitatorId));
        Enter(move.To, ProposalAct.AskFieldCheck, actor, note, null, now);
    }

    /// <summary>Refused: USL-01, USL-02, USL-03, USL-04, USL-09.</summary>
    internal void RecordFieldCheck(FieldFinding finding, string? note, Actor actor, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.RecordFieldCheck, actor);
        if (FacilitatorId != actor.UserId) throw new RuleBrokenException(ProposalRules.NotTheVisitor);
        if (finding != FieldFinding.Matches) MustGiveReason(note);
        Finding = finding;
        Enter(move.To, ProposalAct.RecordFieldCheck, actor, note, null, now);
    }

    /// <summary>Refused: USL-01, USL-02, USL-03, USL-07.</summary>
    internal void Approve(Actor actor, string? note, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.Approve, actor);
        if (SocialVerifiedBy == actor.UserId) throw new RuleBrokenException(ProposalRules.SecondPair);
        Enter(move.To, ProposalAct.Approve, actor, note, null, now);
    }

    /// <summary>Refused: USL-01, USL-02.</summary>
    internal void Send(Guid dispatchId, Actor actor, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.Send, actor);
        DispatchId = dispatchId;
        Enter(move.To, ProposalAct.Send, actor, null, null, now);
    }

    /// <summary>The centre's word, brought by an import. Refused: USL-01, USL-02, USL-04.</summary>
    internal void TakeAnswer(CentreAnswer answer, int? decile, DateOnly on, string? reason, Guid batchId, Actor actor, DateTimeOffset now)
    {
        var act = answer switch
        {
            CentreAnswer.Accepted => ProposalAct.Accept,
            CentreAnswer.Rejected => ProposalAct.Reject,
            CentreAnswer.Postponed => ProposalAct.Wait,
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };
        if (Stage != ProposalStage.Sent) throw Wrong(act);
        var move = MustMayTake(act, actor);
        (Answer, AnsweredOn, AnsweredDecile, AnswerBatchId) = (answer, on, decile, batchId);
        Enter(move.To, act, actor, reason, null, now);
    }

    /// <summary>Undo of the import that brought the answer. Refused: USL-01, USL-02, USL-16, USL-17.</summary>
    internal void WithdrawAnswer(Guid batchId, Actor actor, DateTimeOffset now)
    {
        if (Stage == ProposalStage.Applied) throw new RuleBrokenException(ProposalRules.AnswerTwice);
        if (AnswerBatchId != batchId) throw new RuleBrokenException(ProposalRules.NothingWithdrawn);
        var move = MustMayTake(ProposalAct.WithdrawAnswer, actor);
        (Answer, AnsweredOn, AnsweredDecile, AnswerBatchId) = (null, null, null, null);
        Enter(move.To, ProposalAct.WithdrawAnswer, actor, null, null, now);
    }

    /// <summary>Written to the record by the caller in the same transaction. Refused: USL-01, USL-02.</summary>
    internal void Apply(Guid householdId, Actor actor, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.Apply, actor);
        HouseholdId = householdId;
        Enter(move.To, ProposalAct.Apply, actor, null, null, now);
    }

    /// <summary>A question about own data is answered. Refused: USL-01, USL-02, USL-03, USL-04.</summary>
    internal void Complete(string? note, Guid? fileId, Actor actor, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.Complete, actor);
        MustGiveReason(note);
        Enter(move.To, ProposalAct.Complete, actor, note, fileId, now);
    }

    /// <summary>Back to the desa. Refused: USL-01 to USL-04.</summary>
    internal void Return(string? reason, Actor actor, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.Return, actor);
        MustGiveReason(reason);
        ReturnedFrom = Stage;
        Enter(move.To, ProposalAct.Return, actor, reason, null, now);
    }

    /// <summary>Refused: USL-01, USL-02, USL-04.</summary>
    internal void Reject(string? reason, Actor actor, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.Reject, actor);
        // The musyawarah and the centre reject through their own papers.
        if (Stage is ProposalStage.Sent || (Stage is ProposalStage.Submitted && !ProposalFlow.IsOwnData(Kind))) throw Wrong(ProposalAct.Reject);
        MustGiveReason(reason);
        Enter(move.To, ProposalAct.Reject, actor, reason, null, now);
    }

    /// <summary>Refused: USL-01, USL-02, USL-04.</summary>
    internal void Cancel(string? reason, Actor actor, DateTimeOffset now)
    {
        var move = MustMayTake(ProposalAct.Cancel, actor);
        MustGiveReason(reason);
        Enter(move.To, ProposalAct.Cancel, actor, reason, null, now);
    }

    /// <summary>For a move: lets the desa of arrival know.</summary>
    internal void Announce(Guid toVillageId)
    {
        if (Incoming is null) Incoming = new(Id, VillageId, toVillageId);
        else Incoming.ToVillageId = toVillageId;
        TellIncoming();
    }

    private ProposalMove MustMayTake(ProposalAct act, Actor actor)
    {
        var move = ProposalFlow.Find(Kind, Stage, act) ?? throw Wrong(act);
        if (actor.Role is not { } role || !move.By.Contains(role))
            throw new RuleBrokenException(ProposalRules.NotYourStep, null, string.Join(" atau ", move.By.Where(r => r != Role.Admin).Select(RoleNames.Of)));
        if (ProposalFlow.IsReview(act) && actor.UserId is { } me && (me == CreatedBy || me == SubmittedBy)) throw new RuleBrokenException(ProposalRules.OwnProposal);
        return move;
    }

    private RuleBrokenException Wrong(ProposalAct act) => new(ProposalRules.WrongStage, null, ProposalNames.Of(Stage).ToLowerInvariant(), ProposalNames.Passive(act));

    private static void MustGiveReason(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBrokenException(ProposalRules.ReasonNeeded, nameof(Reason));
    }

    private void Enter(ProposalStage stage, ProposalAct act, Actor actor, string? note, Guid? fileId, DateTimeOffset now)
    {
        _steps.Add(new(Id, act, Stage, stage, actor, Blank.ToNull(note), fileId, now));
        if (Stage != stage) StageSince = now;
        if (stage <= ProposalStage.Completed && stage > Reached) Reached = stage;
        Stage = stage;
        Reason = Blank.ToNull(note);
        UpdatedAt = now;
        TellIncoming();
    }

    private void TellIncoming()
    {
        if (Incoming is not { } incoming) return;
        (incoming.HeadName, incoming.Stage, incoming.StageSince) = (HeadName, Stage, StageSince);
    }
}
