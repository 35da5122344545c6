using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Account;

[Permit(Permission.UsePortal)]
public sealed class ChangePasswordModel(Actor actor, UserQuery userQuery, ChangeOwnPassword changeOwnPassword) : PageModel, IPreparesPage
{
    public const string Hint = "Paling sedikit 12 karakter, jenis apa pun, termasuk spasi. Rangkaian empat kata yang tidak berkaitan sudah baik. Boleh ditempel dari pengelola kata sandi.";

    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    /// <summary>Password managers file the new password under it.</summary>
    public string UserName { get; private set; } = "";

    public async Task PrepareAsync(CancellationToken ct) => UserName = (await userQuery.RunAsync(actor.UserId!.Value, ct)).UserName;

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await changeOwnPassword.RunAsync(Input.OldPassword, Input.NewPassword, HttpContext.SessionId(), ct);
        this.Tell("Kata sandi baru tersimpan. Sesi Anda di peramban lain sudah diakhiri.");
        return RedirectToPage("Index");
    }

    public sealed class PasswordInput
    {
        [Display(Name = "Kata sandi lama")]
        [Required(ErrorMessage = "Kata sandi lama wajib diisi.")]
        [StringLength(1000, ErrorMessage = "Kata sandi terlalu panjang.")]
        public string OldPassword { get; set; } = "";

        [Display(Name = "Kata sandi baru")]
        [Required(ErrorMessage = "Kata sandi baru wajib diisi.")]
        [StringLength(1000, ErrorMessage = "Kata sandi terlalu panjang.")]
        public string NewPassword { get; set; } = "";
    }
}
