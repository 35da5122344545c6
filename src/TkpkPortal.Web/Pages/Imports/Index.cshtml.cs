using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Imports;

[Permit(Permission.ImportHouseholds)]
public sealed class IndexModel(ImportListQuery query, RunningImportsQuery runningQuery, KabupatenClock clock) : PageModel
{
    public const string WaitingChoice = "menunggu";

    [BindProperty(SupportsGet = true, Name = "jenis")]
    public ImportFormat? Format { get; set; }

    /// <summary>A state's name, or "menunggu" for all that wait for a person.</summary>
    [BindProperty(SupportsGet = true, Name = "keadaan")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public PagedList<ImportRow> List { get; private set; } = null!;

    public IReadOnlyList<ImportView> Running { get; private set; } = [];

    public ImportFilter Filter => new(Format, Enum.TryParse<ImportState>(State, out var state) && Enum.IsDefined(state) ? state : null, State == WaitingChoice);

    public bool IsFiltered => Filter != new ImportFilter(null, null, false);

    public string ExportUrl => Url.Page("Index", "Export", new { jenis = Format, keadaan = State })!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = await query.RunAsync(Filter, PageNumber, ct);
        Running = await runningQuery.RunAsync(null, ct);
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct) => File(
        SpreadsheetFile.Write<ImportRow>(
            "Impor",
            [
                ("id", r => r.Id), ("nomor", r => r.Number), ("jenis_berkas", r => ImportNames.Of(r.Format)), ("berkas", r => r.FileName), ("pemberi_data", r => r.Giver),
                ("nomor_surat", r => r.LetterNumber), ("keadaan", r => ImportNames.Of(r.State)), ("baris", r => r.Rows), ("baru", r => r.NewRecords), ("berubah", r => r.ChangedRecords),
                ("sama", r => r.SameRecords), ("baris_galat", r => r.BadRows), ("diunggah_oleh", r => r.UploadedBy), ("diunggah_pada", r => clock.Local(r.UploadedAt)),
                ("disimpan_pada", r => r.CommittedAt is { } at ? clock.Local(at) : null),
            ],
            await query.AllAsync(Filter, ct)),
        SpreadsheetFile.ContentType,
        "impor.xlsx");
}
