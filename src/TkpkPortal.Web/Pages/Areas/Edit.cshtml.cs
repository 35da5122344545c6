using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Areas;

[Permit(Permission.ManageAreas)]
public sealed class EditModel(AreaQuery query, CorrectArea correctArea) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AreaInput Input { get; set; } = new();

    public AreaView Area { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Area = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Input = new() { Name = Area.Name, BpsCode = Area.BpsCode };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await correctArea.RunAsync(Id, Input.Name.Trim(), Input.BpsCode, ct);
        this.Tell($"{Input.Name} tersimpan.");
        return LocalRedirect($"/wilayah/{Id}");
    }

    public sealed class AreaInput
    {
        [Display(Name = "Nama")]
        [Required(ErrorMessage = "Nama wajib diisi.")]
        [StringLength(150, ErrorMessage = "Nama paling panjang 150 huruf.")]
        public string Name { get; set; } = "";

        [Display(Name = "Kode BPS")]
        [StringLength(20, ErrorMessage = "Kode BPS paling panjang 10 angka.")]
        public string? BpsCode { get; set; }
    }
}
