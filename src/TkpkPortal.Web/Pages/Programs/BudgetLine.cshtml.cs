using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Programs;

[Permit(Permission.EditBudgets)]
public sealed class BudgetLineModel(ProgramQuery query, SaveBudgetLine saveBudgetLine, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid? LineId { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public BudgetLineInput Input { get; set; } = new();

    public ProgramView Program { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Program = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Input.Year = clock.Today.Year;
        if (LineId is not { } lineId) return;
        var line = Program.Lines.SingleOrDefault(l => l.Id == lineId) ?? throw new RecordNotFoundException();
        Version = line.Version;
        Input = BudgetLineInput.From(line);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await saveBudgetLine.RunAsync(Id, LineId, Input.ToDetails(), Version, ct);
        this.Tell($"Sub kegiatan {Input.SubActivityCode} tersimpan. Realisasinya dilaporkan per triwulan.");
        return LocalRedirect($"/program/{Id}");
    }
}
