using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Imports;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Jobs;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Imports;

[Permit(Permission.ImportHouseholds)]
[StreamsUpload]
public sealed class UploadModel(UploadChoicesQuery choicesQuery, UploadImport uploadImport, ImportJobs jobs) : PageModel, IPreparesPage
{
    [BindProperty]
    public UploadInput Input { get; set; } = new();

    public UploadChoices Choices { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Formats => Enum.GetValues<ImportFormat>().Select(f => new SelectListItem($"{ImportNames.Of(f)}: {ImportWords.Help(f)}", f.ToString()));

    public IEnumerable<SelectListItem> Programs => Choices.Programs.Select(p => new SelectListItem($"{p.Code} {p.Name}", p.Id.ToString())).Prepend(new("Tidak perlu", ""));

    public async Task PrepareAsync(CancellationToken ct) => Choices = await choicesQuery.RunAsync(ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var upload = HttpContext.Features.Get<UploadStream>();
       
        ModelState.SetModelValue(UploadImport.FileField, upload?.FileName, upload?.FileName);
        var id = await uploadImport.RunAsync(upload?.Content ?? Stream.Null, upload?.FileName ?? "", Input.Format!.Value, Input.ToOrigin(), ct);
        jobs.Start(id);
        this.Tell("Berkas diterima dan disimpan tersandi. Pembacaannya berjalan di belakang layar.");
        return RedirectToPage("Details", new { id });
    }
}
