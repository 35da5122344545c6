using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Reporting;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>For the family that holds the receipt. Every address answers alike until the PIN is right.</summary>
[AllowAnonymous]
public sealed class StatusModel(OpenReceiptStatus openReceiptStatus, KabupatenClock clock) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public StatusInput Input { get; set; } = new();

    public ReceiptStatus? Status { get; private set; }

    public string Since => Indonesian.LongDate(DateOnly.FromDateTime(clock.Local(Status!.Since)));

    public void OnGet() => HideFromSearch();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        HideFromSearch();
        var answer = await openReceiptStatus.RunAsync(Token, Input.Pin.Replace(" ", "", StringComparison.Ordinal), ct);
        if (answer.Wait is { } wait)
        {
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        Status = answer.Status;
        return Page();
    }

    private void HideFromSearch() => Response.Headers["X-Robots-Tag"] = "noindex, nofollow";

    public sealed class StatusInput
    {
        [Display(Name = "PIN")]
        [Required(ErrorMessage = "PIN wajib diisi.")]
        [RegularExpression(@"\s*(\d\s*){6}", ErrorMessage = "PIN terdiri atas enam angka.")]
        public string Pin { get; set; } = "";
    }
}
