using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals;

/// <summary>Places, deadlines and the clock: what every list of proposals reads.</summary>
public sealed record WorkContext(ProposalAreasQuery Areas, CycleCalendarQuery Calendar, KabupatenClock Clock);
