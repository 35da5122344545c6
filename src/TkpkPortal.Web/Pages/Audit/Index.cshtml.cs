using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Audit;

[Permit(Permission.ViewAuditTrail)]
public sealed class IndexModel(AuditTrailQuery query, RecordNamesQuery recordNames, KabupatenClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public AuditSearch Search { get; set; } = new();

    /// <summary>The sequence number above which everything has been shown.</summary>
    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public long? OlderThan { get; set; }

    public AuditPage List { get; private set; } = null!;

    public AuditWords Words { get; private set; } = null!;

    public string Zone => clock.ZoneName;

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = await query.RunAsync(Search.ToFilter(), OlderThan, ct);
        Words = await WordsAsync(List.Rows, ct);
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var rows = await query.AllAsync(Search.ToFilter(), ct);
        var words = await WordsAsync(rows, ct);
        return File(
            SpreadsheetFile.Write<AuditRow>(
                "Jejak",
                [
                    ("urutan", r => r.Sequence), ($"waktu_{Zone}", r => r.At.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)),
                    ("siapa", r => r.ActorName), ("peran", r => AuditWords.Role(r)), ("perbuatan", r => AuditActionNames.Of(r.Action)),
                    ("jenis", r => FieldNames.Subject(r.Subject)), ("nama", r => r.SubjectName), ("id", r => r.SubjectId),
                    ("perubahan", r => words.Sentence(r)), ("alasan", r => r.Reason),
                ],
                rows),
            SpreadsheetFile.ContentType,
            "jejak.xlsx");
    }

    private async Task<AuditWords> WordsAsync(IReadOnlyList<AuditRow> rows, CancellationToken ct) =>
        new(await recordNames.RunAsync(AuditWords.IdsIn(rows), ct), clock);
}
