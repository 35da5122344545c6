using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Households;

[Permit(Permission.EditHouseholds)]
public sealed class FillChecklistModel(OpenHousehold openHousehold, ChecklistQuery checklistQuery, AssessHousehold assessHousehold, KabupatenClock clock) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public string Kind { get; set; } = "";

    [BindProperty]
    public ChecklistInput Input { get; set; } = new();

    /// <summary>Criterion to "ya", "tidak" or nothing.</summary>
    [BindProperty(Name = "Kriteria")]
    public Dictionary<string, string?> Given { get; set; } = [];

    public HouseholdView Household { get; private set; } = null!;

    public ChecklistView View { get; private set; } = null!;

    private Checklist Checklist => Checklist.Find(Kind) ?? throw new RecordNotFoundException();

    public async Task PrepareAsync(CancellationToken ct)
    {
        Household = await openHousehold.RunAsync(Id, ct);
        View = await checklistQuery.RunAsync(Id, Checklist, ct);
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Input.AssessedOn = clock.Today;
        Given = View.Known.ToDictionary(k => k.Key, k => k.Value switch { true => "ya", false => "tidak", null => (string?)null });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answers = Given.ToDictionary(g => g.Key, g => g.Value switch { "ya" => true, "tidak" => false, _ => (bool?)null });
        var result = await assessHousehold.RunAsync(Id, Checklist.Kind, Input.AssessedOn!.Value, answers, ct);
        this.Tell($"Daftar periksa tersimpan. {result.Sentence}");
        return RedirectToPage("Checklist", new { id = Id, kind = Kind });
    }
}

public sealed class ChecklistInput
{
    [Display(Name = "Tanggal pemeriksaan")]
    [Required(ErrorMessage = "Tanggal pemeriksaan wajib diisi, misalnya 27/03/2026.")]
    public DateOnly? AssessedOn { get; set; }
}
