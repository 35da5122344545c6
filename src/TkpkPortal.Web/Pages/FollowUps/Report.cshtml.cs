using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.FollowUps;

[Permit(Permission.UpdateFollowUps)]
public sealed class ReportModel(FollowUpQuery query, ReportFollowUp reportFollowUp) : PageModel, IPreparesPage, IEditsVersion
{
    public static IEnumerable<SelectListItem> Statuses => Enum.GetValues<FollowUpStatus>().Select(s => new SelectListItem(FollowUpStatusNames.Of(s), s.ToString()));

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public ReportInput Input { get; set; } = new();

    public FollowUpView View { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => View = await query.ToReportAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Version = View.Version;
        Input = new() { Status = View.Row.Status };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await reportFollowUp.RunAsync(Id, Input.Status!.Value, WordingMark.Tidy(Input.Note), Version, ct);
        this.Tell("Laporan tersimpan dan terbaca oleh Sekretariat TKPK.");
        return RedirectToPage("Details", new { Id });
    }
}

public sealed class ReportInput
{
    [Display(Name = "Status")]
    [Required(ErrorMessage = "Pilih status tindak lanjut.")]
    [EnumDataType(typeof(FollowUpStatus), ErrorMessage = "Pilih status tindak lanjut.")]
    public FollowUpStatus? Status { get; set; }

    [Display(Name = "Catatan")]
    [StringLength(2000, ErrorMessage = "Catatan paling panjang 2.000 huruf.")]
    public string? Note { get; set; }
}
