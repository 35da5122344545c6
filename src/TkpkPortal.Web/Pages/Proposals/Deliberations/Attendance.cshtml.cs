using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.HoldDeliberations)]
public sealed class AttendanceModel(DeliberationQuery query, OpenDeliberationPaper openPaper, RecordDeliberationAttendance recordAttendance, Actor actor, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    private const int BlankRows = 5;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public List<GuestInput> Rows { get; set; } = [];

    [BindProperty]
    [Display(Name = "Tempel daftar")]
    public string? Pasted { get; set; }

    public DeliberationView Deliberation { get; private set; } = null!;

    public static IReadOnlyList<string> Positions { get; } =
    [
        "BPD", "Perangkat desa", "Perangkat kelurahan", "LPM", "Kepala dusun", "Ketua RT", "Ketua RW", "Tokoh masyarakat", "Tokoh agama", "Tokoh perempuan", "PKK", "Karang taruna", "Kader posyandu",
        "Pendamping PKH", "TKSK", "PSM", "Puskesos", "Babinsa", "Bhabinkamtibmas", "Kecamatan", "Warga",
    ];

    public static IReadOnlyList<SelectListItem> Sexes { get; } = [new("Pilih", ""), new("Laki-laki", "L"), new("Perempuan", "P")];

    public async Task PrepareAsync(CancellationToken ct)
    {
        Deliberation = await query.RunAsync(Id, ct);
        while (Rows.Count(r => r.IsBlank) < BlankRows) Rows.Add(new());
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Deliberation = await query.RunAsync(Id, ct);
        Version = Deliberation.Version;
        Rows = [.. Deliberation.Guests.Select(GuestInput.Of)];
        await PrepareAsync(ct);
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct) =>
        File(DeliberationSheets.Attendance(await openPaper.ExportAsync(Id, "Daftar hadir", ct), actor.Name, clock), SpreadsheetFile.ContentType, "daftar-hadir-musyawarah.xlsx");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var typed = Rows.Select((row, index) => (row, index)).Where(r => !r.row.IsBlank).Select(r => r.row.ToGuest(r.index + 1));
        var count = await recordAttendance.RunAsync(Id, [.. typed, .. GuestText.Read(Pasted)], Version, ct);
        this.Tell($"Daftar hadir tersimpan: {Indonesian.Count(count, "orang")}.");
        return RedirectToPage("Details", new { Id });
    }
}

public sealed class GuestInput
{
    public string? Name { get; set; }

    public string? Position { get; set; }

    /// <summary>"L" or "P".</summary>
    public string? Sex { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Position);

    public static GuestInput Of(DeliberationGuest guest) => new() { Name = guest.Name, Position = guest.Position, Sex = guest.IsFemale ? "P" : "L" };

    public DeliberationGuest ToGuest(int number) => GuestText.Check(number, Name, Position, Sex switch { "L" => false, "P" => true, _ => null });
}
