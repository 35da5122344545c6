using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals;

/// <summary>The way of a proposal, as one table: from which stage which act leads where, and whose act it is. Nothing moves a proposal past it.</summary>
public static class ProposalFlow
{
    private static readonly Role[] Desk = [Role.VillageOperator, Role.SocialAgency, Role.Secretariat, Role.Admin];
    private static readonly Role[] Assembly = [Role.VillageOperator, Role.Secretariat, Role.Admin];
    private static readonly Role[] District = [Role.DistrictHead];
    private static readonly Role[] Social = [Role.SocialAgency];
    private static readonly Role[] Visitor = [Role.Facilitator];
    private static readonly Role[] Centre = [Role.SocialAgency, Role.Secretariat, Role.Admin];
    private static readonly Role[] Office = [Role.Secretariat, Role.Admin];

    private static readonly ProposalMove[] Full =
    [
        new(ProposalStage.Draft, ProposalAct.Submit, ProposalStage.Submitted, Desk),
        new(ProposalStage.Draft, ProposalAct.Cancel, ProposalStage.Cancelled, Desk),
        // After a correction: see Proposal.Submit for one that the musyawarah has already found worthy.
        new(ProposalStage.Returned, ProposalAct.Submit, ProposalStage.Submitted, Desk),
        new(ProposalStage.Returned, ProposalAct.Cancel, ProposalStage.Cancelled, Desk),
        new(ProposalStage.Submitted, ProposalAct.Deliberate, ProposalStage.Deliberated, Assembly),
        new(ProposalStage.Submitted, ProposalAct.Postpone, ProposalStage.Submitted, Assembly),
        new(ProposalStage.Submitted, ProposalAct.Reject, ProposalStage.Rejected, Assembly),
        new(ProposalStage.Submitted, ProposalAct.Cancel, ProposalStage.Cancelled, Desk),
        new(ProposalStage.Deliberated, ProposalAct.VerifyDistrict, ProposalStage.DistrictVerified, District),
        .. Refusals(ProposalStage.Deliberated, District),
        new(ProposalStage.DistrictVerified, ProposalAct.VerifySocial, ProposalStage.SocialVerified, Social),
        .. Refusals(ProposalStage.DistrictVerified, Social),
        .. Approval,
        new(ProposalStage.Approved, ProposalAct.Send, ProposalStage.Sent, Centre),
        new(ProposalStage.Approved, ProposalAct.Cancel, ProposalStage.Cancelled, Office),
        new(ProposalStage.Sent, ProposalAct.Accept, ProposalStage.Answered, Centre),
        new(ProposalStage.Sent, ProposalAct.Wait, ProposalStage.Sent, Centre),
        new(ProposalStage.Sent, ProposalAct.Reject, ProposalStage.Rejected, Centre),
        new(ProposalStage.Sent, ProposalAct.WithdrawAnswer, ProposalStage.Sent, Centre),
        new(ProposalStage.Rejected, ProposalAct.WithdrawAnswer, ProposalStage.Sent, Centre),
        new(ProposalStage.Answered, ProposalAct.WithdrawAnswer, ProposalStage.Sent, Centre),
        new(ProposalStage.Answered, ProposalAct.Apply, ProposalStage.Applied, Centre),
    ];

    /// <summary>UU PDP gives 3 x 24 hours: no musyawarah, no camat and no centre stand between a person and the own data.</summary>
    private static readonly ProposalMove[] OwnCorrection =
    [
        .. OwnDesk,
        new(ProposalStage.Submitted, ProposalAct.VerifySocial, ProposalStage.SocialVerified, Social),
        .. Refusals(ProposalStage.Submitted, Social),
        .. Approval,
        new(ProposalStage.Approved, ProposalAct.Apply, ProposalStage.Applied, Centre),
    ];

    private static readonly ProposalMove[] OwnQuestion =
    [
        .. OwnDesk,
        new(ProposalStage.Submitted, ProposalAct.Complete, ProposalStage.Completed, Centre),
        .. Refusals(ProposalStage.Submitted, Centre),
    ];

