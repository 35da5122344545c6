using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Files;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Photos;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>Whoever sees the proposal sees its photos; who may add one is a rule of the proposal, by its stage. Held in memory: on disk they would lie in clear.</summary>
[Permit(Permission.ViewProposals)]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, MemoryBufferThreshold = MostBytes)]
public sealed class PhotosModel(OpenPhotos openPhotos, AddPhoto addPhoto, KabupatenClock clock) : PageModel, IPreparesPage
{
    private const int MostBytes = UploadRules.PictureBytes + (1024 * 1024);

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public PhotoInput Input { get; set; } = new();

    public PhotosView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> Subjects => Enum.GetValues<PhotoSubject>().Select(s => new SelectListItem(ProposalNames.Of(s), s.ToString())).Prepend(new("Pilih", ""));

    public string Time(DateTimeOffset at) => Indonesian.LongDateTime(clock.Local(at), clock.ZoneName);

    public async Task PrepareAsync(CancellationToken ct) => View = await openPhotos.RunAsync(Id, ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        using var content = new MemoryStream();
        await (Input.Camera ?? Input.Upload)!.CopyToAsync(content, ct);
        var located = await addPhoto.RunAsync(new(Id, Input.Subject!.Value, content.ToArray(), Input.KeepLocation), ct);
        this.Tell(located ? "Foto dan lokasinya tersimpan." : Input.KeepLocation ? "Foto tersimpan tanpa lokasi: kamera tidak menuliskannya." : "Foto tersimpan.");
        return LocalRedirect($"/usulan/{Id}/foto");
    }

    public sealed class PhotoInput : IValidatableObject
    {
        [Display(Name = "Yang difoto")]
        [Required(ErrorMessage = "Pilih apa yang difoto.")]
        public PhotoSubject? Subject { get; set; }

        [Display(Name = "Ambil foto dengan kamera")]
        public IFormFile? Camera { get; set; }

        [Display(Name = "Pilih berkas yang sudah ada")]
        public IFormFile? Upload { get; set; }

        [Display(Name = "Simpan lokasi foto")]
        public bool KeepLocation { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (Camera is null && Upload is null) yield return new("Ambil foto atau pilih berkas.", [nameof(Camera)]);
            if (Camera is not null && Upload is not null) yield return new("Kirim satu foto setiap kali: ambil dengan kamera atau pilih berkas.", [nameof(Upload)]);
        }
    }
}
