using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Access;

[Permit(Permission.ManageUsers)]
public sealed class InviteModel(UserChoicesQuery choicesQuery, InviteUser inviteUser, PublicAddress address) : PageModel, IPreparesPage
{
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    public UserChoices Choices { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Choices = await choicesQuery.RunAsync(null, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var link = await inviteUser.RunAsync(Input.UserName, Input.Person.ToDetails(), ct);
        TempData[EditModel.LinkKey] = address.Invitation(link.Token);
        this.Tell($"{Input.Person.FullName} tersimpan. Salin tautan di bawah dan sampaikan langsung kepada orangnya.");
        return RedirectToPage("Edit", new { id = link.UserId });
    }

    public sealed class InviteInput
    {
        [Display(Name = "Nama pengguna")]
        [Required(ErrorMessage = "Nama pengguna wajib diisi.")]
        [RegularExpression("[A-Za-z0-9._-]{3,50}", ErrorMessage = "Nama pengguna terdiri dari 3 sampai 50 huruf latin, angka, titik, garis bawah, atau tanda hubung, tanpa spasi.")]
        public string UserName { get; set; } = "";

        public UserInput Person { get; set; } = new();
    }
}
