using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals.Centre;

/// <summary>Proposed against answered, and the families whose answer differs.</summary>
[Permit(Permission.SendProposals)]
public sealed class CompareModel(AnswerComparisonQuery query, Actor actor, KabupatenClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true, Name = "beda")]
    public string? Difference { get; set; }

    /// <summary>2026-11: the cycle the proposals counted for.</summary>
    [BindProperty(SupportsGet = true, Name = "periode")]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public AnswerComparison Comparison { get; private set; } = null!;

    public DateOnly? Cycle => DateOnly.TryParseExact(Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private AnswerFilter Filter => new(new(null, Blank.ToNull(Village)), CentreWords.Difference(Difference), Cycle);

    public async Task OnGetAsync(CancellationToken ct) => Comparison = await query.RunAsync(Filter, new(After, Before), ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct) =>
        File(CentreWords.Sheet("Hasil berbeda", await query.AllAsync(Filter, ct), actor.Name, clock), SpreadsheetFile.ContentType, "hasil-pusat-berbeda.xlsx");

    /// <summary>This list with a handler or without its page.</summary>
    public string Address(string? handler = null) => Url.Page("Compare", handler, new { desa = Village, beda = Difference, periode = Month })!;
}
