namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>A proposal on the agenda, and what the village decided.</summary>
public sealed class DeliberationItem : IOfDeliberation
{
    private DeliberationItem()
    {
    }

    internal DeliberationItem(Guid deliberationId, Guid proposalId, int order) => (DeliberationId, ProposalId, Order) = (deliberationId, proposalId, order);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid DeliberationId { get; private set; }

    public VillageDeliberation Deliberation { get; private set; } = null!;

    public Guid ProposalId { get; private set; }

    public int Order { get; private set; }

    public DeliberationOutcome? Outcome { get; private set; }

    public string? Reason { get; private set; }

    internal void Decide(DeliberationOutcome? outcome, string? reason) => (Outcome, Reason) = (outcome, reason);
}

/// <summary>Somebody who came; stands on the public attendance list.</summary>
public sealed class DeliberationAttendee : IOfDeliberation
{
    private DeliberationAttendee()
    {
    }

    internal DeliberationAttendee(Guid deliberationId, int order, string name, string position, bool isFemale) =>
        (DeliberationId, Order, Name, Position, IsFemale) = (deliberationId, order, name, position, isFemale);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid DeliberationId { get; private set; }

    public VillageDeliberation Deliberation { get; private set; } = null!;

    public int Order { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Unsur: BPD, tokoh masyarakat, ketua RT, pendamping.</summary>
    public string Position { get; private set; } = "";

    public bool IsFemale { get; private set; }
}

/// <summary>A child of a musyawarah.</summary>
public interface IOfDeliberation
{
    Guid DeliberationId { get; }
}
