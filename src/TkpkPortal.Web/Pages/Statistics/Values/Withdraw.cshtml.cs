using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Statistics;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Statistics.Values;

[Permit(Permission.EditStatistics)]
public sealed class WithdrawModel(IndicatorValuesQuery query, WithdrawIndicatorValue withdrawValue) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    [Display(Name = "Alasan")]
    [Required(ErrorMessage = "Alasan wajib diisi, misalnya: salah wilayah.")]
    [StringLength(500, ErrorMessage = "Alasan paling panjang 500 huruf.")]
    public string Reason { get; set; } = "";

    public ValueRow Row { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Row = (await query.OneAsync(Id, ct)).Rows.Items[0];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Row.Version;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        await withdrawValue.RunAsync(Id, Reason.Trim(), Version, ct);
        this.Tell("Angka ditarik. Nilai lama dan alasannya tercatat di Jejak.");
        return RedirectToPage("Index", new { indikator = Row.Indicator.Code, wilayah = Row.AreaCode });
    }
}
