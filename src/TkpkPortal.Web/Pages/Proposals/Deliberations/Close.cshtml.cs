using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.HoldDeliberations)]
public sealed class CloseModel(DeliberationQuery query, CloseDeliberation closeDeliberation) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Of what stood on the page: nothing else is closed.</summary>
    [BindProperty]
    public uint Version { get; set; }

    public DeliberationView Deliberation { get; private set; } = null!;

    public IEnumerable<(DeliberationOutcome Outcome, string Sentence, IReadOnlyList<DeliberationItemView> Items)> Moves =>
        from outcome in Enum.GetValues<DeliberationOutcome>()
        let items = Deliberation.Items.Where(i => i.Waits && i.Outcome == outcome).ToList()
        where items.Count > 0
        select (outcome, Sentence(outcome), (IReadOnlyList<DeliberationItemView>)items);

    public IReadOnlyList<DeliberationItemView> Skipped => [.. Deliberation.Items.Where(i => !i.Waits)];

    public async Task PrepareAsync(CancellationToken ct) => Deliberation = await query.WithSubjectsAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Deliberation.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var closed = await closeDeliberation.RunAsync(Id, Version, ct);
        this.Tell(Told(closed));
        return RedirectToPage("Details", new { Id });
    }

    private static string Sentence(DeliberationOutcome outcome) => outcome switch
    {
        DeliberationOutcome.Worthy => "Diteruskan kepada camat untuk diperiksa.",
        DeliberationOutcome.NotWorthy => "Ditolak dan selesai; keluarga dapat membaca tahapnya lewat resi.",
        DeliberationOutcome.Postponed => "Tetap menunggu. Yang periodenya belum tiba tetap pada periode itu; yang lain terhitung pada periode berikutnya.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string Told(ClosedDeliberation closed)
    {
        List<string> parts = [];
        if (closed.Worthy > 0) parts.Add($"{Indonesian.Count(closed.Worthy, "usulan")} diteruskan kepada camat");
        if (closed.NotWorthy > 0) parts.Add($"{Indonesian.Number(closed.NotWorthy)} ditolak");
        if (closed.Postponed > 0) parts.Add($"{Indonesian.Number(closed.Postponed)} ditunda ke periode {Indonesian.MonthYear(closed.Until!.Value)}");
        var skipped = closed.Skipped.Count == 0 ? "" : $" Dilewati karena tidak menunggu lagi: {string.Join(", ", closed.Skipped)}.";
        return $"Ditutup: {(parts.Count == 0 ? "tidak ada usulan yang berpindah" : string.Join(", ", parts))}.{skipped}";
    }
}
