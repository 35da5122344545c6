using Microsoft.AspNetCore.Http.Features;

namespace TkpkPortal.Web.Filters;

/// <summary>The page reads one large file of its form itself, as it arrives.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StreamsUploadAttribute(long mostBytes) : Attribute
{
    /// <summary>Of the file; the fields beside it come on top.</summary>
    public long MostBytes { get; } = mostBytes;
}

/// <summary>
/// Hands the form's fields to whoever asks for the form (token check, binding), without the file, which the framework would lay on disk in clear.
/// What a refused form leaves unread is read to its end, or the browser sees a broken connection instead of the answer.
/// </summary>
internal sealed class StreamsUploadMiddleware(RequestDelegate next)
{
    private const int FieldsBytes = 1024 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StreamsUploadAttribute>() is not { } streams || !HttpMethods.IsPost(context.Request.Method))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = streams.MostBytes + FieldsBytes;
        if (await UploadStream.OpenAsync(context.Request, context.RequestAborted) is { } upload)
        {
            context.Features.Set(upload);
            context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(upload.Fields.ToDictionary())));
        }

        await next(context);
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }
}