    /// <summary>Acts whose doer must not be who proposed.</summary>
    private static readonly HashSet<ProposalAct> Reviews =
        [ProposalAct.VerifyDistrict, ProposalAct.VerifySocial, ProposalAct.RecordFieldCheck, ProposalAct.Approve, ProposalAct.Complete, ProposalAct.Return];

    private static IEnumerable<ProposalMove> Approval =>
    [
        new(ProposalStage.SocialVerified, ProposalAct.AskFieldCheck, ProposalStage.FieldCheckAsked, Centre),
        new(ProposalStage.FieldCheckAsked, ProposalAct.RecordFieldCheck, ProposalStage.FieldChecked, Visitor),
        new(ProposalStage.FieldCheckAsked, ProposalAct.Cancel, ProposalStage.Cancelled, Office),
        .. new[] { ProposalStage.SocialVerified, ProposalStage.FieldChecked }.SelectMany(from => Refusals(from, Centre)
            .Append(new(from, ProposalAct.Approve, ProposalStage.Approved, Centre)).Append(new(from, ProposalAct.Cancel, ProposalStage.Cancelled, Office))),
    ];

    private static IEnumerable<ProposalMove> OwnDesk =>
    [
        new(ProposalStage.Draft, ProposalAct.Submit, ProposalStage.Submitted, Desk),
        new(ProposalStage.Draft, ProposalAct.Cancel, ProposalStage.Cancelled, Desk),
        new(ProposalStage.Returned, ProposalAct.Submit, ProposalStage.Submitted, Desk),
        new(ProposalStage.Returned, ProposalAct.Cancel, ProposalStage.Cancelled, Desk),
        new(ProposalStage.Submitted, ProposalAct.Cancel, ProposalStage.Cancelled, Desk),
    ];

    /// <summary>Every move of a kind, for the property test, the guide and the pages that show what comes next.</summary>
    public static IReadOnlyList<ProposalMove> Of(ProposalKind kind) => kind switch
    {
        ProposalKind.OwnDataCorrection => OwnCorrection,
        ProposalKind.OwnDataAccess or ProposalKind.OwnDataObjection => OwnQuestion,
        _ => Full,
    };

    public static ProposalMove? Find(ProposalKind kind, ProposalStage from, ProposalAct act) => Of(kind).FirstOrDefault(m => m.From == from && m.Act == act);

    /// <summary>What a role can do at a stage.</summary>
    public static IEnumerable<ProposalAct> ActsOf(ProposalKind kind, ProposalStage stage, Role role) => Of(kind).Where(m => m.From == stage && m.By.Contains(role)).Select(m => m.Act);

    public static bool IsReview(ProposalAct act) => Reviews.Contains(act);

    public static bool IsOwnData(ProposalKind kind) => kind is ProposalKind.OwnDataAccess or ProposalKind.OwnDataCorrection or ProposalKind.OwnDataObjection;

    public static bool IsFinal(ProposalStage stage) => Final.Contains(stage);

    /// <summary>For queries: the way has ended.</summary>
    internal static readonly ProposalStage[] Final = [ProposalStage.Applied, ProposalStage.Completed, ProposalStage.Rejected, ProposalStage.Cancelled];

    /// <summary>Who has the next word; none when the way has ended.</summary>
    public static IReadOnlyList<Role> Next(ProposalKind kind, ProposalStage stage) => IsFinal(stage) ? [] : [.. Forward(kind, stage).SelectMany(m => m.By).Distinct()];

    private static IEnumerable<ProposalMove> Forward(ProposalKind kind, ProposalStage stage) =>
        Of(kind).Where(m => m.From == stage && m.Act is not (ProposalAct.Return or ProposalAct.Reject or ProposalAct.Cancel or ProposalAct.WithdrawAnswer or ProposalAct.AskFieldCheck));

    private static ProposalMove[] Refusals(ProposalStage from, Role[] by) =>
        [new(from, ProposalAct.Return, ProposalStage.Returned, by), new(from, ProposalAct.Reject, ProposalStage.Rejected, by), new(from, ProposalAct.Cancel, ProposalStage.Cancelled, Office)];
}

/// <param name="By">Roles whose act it is.</param>
public sealed record ProposalMove(ProposalStage From, ProposalAct Act, ProposalStage To, IReadOnlyList<Role> By);
