using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.CheckFields)]
public sealed class RecordFieldCheckModel(ProposalHeadQuery headQuery, RecordFieldCheck record) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public RecordFieldCheckInput Input { get; set; } = new();

    public ProposalHead Proposal { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Findings => Enum.GetValues<FieldFinding>().Select(f => new SelectListItem(ProposalNames.Of(f), f.ToString()));

    public async Task PrepareAsync(CancellationToken ct) => Proposal = await headQuery.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Proposal.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await record.RunAsync(Id, Input.Finding!.Value, Input.Reason, Version, ct);
        this.Tell("Hasil kunjungan tersimpan. Usulan kembali kepada pemeriksa di kabupaten.");
        return LocalRedirect(WorkModel.Route);
    }
}
