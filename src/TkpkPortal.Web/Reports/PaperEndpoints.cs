using System.Globalization;
using System.Text;
using TkpkPortal.Core.Access;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Reports;

/// <param name="FileName">In plain words; it becomes "notulen-rakor-tkpk-2019.pdf".</param>
/// <param name="BackUrl">Where the button above the paper on the screen leads.</param>
public sealed record PaperAnswer(Report Report, string FileName, string BackUrl, string BackText);

/// <summary>
/// Every paper is two addresses, .html for the screen and .pdf, each with ?kertas=a4 (the default) or f4.
/// A new paper is one line in <see cref="MapPapers"/>, and one in <see cref="PaperCatalogue"/> if it hangs on no record.
/// </summary>
public static class PaperEndpoints
{
    public const string SizeQuery = "kertas";

    private const int LongestFileName = 90;

    public static void MapPapers(this IEndpointRouteBuilder app)
    {
        app.MapPaper("/laporan/rakor/{id:guid}/undangan", Permission.ViewReports, (http, ct) => Of<MeetingPapers>(http).InvitationAsync(IdOf(http), ct));
        app.MapPaper("/laporan/rakor/{id:guid}/daftar-hadir", Permission.OrganizeMeetings, (http, ct) => Of<MeetingPapers>(http).AttendanceAsync(IdOf(http), ct));
        app.MapPaper("/laporan/rakor/{id:guid}/notulen", Permission.ViewReports, (http, ct) => Of<MeetingPapers>(http).MinutesAsync(IdOf(http), ct));
        app.MapPaper("/laporan/rakor/{id:guid}/bahan-mpm", Permission.ViewReports, (http, ct) => Of<MeetingPapers>(http).MaterialAsync(IdOf(http), ct));
        app.MapPaper("/laporan/keluarga/{id:guid}/profil", Permission.ViewHouseholds, (http, ct) => Of<HouseholdProfileReport>(http).RunAsync(IdOf(http), ct));
        app.MapPaper("/laporan/desa/{id:guid}/profil", Permission.ViewHouseholdTotals, (http, ct) => Of<VillageProfileReport>(http).RunAsync(IdOf(http), ct));
        app.MapPaper("/laporan/usulan/{id:guid}/resi", Permission.ViewProposals, (http, ct) => Of<ProposalReceiptReport>(http).RunAsync(IdOf(http), ct));
        app.MapPaper("/laporan/petunjuk-petugas", Permission.ViewProposals, (http, ct) => Of<DeskInstructionReport>(http).RunAsync(ct));
        app.MapPaper("/laporan/musyawarah/{id:guid}/undangan", Permission.ViewProposals, (http, ct) => Of<DeliberationPapers>(http).InvitationAsync(IdOf(http), ct));
        app.MapPaper("/laporan/musyawarah/{id:guid}/daftar-hadir", Permission.ViewProposals, (http, ct) => Of<DeliberationPapers>(http).AttendanceAsync(IdOf(http), ct));
        app.MapPaper("/laporan/musyawarah/{id:guid}/berita-acara", Permission.ViewProposals, (http, ct) => Of<DeliberationPapers>(http).MinutesAsync(IdOf(http), ct));
        app.MapPaper("/laporan/musyawarah/{id:guid}/daftar-umum", Permission.ViewProposals, (http, ct) => Of<DeliberationPapers>(http).PublicListAsync(IdOf(http), ct));
        app.MapPaper("/laporan/musyawarah/{id:guid}/sptjm", Permission.ViewProposals, (http, ct) => Of<DeliberationPapers>(http).StatementAsync(IdOf(http), ct));
        app.MapPaper("/laporan/tingkat-kemiskinan", Permission.ViewDashboard, (http, ct) => Of<PovertyReport>(http).RunAsync(ct));
        app.MapPaper("/laporan/papan-usulan", Permission.ViewProposalTotals, (http, ct) => Of<BoardReport>(http).RunAsync(null, ct));
        app.MapPaper("/laporan/papan-usulan/{periode}", Permission.ViewProposalTotals, (http, ct) => Of<BoardReport>(http).RunAsync((string?)http.GetRouteValue("periode"), ct));
        app.MapPaper("/laporan/kunjungan", Permission.CheckFields, (http, ct) => Of<VisitPapers>(http).RouteAsync(ct));
        app.MapPaper("/laporan/usulan/{id:guid}/formulir-kunjungan", Permission.CheckFields, (http, ct) => Of<VisitPapers>(http).FormAsync(IdOf(http), ct));
    }

    private static void MapPaper(this IEndpointRouteBuilder app, string path, Permission permission, Func<HttpContext, CancellationToken, Task<PaperAnswer>> make)
    {
        var permit = new PermitAttribute(permission);
        app.MapGet(path + ".html", async (HttpContext http, ReportHtml html, CancellationToken ct) =>
        {
            var answer = await make(http, ct);
            http.Response.Headers.CacheControl = "no-store";
            return Results.Content(await html.ForScreenAsync(answer.Report, SizeOf(http), ToolsOf(http, answer)), "text/html; charset=utf-8", Encoding.UTF8);
        }).WithMetadata(permit);
        app.MapGet(path + ".pdf", async (HttpContext http, ReportHtml html, PdfPrinter printer, CancellationToken ct) =>
        {
            var answer = await make(http, ct);
            var size = SizeOf(http);
            var pdf = await printer.PrintAsync(await html.ForPrintAsync(answer.Report, size), size, ct);
            http.Response.Headers.CacheControl = "no-store";
            http.Response.Headers.ContentDisposition = $"inline; filename=\"{Slug(answer.FileName)}-{SizeWord(size)}.pdf\"";
            return Results.Bytes(pdf, "application/pdf");
        }).WithMetadata(permit);
    }

    /// <summary>"a4" or "f4", as the address says it.</summary>
    public static string SizeWord(PaperSize size) => size == PaperSize.F4 ? "f4" : "a4";

    /// <summary>Letters, digits and dashes only: a file name must survive every office's shared folder.</summary>
    internal static string Slug(string words)
    {
        var slug = new StringBuilder();
        foreach (var c in words.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var text = slug.ToString();
        return (text.Length <= LongestFileName ? text : text[..LongestFileName]).TrimEnd('-');
    }

    private static PaperSize SizeOf(HttpContext http) =>
        string.Equals(http.Request.Query[SizeQuery], "f4", StringComparison.OrdinalIgnoreCase) ? PaperSize.F4 : PaperSize.A4;

    private static ReportTools ToolsOf(HttpContext http, PaperAnswer answer)
    {
        var pdf = http.Request.Path.Value![..^".html".Length] + ".pdf";
        return new(answer.BackUrl, answer.BackText, $"{pdf}?{SizeQuery}=a4", $"{pdf}?{SizeQuery}=f4");
    }

    private static T Of<T>(HttpContext http)
        where T : notnull => http.RequestServices.GetRequiredService<T>();

    private static Guid IdOf(HttpContext http) => Guid.Parse((string)http.GetRouteValue("id")!);
}
