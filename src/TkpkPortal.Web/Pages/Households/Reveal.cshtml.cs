using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.RevealIdentity)]
public sealed class RevealModel(OpenHousehold openHousehold, RevealIdentity revealIdentity) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    [Display(Name = "Alasan membuka nomor")]
    [Required(ErrorMessage = "Tulis alasan membuka nomor, paling sedikit 10 huruf.")]
    [StringLength(300, ErrorMessage = "Alasan paling panjang 300 huruf.")]
    public string Reason { get; set; } = "";

    public HouseholdView Household { get; private set; } = null!;

    public RevealedNumbers? Numbers { get; private set; }

    public async Task PrepareAsync(CancellationToken ct) => Household = await openHousehold.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    /// <summary>Answers with the numbers themselves: they stand on this one page and at no address. Sending the form again leads back to the question.</summary>
    public async Task OnPostAsync(CancellationToken ct)
    {
        Numbers = await revealIdentity.RunAsync(Id, Reason, ct);
        await PrepareAsync(ct);
    }

    public static string InFours(string digits) => string.Join("\u00a0", digits.Chunk(4).Select(four => new string(four)));
}
