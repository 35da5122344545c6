using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Programs;

[Permit(Permission.ViewRecipients)]
public sealed class RecipientsModel(ProgramRecipientsQuery query, Actor actor, KabupatenClock clock) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "wilayah")]
    public string? Area { get; set; }

    [BindProperty(SupportsGet = true, Name = "berakhir")]
    public bool WithEnded { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public RecipientListing Listing { get; private set; } = null!;

    private RecipientFilter Filter => new(Blank.ToNull(Area), WithEnded);

    public async Task OnGetAsync(CancellationToken ct) => Listing = await query.RunAsync(Id, Filter, new(After, Before), ct);

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        try
        {
            var (program, rows) = await query.ExportAsync(Id, Filter, ct);
            return File(Sheet(program, rows), SpreadsheetFile.ContentType, "penerima.xlsx");
        }
        catch (RuleBrokenException refused)
        {
            this.Tell(refused.Message);
            return Redirect(Address());
        }
    }

    public string Address(Guid? after = null, Guid? before = null, string? handler = null) =>
        Url.Page("Recipients", handler, new { id = Id, wilayah = Blank.ToNull(Area), berakhir = WithEnded ? "true" : null, sesudah = after, sebelum = before })!;

    private byte[] Sheet(ProgramHeading program, IReadOnlyList<RecipientRow> rows)
    {
        var takenAt = Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName);
        return SpreadsheetFile.Write<RecipientRow>(
            "Penerima",
            [
                ("id", r => r.EnrollmentId), ("kode_program", _ => program.Code), ("kecamatan", r => r.District), ("kode_desa", r => r.VillageCode), ("desa", r => r.Village),
                ("kepala_keluarga", r => r.HeadName), ("desil", r => r.Decile), ("menerima_sejak", r => r.StartedOn), ("berakhir", r => r.EndedOn), ("keluarga_keluar", r => r.HouseholdLeftOn),
                ("diunduh_oleh", _ => actor.Name), ("diunduh_pada", _ => takenAt),
            ],
            rows);
    }
}
