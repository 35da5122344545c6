using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using TkpkPortal.Core.Imports;

namespace TkpkPortal.Web.Filters;

/// <summary>
/// A form with one large file that the page reads from the network itself: the framework would lay it on disk in clear before the page sees it.
/// The file's box stands last in the form, so that the other fields arrive before it. Found through <see cref="Of"/> on a page marked [StreamsUpload].
/// </summary>
public sealed class UploadStream
{
    private const int FieldBytes = 4000;
    private const int MostFields = 60;
    private const int HeaderBytes = 16 * 1024;

    private UploadStream(Dictionary<string, StringValues> fields, Stream? content, string fileName) => (Fields, Content, FileName) = (fields, content, fileName);

    internal Dictionary<string, StringValues> Fields { get; }

    /// <summary>Null where the form came without a file.</summary>
    public Stream? Content { get; }

    public string FileName { get; }

    /// <summary>The upload of a request to a page marked [StreamsUpload]; null where none was sent.</summary>
    public static UploadStream? Of(HttpContext http) => http.Features.Get<UploadStream>() is { Content: not null } upload ? upload : null;

    /// <summary>Reads the fields up to the file. Null when the body is no multipart form.</summary>
    internal static async Task<UploadStream?> OpenAsync(HttpRequest request, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "multipart/form-data") return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        if (boundary.Length is 0 or > 100) return null;
        var reader = new MultipartReader(boundary, request.Body) { HeadersLengthLimit = HeaderBytes, BodyLengthLimit = null };
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        while (await reader.ReadNextSectionAsync(ct) is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } content } file) return new(fields, file.FileName.Length > 0 ? content : null, file.FileName);
            if (section.AsFormDataSection() is not { } field || fields.Count >= MostFields) return null;
            fields[field.Name] = StringValues.Concat(fields.GetValueOrDefault(field.Name), await TextAsync(section.Body, ct));
        }

        return new(fields, null, "");
    }

    private static async Task<string> TextAsync(Stream body, CancellationToken ct)
    {
        var bytes = new byte[FieldBytes];
        var length = await body.ReadAtLeastAsync(bytes, FieldBytes, throwOnEndOfStream: false, ct);
        if (length == FieldBytes) throw new BadHttpRequestException("A field of the form is too long.", StatusCodes.Status413PayloadTooLarge);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}

/// <summary>
/// On a page model that takes one large file. Before anything else looks at the form it is read up to the file, so that the antiforgery check,
/// the form key and model binding see its fields while the file stays on the wire.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StreamsUploadAttribute : Attribute, IAsyncAuthorizationFilter, IOrderedFilter
{
    private const long FieldsMayTake = 1024 * 1024;

    /// <summary>The antiforgery check has 1000.</summary>
    public int Order => -1000;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method)) return;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = UploadImport.MostBytes + FieldsMayTake;
        if (await UploadStream.OpenAsync(http.Request, http.RequestAborted) is not { } upload)
        {
            context.Result = new BadRequestResult();
            return;
        }

        http.Features.Set(upload);
        http.Request.Form = new FormCollection(upload.Fields);
    }
}
