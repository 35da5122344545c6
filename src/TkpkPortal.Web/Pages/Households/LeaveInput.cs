using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Web.Pages.Households;

public sealed class LeaveInput
{
    [Display(Name = "Alasan")]
    [Required(ErrorMessage = "Pilih alasan.")]
    public LeaveReason? Reason { get; set; }

    [Display(Name = "Tanggal keluar")]
    [Required(ErrorMessage = "Tanggal keluar wajib diisi, misalnya 27/03/2026.")]
    public DateOnly? LeftOn { get; set; }
}
