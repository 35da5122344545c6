using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Help;

[Permit(Permission.UsePortal)]
public sealed class IndexModel(CurrentActor current) : PageModel
{
    public IReadOnlyList<(MenuItem Item, HelpTopic Topic)> Topics { get; private set; } = [];

    public void OnGet() => Topics =
        [.. Menu.For(current.Actor).SelectMany(group => group).Select(item => (item, HelpTopics.Of(item.Route)!)).Where(t => t.Item2 is not null)];
}
