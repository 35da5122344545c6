using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Proposals.Centre;

/// <summary>One dispatch: its workbook for SIKS-NG, the sheet for the answers, and what the centre has said so far.</summary>
[Permit(Permission.SendProposals)]
public sealed class DispatchModel(DispatchQuery query, DownloadDispatch download, Actor actor, KabupatenClock clock) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public DispatchRow Dispatch { get; private set; } = null!;

    public KeysetList<CentreRow> List { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => (Dispatch, List) = await query.RunAsync(Id, new(After, Before), ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var (dispatch, rows) = await query.AllAsync(Id, ct);
        return File(CentreWords.Sheet("Pengiriman", rows, actor.Name, clock), SpreadsheetFile.ContentType, FormattableString.Invariant($"pengiriman-{dispatch.Number}.xlsx"));
    }

    /// <summary>A posted form, because it opens numbers.</summary>
    public async Task<FileContentResult> OnPostAsync(CancellationToken ct)
    {
        var file = await download.RunAsync(Id, ct);
        return File(file.Content, SpreadsheetFile.ContentType, file.Name);
    }

    public async Task<FileContentResult> OnGetAnswersAsync(CancellationToken ct)
    {
        var file = await download.AnswerSheetAsync(Id, ct);
        return File(file.Content, SpreadsheetFile.ContentType, file.Name);
    }
}
