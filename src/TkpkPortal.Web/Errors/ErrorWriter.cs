using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using Npgsql;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Reports;

namespace TkpkPortal.Web.Errors;

/// <summary>Writes the pages for 400 to 503. Needs neither the database nor the session, because those may be what failed.</summary>
internal sealed class ErrorWriter(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task WriteAsync(HttpContext context, int status, Exception? exception = null)
    {
        var (title, sentence) = exception switch
        {
            PdfPrinterException printing => ("PDF belum dapat dibuat", printing.Message),
            RuleBrokenException broken => ("Belum dapat dibuka", broken.Message),
            _ when status == StatusCodes.Status403Forbidden && context.GetEndpoint()?.Metadata.GetMetadata<PermitAttribute>() is { } permit =>
                (Words(status).Title, $"Halaman ini untuk {string.Join(", ", RolePermissions.Holders(permit.Permission).Select(RoleNames.Of))}. Hubungi admin bila tugas Anda berubah."),
            _ => Words(status),
        };
        var kept = status == StatusCodes.Status503ServiceUnavailable && exception is not null ? await TypedAsync(context.Request) : new([], false);
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(ErrorPage.Title)] = title,
                [nameof(ErrorPage.Sentence)] = sentence,
                [nameof(ErrorPage.Kept)] = kept.Fields,
                [nameof(ErrorPage.Dropped)] = kept.Dropped,
                [nameof(ErrorPage.Action)] = context.Request.Path + context.Request.QueryString,
                [nameof(ErrorPage.Number)] = status >= 500 ? context.TraceIdentifier : null,
            });
            return (await renderer.RenderComponentAsync<ErrorPage>(parameters)).ToHtmlString();
        });
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "10";
        await context.Response.WriteAsync(html);
    }

    public static int StatusOf(Exception exception) => exception switch
    {
        RecordNotFoundException or OutOfScopeException => StatusCodes.Status404NotFound,
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,
        RuleBrokenException => StatusCodes.Status409Conflict,
        PdfPrinterException => StatusCodes.Status503ServiceUnavailable,
        _ when IsDatabaseAway(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    /// <summary>The server is gone, restarting, full, or too busy to hand out a connection.</summary>
    private static bool IsDatabaseAway(Exception exception) => exception switch
    {
        // FATAL ends or refuses the connection itself: shutting down, starting up, not accepting connections.
        PostgresException postgres => postgres.InvariantSeverity is "FATAL" or "PANIC"
                                      || postgres.SqlState is "57P01" or "57P02" or "57P03" or "53100" or "53300" or "55P03" or "57014"
                                      || postgres.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        { InnerException: { } inner } => IsDatabaseAway(inner),
        _ => false,
    };

    private static (string Title, string Sentence) Words(int status) => status switch
    {
        400 => ("Permintaan tidak dapat dibaca", "Formulir ini sudah kedaluwarsa atau tidak lengkap. Kembali ke halaman sebelumnya, muat ulang, lalu kirim lagi."),
        403 => ("Halaman ini bukan untuk peran Anda", "Hubungi admin Sekretariat TKPK bila tugas Anda berubah."),
        404 => ("Halaman tidak ada", "Alamat ini tidak ada, sudah dipindahkan, atau di luar wilayah kerja Anda. Periksa alamatnya, atau mulai dari Beranda."),
        405 => ("Cara membuka halaman ini tidak benar", "Mulai dari Beranda, lalu buka halaman ini lewat menu."),
        413 => ("Berkas terlalu besar", "Kecilkan berkas, lalu unggah lagi."),
        429 => ("Terlalu banyak percobaan", "Tunggu beberapa menit, lalu coba lagi."),
        503 => ("Basis data sedang tidak dapat dihubungi", "Tunggu sebentar, lalu coba lagi. Yang sudah dinyatakan tersimpan tetap tersimpan."),
        _ => ("Terjadi kesalahan di portal", "Yang Anda kerjakan belum tersimpan. Coba sekali lagi; bila berulang, hubungi sekretariat."),
    };

    /// <summary>The fields as they were sent, the form's key and its antiforgery token among them, so that the same form can be sent again. Passwords and files are not written back.</summary>
    private static async Task<TypedForm> TypedAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType) return new([], false);
        try
        {
            var form = await request.ReadFormAsync();
            var fields = form.Where(f => !f.Key.Contains("Password", StringComparison.OrdinalIgnoreCase)).ToList();
            return new([.. fields.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))], fields.Count < form.Count || form.Files.Count > 0);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException)
        {
            return new([], false);
        }
    }

    private sealed record TypedForm(IReadOnlyList<KeyValuePair<string, string>> Fields, bool Dropped);
}
