using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Access;

/// <summary>
/// Nothing typed is lost when a sign-in ends by itself: a form that arrives afterwards is kept for its person, and goes on after signing in again.
/// ADR 0036 says why that opens no door.
/// </summary>
internal sealed class HeldPosts(RequestDelegate next)
{
    /// <summary>Names the kept form that a post stands for.</summary>
    public const string FieldName = "__tersimpan";

    /// <summary>Fields and files together.</summary>
    private const int MostBytes = 12 * 1024 * 1024;

    private const int LongestPath = 400;

    /// <summary>The post that lets a kept form go on carries a token and an id.</summary>
    private const int GoOnBytes = 4096;

    public Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return next(context);
        if (context.RequestServices.GetRequiredService<Actor>().UserId is not null) return MayGoOn(context.Request) ? GoOnAsync(context) : next(context);
        return ExpiredSession.UserOf(context) is { } userId && IsKept(context) ? KeepAsync(context, userId) : next(context);
    }

    /// <summary>Forms of pages that ask for a sign-in; not the ones that sign out or let a kept form go.</summary>
    private static bool IsKept(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PermitAttribute>() is not null
        && context.Request.HasFormContentType
        && !context.Request.Path.StartsWithSegments("/keluar")
        && !context.Request.Path.StartsWithSegments("/lanjutkan");

    private async Task KeepAsync(HttpContext context, Guid userId)
    {
        var path = context.Request.Path + context.Request.QueryString;
        var streams = context.GetEndpoint()!.Metadata.GetMetadata<StreamsUploadAttribute>() is not null;
        if (streams || path.Length > LongestPath || await ReadAsync(context) is not { } form)
        {
            context.Response.Redirect($"/masuk?ke={Uri.EscapeDataString(path)}&tertinggal=true");
            return;
        }

        var kept = Guid.TryParse(form[PostedForms.FieldName], out var key)
            && !form.Keys.Any(k => k.Contains("Password", StringComparison.OrdinalIgnoreCase))
            && await WasTheirsAsync(context, userId)
            && await context.RequestServices.GetRequiredService<HoldPost>().RunAsync(userId, key, path, await CopyAsync(form, context.RequestAborted), context.RequestAborted);
        if (kept) context.Response.Redirect($"/masuk?ke={Uri.EscapeDataString($"/lanjutkan/{key}")}");
        else await next(context);
    }

    /// <summary>Null when it is too large. In memory: a temporary file would lie on the disk in clear.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MostBytes) return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { MemoryBufferThreshold = MostBytes, MultipartBodyLengthLimit = MostBytes }));
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return null;
        }
    }

    /// <summary>The form carries the token that was made for this very person: no other site and no other account can have a form kept for them.</summary>
    private static async Task<bool> WasTheirsAsync(HttpContext context, Guid userId)
    {
        var nobody = context.User;
        context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, userId.ToString())], CookieAuthenticationDefaults.AuthenticationScheme));
        var valid = await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        context.User = nobody;
        return valid;
    }

    private static async Task<HeldForm> CopyAsync(IFormCollection form, CancellationToken ct)
    {
        List<HeldFile> files = [];
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, ct);
            files.Add(new(file.Name, file.FileName, file.ContentType, content.ToArray()));
        }

        return new([.. form.Select(f => new HeldField(f.Key, [.. f.Value]))], files);
    }

    private static bool MayGoOn(HttpRequest request) =>
        request.ContentLength <= GoOnBytes && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The kept fields take the place of the posted ones; everything a form meets (token, permission, scope, rules, its key) it meets again.</summary>
    private async Task GoOnAsync(HttpContext context)
    {
        var posted = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!posted.TryGetValue(FieldName, out var named))
        {
            await next(context);
            return;
        }

        var path = context.Request.Path + context.Request.QueryString;
        var held = Guid.TryParse(named, out var id) ? await context.RequestServices.GetRequiredService<HeldPostQuery>().RunAsync(id, context.RequestAborted) : null;
        if (held is null || held.Path != path)
        {
            context.Response.Redirect(held is null ? $"/lanjutkan/{id}" : "/");
            return;
        }

        context.Request.Form = Restore(held.Form, posted);
        var current = context.RequestServices.GetRequiredService<CurrentActor>();
        if (current.HeldPost == id) current.HeldPost = null;
        await AnswerAsync(context, () => context.RequestServices.GetRequiredService<DropHeldPost>().RunAsync(id, CancellationToken.None));
    }

    /// <summary>Deleted before the first byte of the answer leaves, so that whoever follows it finds it gone. The error pages outside write their own answer, which is none to the form.</summary>
    private async Task AnswerAsync(HttpContext context, Func<Task> drop)
    {
        var (inside, dropped) = (true, false);
        context.Response.OnStarting(DropOnceAsync);
        try
        {
            await next(context);
            await DropOnceAsync();
        }
        finally
        {
            inside = false;
        }

        async Task DropOnceAsync()
        {
            if (!inside || dropped || !WasAnswered(context.Response)) return;
            dropped = true;
            await drop();
        }
    }

    private static FormCollection Restore(HeldForm form, IFormCollection posted)
    {
        const string token = "__antiPalsu";
        var fields = form.Fields.Where(f => f.Name != token).ToDictionary(f => f.Name, f => new StringValues([.. f.Values]));
        fields[token] = posted[token];
        var files = new FormFileCollection();
        files.AddRange(form.Files.Select(f => new FormFile(new MemoryStream(f.Content), 0, f.Content.Length, f.Name, f.FileName) { Headers = new HeaderDictionary(), ContentType = f.ContentType }));
        return new(fields, files);
    }

    /// <summary>Saved and sent on, or shown again with its errors and everything typed. A refusal without the form (token, permission, a lost database) leaves it kept.</summary>
    private static bool WasAnswered(HttpResponse response) => response.StatusCode switch
    {
        < 400 => true,
        StatusCodes.Status400BadRequest or StatusCodes.Status409Conflict => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true,
        _ => false,
    };
}
