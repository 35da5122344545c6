using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Web.Filters;

/// <summary>
/// What every posted form shares: wrong shape or a broken rule shows the same page with 400, the sentences and what was typed;
/// an edit overtaken by another shows 409 and what the other changed; a form posted twice is saved once.
/// </summary>
internal sealed class FormFilter(TkpkDbContext db, PostedForms postedForms, EditConflict conflict) : IAsyncPageFilter
{
    public const string Duplicate = "23505";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || context.HandlerInstance is not PageModel page)
        {
            await next();
            return;
        }

        var ct = context.HttpContext.RequestAborted;
        if (!context.ModelState.IsValid)
        {
            context.Result = await AgainAsync(page, StatusCodes.Status400BadRequest, ct);
            return;
        }

        if (await postedForms.EarlierAnswerAsync(context.HttpContext, ct) is { } earlier)
        {
            context.Result = earlier;
            return;
        }

        postedForms.Remember(context.HttpContext);
        var executed = await next();
        if (executed.Exception is null || executed.ExceptionHandled)
            await postedForms.AnsweredAsync(executed.Result, page, ct);
        else if (await AnswerAsync(executed.Exception, page, context.HttpContext, ct) is { } answer)
        {
            executed.ExceptionHandled = true;
            executed.Result = answer;
        }
    }

    private async Task<IActionResult?> AnswerAsync(Exception exception, PageModel page, HttpContext http, CancellationToken ct)
    {
        // The first click of the same form may be what this one ran into.
        var refused = exception is RuleBrokenException or DbUpdateConcurrencyException or DbUpdateException { InnerException: PostgresException { SqlState: Duplicate } };
        if (refused && await postedForms.EarlierAnswerAsync(http, ct) is { } earlier) return earlier;
        switch (exception)
        {
            case RuleBrokenException broken:
                page.ModelState.AddModelError(KeyOf(page.ModelState, broken.Field), broken.Message);
                return await AgainAsync(page, StatusCodes.Status400BadRequest, ct);
            case DbUpdateConcurrencyException overtaken:
                page.ModelState.AddModelError("", await conflict.TellAsync(overtaken, page, ct));
                return await AgainAsync(page, StatusCodes.Status409Conflict, ct);
            case DbUpdateException { InnerException: PostgresException { SqlState: Duplicate } }:
                page.ModelState.AddModelError("", "Data yang sama baru saja disimpan orang lain. Muat ulang halaman, lalu periksa sebelum menyimpan lagi.");
                return await AgainAsync(page, StatusCodes.Status409Conflict, ct);
            default:
                return null;
        }
    }

    private async Task<IActionResult> AgainAsync(PageModel page, int status, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (page is IPreparesPage prepares) await prepares.PrepareAsync(ct);
        var result = page.Page();
        result.StatusCode = status;
        return result;
    }

    private static string KeyOf(ModelStateDictionary state, string? field) =>
        field is null ? "" : state.Keys.FirstOrDefault(k => k == field || k.EndsWith("." + field, StringComparison.Ordinal) || k.EndsWith($"[{field}]", StringComparison.Ordinal)) ?? "";
}
