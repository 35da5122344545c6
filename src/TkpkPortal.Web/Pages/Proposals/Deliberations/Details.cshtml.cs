using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.ViewProposals)]
public sealed class DetailsModel(DeliberationQuery query) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public DeliberationView Deliberation { get; private set; } = null!;

    public IReadOnlyList<DeliberationTask> Tasks { get; private set; } = [];

    /// <summary>The first thing that can be done now.</summary>
    public DeliberationTask? Next => Tasks.FirstOrDefault(t => t.State is not (DeliberationTaskState.Done or DeliberationTaskState.Waiting));

    public string Counts
    {
        get
        {
            var told = Enum.GetValues<DeliberationOutcome>().Select(o => (Outcome: o, Count: Deliberation.Count(o))).Where(c => c.Count > 0)
                .Select(c => $"{Indonesian.Number(c.Count)} {DeliberationWords.Of(c.Outcome).ToLowerInvariant()}");
            return string.Join(", ", told.Prepend(Indonesian.Count(Deliberation.Items.Count, "usulan")));
        }
    }

    public IEnumerable<(string Name, string Path)> Papers => Deliberation switch
    {
        { IsStatement: true } => [("SPTJM", "sptjm"), ("Daftar umum untuk ditempel", "daftar-umum")],
        { Details.StartsAt: null } => MinutesPapers,
        _ => MinutesPapers.Prepend(("Undangan", "undangan")),
    };

    private static IEnumerable<(string Name, string Path)> MinutesPapers => [("Daftar hadir", "daftar-hadir"), ("Berita acara", "berita-acara"), ("Daftar umum untuk ditempel", "daftar-umum")];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Deliberation = await query.WithSubjectsAsync(Id, ct);
        Tasks = DeliberationTasks.Of(Deliberation);
    }

    public string ButtonOf(DeliberationTask task) => task.Path switch
    {
        "acara" => "Pilih usulan",
        "daftar-hadir" => "Isi daftar hadir",
        "hasil" => "Isi hasil",
        "ubah" => "Isi nomor berita acara",
        "unggah" => "Unggah salinan",
        _ => Deliberation.IsStatement ? "Tutup SPTJM" : "Tutup musyawarah",
    };
}
