using TkpkPortal.Core.Audit;

namespace TkpkPortal.Core.Access;

/// <summary>Counts a sign-in per address and per typed name, right or wrong. Returns how long to wait when there were too many.</summary>
public sealed class LimitSignIns(SignInCounters counters, RequestTrace trace)
{
    public async Task<TimeSpan?> RunAsync(string name, CancellationToken ct)
    {
        var byAddress = await counters.CountAsync("alamat", trace.Address ?? "", ct);
        var byName = await counters.CountAsync("nama", PortalUser.NameKey(name), ct);
        return byAddress > byName || byName is null ? byAddress : byName;
    }
}
