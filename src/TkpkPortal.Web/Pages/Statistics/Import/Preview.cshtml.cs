using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Statistics.Import;

[Permit(Permission.EditStatistics)]
public sealed class PreviewModel(StagedIndicatorFileQuery fileQuery, PreviewIndicatorImport preview, ImportIndicatorValues importValues) : PageModel, IPreparesPage
{
    public const int Shown = 50;

    [FromRoute]
    public Guid Id { get; set; }

    public string FileName { get; private set; } = "";

    public IndicatorImport Result { get; private set; } = null!;

    /// <summary>Cells with the same fault, the most frequent first.</summary>
    public IReadOnlyList<(RowProblem First, int Rows)> Causes =>
        [.. Result.Problems.GroupBy(p => (p.Column, p.Sentence)).Select(g => (g.First(), g.Count())).OrderByDescending(c => c.Item2)];

    public async Task PrepareAsync(CancellationToken ct)
    {
        var file = await fileQuery.RunAsync(Id, ct);
        FileName = file.Name;
        await using var content = file.Open();
        Result = await preview.RunAsync(content, ct);
    }

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<FileContentResult> OnGetRefusedAsync(CancellationToken ct)
    {
        var file = await fileQuery.RunAsync(Id, ct);
        await using var content = file.Open();
        return File(await preview.RefusedAsync(content, ct), "text/csv; charset=utf-8", $"galat-{Path.GetFileNameWithoutExtension(file.Name)}.csv");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var file = await fileQuery.RunAsync(Id, ct);
        await using var content = file.Open();
        var result = await importValues.RunAsync(content, file.Name, ct);
        this.Tell($"{result.New} angka baru dan {result.Changed} perubahan tersimpan; {result.BadRows} baris galat tidak masuk."
            + (result.BadRows > 0 ? " Unduh baris galat, perbaiki, lalu unggah lagi." : ""));
        return RedirectToPage("Preview", new { Id });
    }
}
