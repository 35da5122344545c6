using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Imports;

/// <summary>One page a batch; it shows what the batch's state asks for.</summary>
[Permit(Permission.ImportHouseholds)]
public sealed class DetailsModel(ImportQuery query, ImportCausesQuery causesQuery, ImportChangesQuery changesQuery, ImportFamiliesQuery familiesQuery, RunningImportsQuery runningQuery,
    ImportAnswersQuery answersQuery) : PageModel
{
    private const int ShownChanges = 5;
    private const string RefreshSeconds = "3";

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>"tidak" keeps the page still: not everybody can read one that moves.</summary>
    [BindProperty(SupportsGet = true, Name = "segarkan")]
    public string? Refreshing { get; set; }

    public bool StandsStill => Refreshing == "tidak";

    public ImportView Import { get; private set; } = null!;

    public IReadOnlyList<ImportCause> Causes { get; private set; } = [];

    public IReadOnlyDictionary<ImportChangeKind, int> Kinds { get; private set; } = new Dictionary<ImportChangeKind, int>();

    public PagedList<ImportChangeRow>? Changes { get; private set; }

    /// <summary>Of the centre's answers: what the proposals get; once undone, those left as they are.</summary>
    public PagedList<ImportAnswer>? Answers { get; private set; }

    /// <summary>Once undone: families it left as they are.</summary>
    public PagedList<ImportFamily>? Kept { get; private set; }

    public IReadOnlyList<ImportView> Others { get; private set; } = [];

    /// <summary>The partial that speaks for the state.</summary>
    public string Body => Import.State switch
    {
        ImportState.AwaitingColumns => "_AwaitingColumns",
        ImportState.AwaitingAnswer => "_AwaitingAnswer",
        ImportState.Preview => "_Preview",
        ImportState.Committed => "_Committed",
        ImportState.Undone => "_Undone",
        ImportState.Refused => "_Refused",
        ImportState.Failed => "_Failed",
        _ => "_Working",
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        Import = await query.RunAsync(Id, ct);
        var state = Import.State;
        if (Import.Batch.Working && !StandsStill) Response.Headers["Refresh"] = RefreshSeconds;
        if (state is ImportState.AwaitingAnswer or ImportState.Preview or ImportState.Committed) Causes = await causesQuery.RunAsync(Import.Batch, ct);
        Answers = await answersQuery.ShownAsync(Import.Batch, ShownChanges, ct);
        Changes = await changesQuery.ShownAsync(Import.Batch, ShownChanges, ct);
        if (Changes is not null) Kinds = await changesQuery.KindsAsync(Id, ct);
        if (state is ImportState.Undone && !Import.IsOfProposals) Kept = await familiesQuery.KeptAsync(Id, page: 1, ct);
        Others = await runningQuery.RunAsync(Id, ct);
    }
}
