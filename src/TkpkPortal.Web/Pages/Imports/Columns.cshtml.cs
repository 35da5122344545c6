using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Jobs;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Imports;

[Permit(Permission.ImportHouseholds)]
public sealed class ColumnsModel(ImportQuery query, ImportColumnsQuery columnsQuery, MapImportColumns mapColumns, ImportJobs jobs) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Key of a column to what it is.</summary>
    [BindProperty]
    public Dictionary<string, string?> Meanings { get; set; } = [];

    public ImportView Import { get; private set; } = null!;

    public ImportColumns Columns { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Import = await query.RunAsync(Id, ct);
        Columns = await columnsQuery.RunAsync(Id, ct);
    }

    /// <summary>What was chosen, or else what the column resembles.</summary>
    public string? Chosen(ImportColumn column) => Meanings.TryGetValue(column.Key, out var chosen) ? chosen : column.Suggestion;

    public string? ErrorOf(ImportColumn column) => ModelState[FieldName(column)] is { Errors: [var error, ..] } ? error.ErrorMessage : null;

    public static string FieldName(ImportColumn column) => $"Meanings[{column.Key}]";

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await mapColumns.RunAsync(Id, Meanings, ct);
        jobs.Start(Id);
        this.Tell("Kolom dicocokkan dan padanannya diingat. Berkas sedang dibaca.");
        return RedirectToPage("Details", new { Id });
    }
}
