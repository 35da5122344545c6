using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals;

/// <summary>One act in a proposal's history; never changed.</summary>
public sealed class ProposalStep : IAudited, IOfProposal
{
    private ProposalStep()
    {
    }

    internal ProposalStep(Guid proposalId, ProposalAct act, ProposalStage from, ProposalStage to, Actor actor, string? note, Guid? fileId, DateTimeOffset now)
    {
        (ProposalId, Act, From, To, Note, FileId, At) = (proposalId, act, from, to, note, fileId, now);
        (ActorId, ActorName) = (actor.UserId, actor.Name);
        Office = actor.Position.Length > 0 ? actor.Position : actor.Role is { } role ? RoleNames.Of(role) : actor.Name;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid ProposalId { get; private set; }

    public Proposal Proposal { get; private set; } = null!;

    public ProposalAct Act { get; private set; }

    public ProposalStage From { get; private set; }

    public ProposalStage To { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>Jabatan then.</summary>
    public string Office { get; private set; } = "";

    public string? Note { get; private set; }

    public Guid? FileId { get; private set; }

    string IAudited.AuditName => $"{ProposalNames.Of(Act)}: {ProposalNames.Of(To)}";
}
