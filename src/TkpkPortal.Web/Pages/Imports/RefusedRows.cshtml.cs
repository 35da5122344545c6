using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Imports;

/// <summary>The rows that stayed out, as a workbook.</summary>
[Permit(Permission.ImportHouseholds)]
public sealed class RefusedRowsModel(DownloadRefusedRows download) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var file = await download.RunAsync(Id, ct);
        Response.ContentType = SpreadsheetFile.ContentType;
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.FileName }.ToString();
        // The workbook is written row by row straight to the wire, and its writer is synchronous.
        HttpContext.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        await Task.Run(() => file.Write(Response.Body), ct);
        return new EmptyResult();
    }
}
