using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

[Permit(Permission.HoldDeliberations)]
public sealed class PlanModel(DeliberationPlanQuery query, PlanDeliberation planDeliberation) : PageModel, IPreparesPage
{
    [BindProperty]
    [Required(ErrorMessage = "Pilih desa atau kelurahan.")]
    public string VillageCode { get; set; } = "";

    [BindProperty]
    [Display(Name = "Bentuk")]
    public DeliberationForm Form { get; set; }

    [BindProperty]
    public DeliberationInput Input { get; set; } = new();

    public DeliberationPlan Plan { get; private set; } = null!;

    public IEnumerable<SelectListItem> Forms =>
    [
        new("Musyawarah, dengan berita acara dan daftar hadir", nameof(DeliberationForm.Assembly)),
        new("SPTJM: surat pernyataan tanggung jawab mutlak sebagai pengganti musyawarah", nameof(DeliberationForm.Statement)),
    ];

    public IEnumerable<SelectListItem> Villages
    {
        get
        {
            var groups = Plan.Villages.Select(v => v.District).Distinct().ToDictionary(d => d, d => new SelectListGroup { Name = d });
            var all = Plan.Villages.Select(v => new SelectListItem($"{v.Name}{(v.Waiting > 0 ? $" ({Indonesian.Number(v.Waiting)})" : "")}", v.Code) { Group = groups[v.District] });
            return Plan.Villages.Count == 1 ? all : all.Prepend(new("Pilih", ""));
        }
    }

    public async Task PrepareAsync(CancellationToken ct) => Plan = await query.RunAsync(ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        // The same hall and people as last time, more often than not; the day is another.
        if (Plan.Last is { } last) Input = DeliberationInput.Of(last);
        Input.HeldOn = null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var id = await planDeliberation.RunAsync(VillageCode, Form, Input.ToDetails(), ct);
        this.Tell($"{(Form == DeliberationForm.Statement ? "SPTJM" : "Musyawarah")} {Indonesian.LongDate(Input.HeldOn!.Value)} tersimpan. Pilih usulan yang dibahas.");
        return RedirectToPage("Agenda", new { id });
    }
}
