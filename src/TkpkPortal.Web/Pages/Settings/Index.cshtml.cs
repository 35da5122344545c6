using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Settings;

[Permit(Permission.ManageSettings)]
public sealed class IndexModel(SettingsQuery query, SaveSettings saveSettings) : PageModel, IPreparesPage, IEditsVersion
{
    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    public SettingsForm Saved { get; private set; } = null!;

    public List<SelectListItem> Regencies { get; private set; } = [];

    public static IEnumerable<SelectListItem> Zones => KabupatenClock.Zones.Select(z => new SelectListItem(z.Value, z.Key));

    public async Task PrepareAsync(CancellationToken ct)
    {
        Saved = await query.RunAsync(ct);
        var regencies = await query.RegenciesAsync(ct);
        Regencies = [new("Belum dipilih", ""), .. regencies.Select(r => new SelectListItem($"{r.Code} {r.Name}", r.Id.ToString()))];
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = Saved.Version;
        Input = SettingsInput.Of(Saved.Details);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await saveSettings.RunAsync(Input.ToDetails(), Version, ct);
        this.Tell("Pengaturan tersimpan. Halaman dan surat berikutnya memakainya.");
        return RedirectToPage("Index");
    }
}
