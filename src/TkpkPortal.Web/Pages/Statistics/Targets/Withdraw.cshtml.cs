using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Statistics.Targets;

[Permit(Permission.EditStatistics)]
public sealed class WithdrawModel(IndicatorTargetsQuery query, WithdrawIndicatorTarget withdrawTarget) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "Alasan")]
    [Required(ErrorMessage = "Alasan wajib diisi, misalnya: salah tahun.")]
    [StringLength(500, ErrorMessage = "Alasan paling panjang 500 huruf.")]
    public string Reason { get; set; } = "";

    public TargetRow Row { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Row = await query.OneAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await withdrawTarget.RunAsync(Id, Reason.Trim(), ct);
        this.Tell("Target ditarik. Nilai lama dan alasannya tercatat di Jejak.");
        return RedirectToPage("Index");
    }
}
