using TkpkPortal.Core.Proposals.Review;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>What became of each; without outcomes the whole was refused and may be sent again.</summary>
public sealed record BulkResult(BulkStep Step, IReadOnlyList<Guid> Chosen, IReadOnlyList<BulkOutcome> Outcomes)
{
    public string? Reason { get; init; }
}
