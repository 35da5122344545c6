using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Pages.Meetings;

internal static class MeetingKindChoices
{
    public static IReadOnlyList<SelectListItem> All { get; } = [.. Enum.GetValues<MeetingKind>().Select(k => new SelectListItem(MeetingNames.Of(k), k.ToString()))];
}
