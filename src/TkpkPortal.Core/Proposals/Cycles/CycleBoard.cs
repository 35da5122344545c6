using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Cycles;

/// <summary>A column of the board: whose turn it is.</summary>
/// <param name="Heading">Narrow, for paper.</param>
public sealed record BoardColumn(string Title, string Heading, IReadOnlyList<ProposalStage> Stages)
{
    /// <summary>In the order of the way; the last two are its ends.</summary>
    public static IReadOnlyList<BoardColumn> All { get; } =
    [
        new("Desa", "Desa", [ProposalStage.Draft, ProposalStage.Returned]),
        new("Musyawarah", "Musy.", [ProposalStage.Submitted]),
        new("Kecamatan", "Kec.", [ProposalStage.Deliberated]),
        new("Dinas Sosial", "Dinsos", [ProposalStage.DistrictVerified]),
        new("Lapangan", "Lap.", [ProposalStage.FieldCheckAsked]),
        new("Pengesahan", "Sah", [ProposalStage.SocialVerified, ProposalStage.FieldChecked]),
        new("Pengiriman", "Kirim", [ProposalStage.Approved]),
        new("Pusat", "Pusat", [ProposalStage.Sent, ProposalStage.Answered]),
        new("Selesai", "Selesai", [ProposalStage.Applied, ProposalStage.Completed]),
        new("Ditolak atau batal", "Tolak, batal", [ProposalStage.Rejected, ProposalStage.Cancelled]),
    ];
}

/// <summary>Where the proposals of some area stand.</summary>
public sealed record BoardRow(Place? Area, IReadOnlyList<StageCount> Stages, WayTotals Way)
{
    public int Total => Stages.Sum(s => s.Count);

    public int Of(ProposalStage stage) => Stages.Where(s => s.Stage == stage).Sum(s => s.Count);

    public int Of(BoardColumn column) => column.Stages.Sum(Of);
}

/// <param name="MeanDays">Whole days that they stand there, on average.</param>
/// <param name="Oldest">Since when the longest waiting stands there; only for those who may see proposals, and only where the way goes on.</param>
public sealed record StageCount(ProposalStage Stage, int Count, int MeanDays, DateTimeOffset? Oldest = null);

/// <summary>How far the proposals of the way through the village came, whatever became of them; requests about own data take another way and stand apart.</summary>
/// <param name="Answered">The centre accepted or rejected.</param>
public sealed record WayTotals(int Registered, int Submitted, int Deliberated, int DistrictVerified, int SocialVerified, int Approved, int Sent, int Answered, int OwnData, int OwnDataClosed)
{
    internal static WayTotals Of(IReadOnlyCollection<TallyRow> tallies)
    {
        var way = tallies.Where(t => !ProposalFlow.IsOwnData(t.Kind)).ToList();
        var own = tallies.Where(t => ProposalFlow.IsOwnData(t.Kind)).ToList();
        return new(
            way.Sum(t => t.Count), Reached(ProposalStage.Submitted), Reached(ProposalStage.Deliberated), Reached(ProposalStage.DistrictVerified), Reached(ProposalStage.SocialVerified),
            Reached(ProposalStage.Approved), Reached(ProposalStage.Sent),
            Reached(ProposalStage.Answered) + way.Where(t => t is { Stage: ProposalStage.Rejected, Reached: ProposalStage.Sent }).Sum(t => t.Count),
            own.Sum(t => t.Count), own.Where(t => ProposalFlow.IsFinal(t.Stage)).Sum(t => t.Count));

        int Reached(ProposalStage stage) => way.Where(t => t.Reached >= stage).Sum(t => t.Count);
    }
}

internal sealed record TallyRow(Guid VillageId, ProposalKind Kind, ProposalStage Stage, ProposalStage Reached, int Count, long SinceDays);

/// <param name="Month">Null for every cycle together.</param>
/// <param name="Months">Cycles that hold anything, the latest first, and always the open one.</param>
public sealed record CycleBoardView(
    DateOnly? Month, IReadOnlyList<DateOnly> Months, IReadOnlyList<CycleDeadline> Deadlines, Place? District, BoardRow Sum, IReadOnlyList<BoardRow> Rows);
