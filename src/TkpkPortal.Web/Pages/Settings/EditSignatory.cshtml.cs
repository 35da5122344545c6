using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Settings;

[Permit(Permission.ManageSettings)]
public sealed class EditSignatoryModel(SignatoryListQuery query, CorrectSignatory correctSignatory) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public SignatoryInput Input { get; set; } = new();

    public SignatoryView Signatory { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Signatory = await query.OneAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Signatory.Version;
        Input = SignatoryInput.Of(Signatory);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctSignatory.RunAsync(Id, Input.ToDetails(), Version, ct);
        this.Tell($"{Input.Name} tersimpan.");
        return RedirectToPage("Signatories");
    }
}
