using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Web.Filters;

/// <summary>One click, one effect: the form's key is kept in the same transaction as what the form did.</summary>
internal sealed class PostedForms(TkpkDbContext db, Actor actor, TimeProvider time)
{
    public const string FieldName = "__kunci";

    private static readonly TimeSpan WaitStep = TimeSpan.FromMilliseconds(100);
    private const int WaitSteps = 30;

    private PostedForm? _form;

    public void Remember(HttpContext http)
    {
        if (KeyOf(http) is { } key) db.PostedForms.Add(_form = new(key, actor.UserId, time.GetUtcNow()));
    }

    /// <summary>Where the first click was sent, or null when this is the first.</summary>
    public async Task<IActionResult?> EarlierAnswerAsync(HttpContext http, CancellationToken ct)
    {
        if (KeyOf(http) is not { } key) return null;
        db.ChangeTracker.Clear();
        var known = await db.PostedForms.AsNoTracking().AnyAsync(f => f.Key == key && f.UserId == actor.UserId, ct);
        if (!known) return null;
        for (var step = 0; step < WaitSteps; step++)
        {
            var location = await db.PostedForms.Where(f => f.Key == key).Select(f => f.Location).SingleAsync(ct);
            if (location is not null) return new LocalRedirectResult(location);
            await Task.Delay(WaitStep, time, ct);
        }

        return new LocalRedirectResult("/");
    }

    public async Task AnsweredAsync(IActionResult? result, PageModel page, CancellationToken ct)
    {
        // Saved and perhaps let go: an upload clears the tracker after each part.
        if (_form is null || db.Entry(_form).State == EntityState.Added) return;
        var location = result switch
        {
            RedirectToPageResult to => page.Url.Page(to.PageName, to.PageHandler, to.RouteValues, null, null, to.Fragment),
            LocalRedirectResult local => local.Url,
            RedirectResult redirect => redirect.Url,
            _ => null,
        } ?? page.Request.Path.Value!;
        var key = _form.Key;
        await db.PostedForms.Where(f => f.Key == key).ExecuteUpdateAsync(set => set.SetProperty(f => f.Location, location), ct);
    }

    private static Guid? KeyOf(HttpContext http) =>
        http.Request.HasFormContentType && Guid.TryParse(http.Request.Form[FieldName], out var key) ? key : null;
}
