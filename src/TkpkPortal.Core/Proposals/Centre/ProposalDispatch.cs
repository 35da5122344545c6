using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Centre;

/// <summary>One delivery of approved proposals to SIKS-NG: what an operator types there from one workbook.</summary>
public sealed class ProposalDispatch : IAudited
{
    private ProposalDispatch()
    {
    }

    public ProposalDispatch(DateOnly cycleMonth, int count, string? note, Actor actor, DateTimeOffset now) =>
        (CycleMonth, Count, Note, SentBy, SentByName, SentAt) = (cycleMonth, count, note, actor.UserId, actor.Name, now);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Given by the database, from 1.</summary>
    public int Number { get; private set; }

    public DateOnly CycleMonth { get; private set; }

    public int Count { get; private set; }

    public string? Note { get; private set; }

    public Guid? SentBy { get; private set; }

    public string SentByName { get; private set; } = "";

    public DateTimeOffset SentAt { get; private set; }

    string IAudited.AuditName => Number == 0 ? "Pengiriman baru" : $"Pengiriman {Number}";
}
