using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Programs;

[Permit(Permission.RegisterPrograms)]
public sealed class EditModel(ProgramQuery query, CorrectProgram correctProgram, ProgramChoices choices) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public ProgramInput Input { get; set; } = new();

    public ProgramView Program { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public async Task PrepareAsync(CancellationToken ct)
    {
        Program = await query.RunAsync(Id, ct);
        Agencies = await choices.AgenciesAsync(ct);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Program.Version;
        Input = ProgramInput.From(Program);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctProgram.RunAsync(Id, Input.ToDetails(), Version, ct);
        this.Tell($"{Input.Name} tersimpan.");
        return LocalRedirect($"/program/{Id}");
    }
}
