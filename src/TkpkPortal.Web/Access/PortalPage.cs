using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Access;

/// <summary>What every page's frame needs: who is here, our kabupaten, the clock. Inject as <c>Portal</c> in a view.</summary>
public sealed class PortalPage(CurrentActor current, CurrentSettings settings, KabupatenClock clock)
{
    public Actor Actor => current.Actor;

    public KabupatenClock Clock { get; } = clock;

    public ValueTask<SettingsView> SettingsAsync(CancellationToken ct = default) => settings.GetAsync(ct);

    public bool May(Permission permission) => Actor.May(permission);
}
