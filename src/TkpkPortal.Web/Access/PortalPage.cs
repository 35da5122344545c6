using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Access;

/// <summary>What every page's frame needs: who is here, our kabupaten, the clock. Inject as <c>Portal</c> in a view.</summary>
public sealed class PortalPage(CurrentActor current, CurrentSettings settings, TkpkDatabase database, KabupatenClock clock, WaitingImportsQuery waitingImports)
{
    public Actor Actor => current.Actor;

    /// <summary>The latest form kept for this person when a sign-in ended.</summary>
    public Guid? HeldPost => current.HeldPost;

    public KabupatenClock Clock { get; } = clock;

    public ValueTask<SettingsView> SettingsAsync(CancellationToken ct = default) => settings.GetAsync(ct);

    /// <summary>The number beside a menu item; 0 where nothing waits.</summary>
    public async ValueTask<int> WaitingAsync(MenuItem item, CancellationToken ct = default) => item.Route == Menu.ImportsRoute ? await waitingImports.RunAsync(ct) : 0;

    /// <summary>How long a drawn part may be kept when another process writes; this process's own writes end it at once.</summary>
    public static TimeSpan DrawnFor { get; } = TimeSpan.FromSeconds(15);

    /// <summary>The key under which drawn HTML may be kept: the same for readers of one role until something is written. Only for parts that show no person and no form.</summary>
    public string DrawnKey(params object?[] parts) =>
        string.Join('|', parts.Prepend(Clock.Today).Prepend(Actor.Role).Prepend(Actor.AgencyId).Prepend(database.Changes));

    public bool May(Permission permission) => Actor.May(permission);
}
