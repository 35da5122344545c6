using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.RegisterProposals)]
public sealed class SubmitModel(DraftQuery query, CycleCalendarQuery calendarQuery, SubmitProposal submitProposal, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    public DraftView Draft { get; private set; } = null!;

    public CycleCalendar Calendar { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Draft = await query.RunAsync(Id, ct);
        Calendar = await calendarQuery.RunAsync(ct);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Draft.Version;
        return Draft.IsDraft ? Page() : LocalRedirect($"/usulan/{Id}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var kept = await submitProposal.RunAsync(Id, Version, ct);
        this.Tell($"{Told(kept)} Isinya terkunci; cetak resi untuk keluarga.");
        return LocalRedirect($"/usulan/{Id}");
    }

    private string Told(Submission kept) => kept switch
    {
        { AnswerBy: { } by } => $"Permintaan {kept.Number} diajukan. Harus dijawab paling lambat {Indonesian.LongDateTime(clock.Local(by), clock.ZoneName)}.",
        { IsLate: true } => $"Usulan {kept.Number} diajukan. Batas pengajuan bulan ini sudah lewat, maka usulan masuk periode {Indonesian.MonthYear(kept.Cycle)}.",
        _ => $"Usulan {kept.Number} diajukan, masuk periode {Indonesian.MonthYear(kept.Cycle)}.",
    };
}
