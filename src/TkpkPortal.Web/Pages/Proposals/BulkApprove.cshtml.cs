using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Proposals;

[Permit(Permission.ApproveProposals)]
public sealed class BulkApproveModel(ReviewManyProposals review) : PageModel
{
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    [BindProperty]
    [Display(Name = "Alasan atau catatan")]
    [StringLength(1000, ErrorMessage = "Alasan atau catatan paling panjang 1.000 huruf.")]
    public string? Reason { get; set; }

    public BulkResult Result { get; private set; } = new(BulkStep.Approve, [], []);

    /// <summary>Nothing was chosen yet: the list is the place to choose.</summary>
    public IActionResult OnGet() => LocalRedirect(WorkModel.Route);

    public async Task OnPostAsync(CancellationToken ct)
    {
        Result = new(BulkStep.Approve, Chosen, []);
        Result = Result with { Outcomes = await review.RunAsync(BulkStep.Approve, Chosen, Reason, ct) };
    }
}
