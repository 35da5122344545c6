using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>What waits for my role.</summary>
[Permit(Permission.ViewProposals)]
public sealed class WorkModel(ProposalWorkQuery query, CycleCalendarQuery calendarQuery, KabupatenClock clock, Actor actor) : PageModel
{
    public const string Route = "/usulan/tugas";

    [BindProperty(SupportsGet = true, Name = "kelompok")]
    public string? Duty { get; set; }

    [BindProperty(SupportsGet = true, Name = "kecamatan")]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true, Name = "jenis")]
    public ProposalKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "lewat")]
    public bool OnlyOverdue { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    public WorkList Work { get; private set; } = null!;

    public IReadOnlyList<CycleDeadline> Countdown { get; private set; } = [];

    private WorkFilter Filter => new(Blank.ToNull(Duty), Blank.ToNull(District), Blank.ToNull(Village), Kind, OnlyOverdue);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Work = await query.RunAsync(Filter, new(After, Before), ct);
        Countdown = CycleCountdown.Of((await calendarQuery.RunAsync(ct)).Of(clock.Today), clock.Today);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        try
        {
            var work = await query.ExportAsync(Filter, ct);
            return File(ProposalSheets.Work(work, actor.Name, clock), SpreadsheetFile.ContentType, $"tugas-usulan-{work.Chosen.Duty.Slug}.xlsx");
        }
        catch (RuleBrokenException refused)
        {
            this.Tell(refused.Message);
            return Redirect(Address());
        }
    }

    public string Address(string? duty = null, Guid? after = null, Guid? before = null, string? handler = null, bool? overdue = null) => Url.Page(
        "/Proposals/Work", handler, new { kelompok = duty ?? Blank.ToNull(Duty), kecamatan = Blank.ToNull(District), desa = Blank.ToNull(Village), jenis = Kind, lewat = overdue ?? OnlyOverdue ? "true" : null, sesudah = after, sebelum = before })!;

    /// <summary>Where a row is worked on.</summary>
    public static (string Href, string Verb) ActOf(ProposalDuty duty, WorkRow row) => duty switch
    {
        _ when duty == ProposalDuty.OwnData => row.Kind == ProposalKind.OwnDataCorrection ? ($"/usulan/{row.Id}/verifikasi", "Periksa") : ($"/usulan/{row.Id}/jawab", "Jawab"),
        _ when duty == ProposalDuty.District || duty == ProposalDuty.Social => ($"/usulan/{row.Id}/verifikasi", "Periksa"),
        _ when duty == ProposalDuty.Approval || duty == ProposalDuty.Visited => ($"/usulan/{row.Id}/sahkan", "Periksa"),
        _ when duty == ProposalDuty.Visit => ($"/usulan/{row.Id}/cek-lapangan", "Isi hasil"),
        _ when duty == ProposalDuty.Assembly => ("/musyawarah", "Musyawarah"),
        _ when duty == ProposalDuty.Sending => ("/usulan/kirim", "Kirim"),
        _ when duty == ProposalDuty.Applying || duty == ProposalDuty.OwnDataApplying => ($"/usulan/{row.Id}/terapkan", "Terapkan"),
        _ => ($"/usulan/{row.Id}", "Lengkapi"),
    };
}
