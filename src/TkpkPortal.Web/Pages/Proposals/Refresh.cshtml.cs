using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.RegisterProposals)]
public sealed class RefreshModel(DraftQuery query, RefreshDraft refreshDraft) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    public DraftView Draft { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Draft = await query.RunAsync(Id, ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Draft.Version;
        return Draft.IsDraft && Draft.HouseholdId is not null ? Page() : LocalRedirect($"/usulan/{Id}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await refreshDraft.RunAsync(Id, Version, ct);
        this.Tell("Draf memakai data keluarga terbaru. Isian Anda tetap; periksa sekali lagi.");
        return LocalRedirect(DraftPages.Address(Id, DraftSteps.Review));
    }
}
