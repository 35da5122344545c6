namespace TkpkPortal.Core.Proposals;

/// <summary>A child of a proposal: seen and written by whoever sees the proposal.</summary>
public interface IOfProposal
{
    Guid ProposalId { get; }
}
