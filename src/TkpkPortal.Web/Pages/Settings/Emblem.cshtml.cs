using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Settings;

[Permit(Permission.ManageSettings)]
public sealed class EmblemModel(SettingsQuery query, SetEmblem setEmblem) : PageModel, IPreparesPage
{
    [BindProperty]
    [Display(Name = "Berkas lambang")]
    [Required(ErrorMessage = "Pilih berkas lambang.")]
    public IFormFile? Upload { get; set; }

    public bool HasEmblem { get; private set; }

    public async Task PrepareAsync(CancellationToken ct) => HasEmblem = (await query.RunAsync(ct)).HasEmblem;

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload!.Length > SettingsRules.EmblemLimit) throw new RuleBrokenException(SettingsRules.EmblemTooLarge, nameof(Upload));
        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, ct);
        await setEmblem.RunAsync(content.ToArray(), ct);
        this.Tell("Lambang tersimpan. Surat berikutnya memakainya.");
        return RedirectToPage("Emblem");
    }
}
