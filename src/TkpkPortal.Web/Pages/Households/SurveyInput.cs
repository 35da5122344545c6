using System.ComponentModel.DataAnnotations;

namespace TkpkPortal.Web.Pages.Households;

public sealed class SurveyInput
{
    [Display(Name = "Tanggal pendataan")]
    [Required(ErrorMessage = "Tanggal pendataan wajib diisi, misalnya 27/03/2026.")]
    public DateOnly? TakenOn { get; set; }
}
