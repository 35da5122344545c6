using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;

namespace TkpkPortal.Web.Pages.Account;

[AllowAnonymous]
public sealed class SignInModel(UserManager<PortalUser> users) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ke")]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await users.FindByNameAsync(Input.Name.Trim()) ?? await users.FindByEmailAsync(Input.Name.Trim());
        if (user is not { IsActive: true } || !await users.CheckPasswordAsync(user, Input.Password))
        {
            ModelState.AddModelError("", "Nama pengguna atau kata sandi tidak cocok. Periksa ketikan Anda, lalu coba lagi.");
            return new PageResult { StatusCode = StatusCodes.Status400BadRequest };
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
    }

    public sealed class SignInInput
    {
        [Display(Name = "Nama pengguna atau surel")]
        [Required(ErrorMessage = "Nama pengguna atau surel wajib diisi.")]
        public string Name { get; set; } = "";

        [Display(Name = "Kata sandi")]
        [Required(ErrorMessage = "Kata sandi wajib diisi.")]
        public string Password { get; set; } = "";
    }
}
