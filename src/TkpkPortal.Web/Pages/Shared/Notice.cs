using Microsoft.AspNetCore.Mvc.RazorPages;

namespace TkpkPortal.Web.Pages.Shared;

/// <summary>The sentence shown once after a form was saved: what happened, and what comes next.</summary>
public static class Notice
{
    public const string Key = "Pesan";

    public static void Tell(this PageModel page, string sentence) => page.TempData[Key] = sentence;
}
