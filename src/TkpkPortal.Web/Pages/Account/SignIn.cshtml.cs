using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;

namespace TkpkPortal.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignInModel(LimitSignIns limitSignIns, SignIn signIn, RequestTrace trace) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ke")]
    public string? ReturnUrl { get; set; }

    [BindProperty(SupportsGet = true, Name = "keluar")]
    public bool SignedOut { get; set; }

    /// <summary>What was being sent when the sign-in had ended could not be kept.</summary>
    [BindProperty(SupportsGet = true, Name = "tertinggal")]
    public bool LeftBehind { get; set; }

    /// <summary>Why this page appears.</summary>
    public string? Told => SignedOut ? "Anda sudah keluar dari portal."
        : ReturnUrl?.StartsWith("/lanjutkan/", StringComparison.Ordinal) == true ? "Waktu masuk Anda habis. Isian Anda tersimpan terenkripsi selama satu jam: masuk lagi dengan akun yang sama, lalu pilih Lanjutkan."
        : LeftBehind ? "Waktu masuk Anda habis. Kiriman Anda terlalu besar untuk disimpan sementara: masuk lagi, lalu kirim ulang."
        : null;

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect(Destination) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await limitSignIns.RunAsync(Input.Name, ct) is { } wait)
        {
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (User.Identity is { IsAuthenticated: true })
        {
            // The cookie handler would go on with the earlier session's key; a sign-in always makes a new one.
            await HttpContext.SignOutAsync();
            return LocalRedirect("/masuk");
        }

        var userId = await signIn.RunAsync(Input.Name, Input.Password, trace, ct);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, userId.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return LocalRedirect(Destination);
    }

    private string Destination => Url.IsLocalUrl(ReturnUrl) && !ReturnUrl!.StartsWith("/keluar", StringComparison.OrdinalIgnoreCase) ? ReturnUrl : "/";

    public sealed class SignInInput
    {
        [Display(Name = "Nama pengguna atau surel")]
        [Required(ErrorMessage = "Nama pengguna atau surel wajib diisi.")]
        [StringLength(256, ErrorMessage = "Nama pengguna atau surel paling panjang 256 huruf.")]
        public string Name { get; set; } = "";

        [Display(Name = "Kata sandi")]
        [Required(ErrorMessage = "Kata sandi wajib diisi.")]
        [StringLength(1000, ErrorMessage = "Kata sandi terlalu panjang.")]
        public string Password { get; set; } = "";
    }
}
