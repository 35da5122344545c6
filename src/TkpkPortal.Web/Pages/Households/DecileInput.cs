using System.ComponentModel.DataAnnotations;

namespace TkpkPortal.Web.Pages.Households;

public sealed class DecileInput
{
    [Display(Name = "Desil")]
    [Required(ErrorMessage = "Desil wajib diisi, angka 1 sampai 10.")]
    public int? Decile { get; set; }

    [Display(Name = "Sumber")]
    [Required(ErrorMessage = "Sumber desil wajib diisi, misalnya DTSEN.")]
    [StringLength(60, ErrorMessage = "Sumber paling panjang 60 huruf.")]
    public string Source { get; set; } = "";

    [Display(Name = "Tanggal rilis")]
    [Required(ErrorMessage = "Tanggal rilis wajib diisi, misalnya 31/01/2026.")]
    public DateOnly? ReleasedOn { get; set; }
}
