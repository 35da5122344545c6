using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals;

/// <summary>What a list of proposals is narrowed to. Codes and words only, never a name, so that it may stand in an address.</summary>
public sealed record ProposalFilter(ProposalStage? Stage, ProposalKind? Kind, string? DistrictCode, string? VillageCode, DateOnly? Month, bool OnlyOverdue)
{
    /// <summary>A running number is looked up alone.</summary>
    public int? Number { get; init; }

    /// <summary>The desa it covers; null is every desa in scope. A code outside what the actor may see does not exist.</summary>
    internal List<Guid>? VillagesIn(HouseholdAreas areas) =>
        DistrictCode is null && VillageCode is null ? null : [.. new HouseholdFilter(DistrictCode, VillageCode, null, false).VillagesIn(areas).Select(v => v.Id)];
}

/// <summary>Which stages are overdue in which cycles: what no single comparison can tell.</summary>
internal sealed record OverdueMonths(List<DateOnly> Deliberation, List<DateOnly> District, List<DateOnly> Social, List<DateOnly> Sending)
{
    /// <param name="months">The cycles there are proposals of.</param>
    public static OverdueMonths Of(CycleCalendar calendar, IReadOnlyList<DateOnly> months, DateOnly today)
    {
        return new(Late(ProposalStage.Submitted), Late(ProposalStage.Deliberated), Late(ProposalStage.DistrictVerified), Late(ProposalStage.Approved));

        List<DateOnly> Late(ProposalStage stage) => [.. months.Where(m => calendar.Of(m).DueOf(stage) < today)];
    }
}
