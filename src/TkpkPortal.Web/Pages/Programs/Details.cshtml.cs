using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Programs;

[Permit(Permission.ViewPrograms)]
public sealed class DetailsModel(ProgramQuery query) : PageModel
{
    [FromRoute]
    public Guid Id { get; set; }

    public ProgramView Program { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => Program = await query.RunAsync(Id, ct);
}
