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
public sealed class RegisterModel(RegisterProgram registerProgram, ProgramChoices choices) : PageModel, IPreparesPage
{
    [BindProperty]
    public ProgramInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public async Task PrepareAsync(CancellationToken ct) => Agencies = await choices.AgenciesAsync(ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = await registerProgram.RunAsync(Input.ToDetails(), ct);
        this.Tell($"{Input.Name} tersimpan. Tambahkan sub kegiatan dan pagunya.");
        return LocalRedirect($"/program/{id}");
    }
}
