namespace TkpkPortal.Core.Proposals;

/// <summary>For a move: what the desa of arrival may know of another desa's proposal, and no more.</summary>
public sealed class IncomingMove
{
    private IncomingMove()
    {
    }

    internal IncomingMove(Guid proposalId, Guid fromVillageId, Guid toVillageId) => (ProposalId, FromVillageId, ToVillageId) = (proposalId, fromVillageId, toVillageId);

    public Guid ProposalId { get; private set; }

    public Guid FromVillageId { get; private set; }

    public Guid ToVillageId { get; internal set; }

    public string HeadName { get; internal set; } = "";

    public ProposalStage Stage { get; internal set; }

    public DateTimeOffset StageSince { get; internal set; }
}
