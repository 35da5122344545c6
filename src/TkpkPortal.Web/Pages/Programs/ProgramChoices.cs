using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Web.Pages.Programs;

/// <summary>What the selects of program forms offer. An OPD's own people may only choose their OPD.</summary>
public sealed class ProgramChoices(AgencyListQuery agencies, KeptViews kept, Actor actor)
{
    public static readonly SelectListItem Unchosen = new("Pilih", "");

    public static IEnumerable<SelectListItem> Strategies => Of<Strategy>(ProgramNames.Of);

    public static IEnumerable<SelectListItem> Clusters => Of<Cluster>(ProgramNames.Of).Prepend(new("Tidak ditandai", ""));

    public static IEnumerable<SelectListItem> FundingSources => Of<FundingSource>(ProgramNames.Of).Prepend(Unchosen);

    public static IEnumerable<SelectListItem> RecipientUnits => Of<RecipientUnit>(ProgramNames.Of).Prepend(Unchosen);

    public async Task<IReadOnlyList<SelectListItem>> AgenciesAsync(CancellationToken ct)
    {
        var all = await kept.GetAsync((nameof(ProgramChoices), actor.Reach, actor.AgencyId), () => agencies.AllAsync(null, withInactive: false, ct));
        var own = actor.Reach == Reach.Agency ? all.Where(a => a.Id == actor.AgencyId) : all;
        return [Unchosen, .. own.Select(a => new SelectListItem(a.Name, a.Id.ToString()))];
    }

    private static IEnumerable<SelectListItem> Of<T>(Func<T, string> name)
        where T : struct, Enum => Enum.GetValues<T>().Select(v => new SelectListItem(name(v), v.ToString()));
}
