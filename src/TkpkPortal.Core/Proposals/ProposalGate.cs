using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals;

/// <summary>What may be proposed about whom.</summary>
public sealed record ProposalGate(HouseholdAreasQuery Areas, ExpiredImports Expired, CycleCalendarQuery Calendar);
