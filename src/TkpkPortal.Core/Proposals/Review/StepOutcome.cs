namespace TkpkPortal.Core.Proposals.Review;

/// <summary>How one proposal of a bulk step fared.</summary>
/// <param name="Refusal">The rule's sentence; null where the step was taken.</param>
public sealed record StepOutcome(Guid Id, string Number, string HeadName, string? Refusal)
{
    internal static StepOutcome Of(Proposal proposal, string? refusal) => new(proposal.Id, ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number), proposal.HeadName, refusal);
}
