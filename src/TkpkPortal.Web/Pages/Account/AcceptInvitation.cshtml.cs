using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Account;

/// <summary>Opening the page uses nothing up: programs that preview links open them too.</summary>
[AllowAnonymous]
public sealed class AcceptInvitationModel(OneTimeLinkQuery query, AcceptInvitation acceptInvitation, KabupatenClock clock) : PageModel, IPreparesPage
{
    [FromRoute]
    public string Token { get; set; } = "";

    [BindProperty]
    public InvitationInput Input { get; set; } = new();

    public OneTimeLinkView? Invitation { get; private set; }

    public string ExpiryText => Indonesian.LongDateTime(clock.Local(Invitation!.ExpiresAt), clock.ZoneName);

    public async Task PrepareAsync(CancellationToken ct) => Invitation = await query.RunAsync(Token, ct);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        return new PageResult { StatusCode = Invitation is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var userName = await acceptInvitation.RunAsync(Token, Input.Password, ct);
        this.Tell($"Kata sandi tersimpan. Masuk dengan nama pengguna {userName}.");
        return LocalRedirect("/masuk");
    }

    public sealed class InvitationInput
    {
        [Display(Name = "Kata sandi baru")]
        [Required(ErrorMessage = "Kata sandi baru wajib diisi.")]
        [StringLength(1000, ErrorMessage = "Kata sandi terlalu panjang.")]
        public string Password { get; set; } = "";
    }
}
