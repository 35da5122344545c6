using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Web.Pages.Households;

public sealed class EnrollmentInput
{
    [Display(Name = "Program")]
    [Required(ErrorMessage = "Pilih program.")]
    public Guid? ProgramId { get; set; }

    [Display(Name = "Mulai menerima")]
    [Required(ErrorMessage = "Tanggal mulai wajib diisi, misalnya 27/03/2026.")]
    public DateOnly? StartedOn { get; set; }

    [Display(Name = "Catatan")]
    [StringLength(500, ErrorMessage = "Catatan paling panjang 500 huruf.")]
    public string? Note { get; set; }
}

public sealed class EnrollmentEndInput
{
    [Display(Name = "Alasan")]
    [Required(ErrorMessage = "Pilih alasan.")]
    public EnrollmentEndReason? Reason { get; set; }

    [Display(Name = "Tanggal berakhir")]
    [Required(ErrorMessage = "Tanggal berakhir wajib diisi, misalnya 27/03/2026.")]
    public DateOnly? EndedOn { get; set; }

    public static IReadOnlyList<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Reasons { get; } =
        [new("Pilih", ""), .. Enum.GetValues<EnrollmentEndReason>().Select(r => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(EnrollmentNames.Of(r), r.ToString()))];
}
