using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Web.Pages.Households;

public sealed class HouseholdInput
{
    [Display(Name = "Alamat")]
    [Required(ErrorMessage = "Alamat wajib diisi, misalnya Jalan Melati 3 atau nama kampung.")]
    [StringLength(250, ErrorMessage = "Alamat paling panjang 250 huruf.")]
    public string Address { get; set; } = "";

    [Display(Name = "Dusun")]
    [StringLength(100, ErrorMessage = "Dusun paling panjang 100 huruf.")]
    public string? Hamlet { get; set; }

    [Display(Name = "RT")]
    [StringLength(5, ErrorMessage = "RT paling panjang 5 huruf.")]
    public string? Rt { get; set; }

    [Display(Name = "RW")]
    [StringLength(5, ErrorMessage = "RW paling panjang 5 huruf.")]
    public string? Rw { get; set; }

    [Display(Name = "Nomor rumah tangga lama")]
    [StringLength(30, ErrorMessage = "Nomor rumah tangga lama paling panjang 30 huruf.")]
    public string? LegacyNumber { get; set; }

    [Display(Name = "Nomor KK")]
    [StringLength(60, ErrorMessage = "Nomor KK terlalu panjang.")]
    public string? CardNumber { get; set; }

    [Display(Name = "Kosongkan nomor KK yang tersimpan")]
    public bool RemoveCardNumber { get; set; }

    public HouseholdDetails ToDetails() => new(Address.Trim(), Blank.ToNull(Hamlet), Blank.ToNull(Rt), Blank.ToNull(Rw)) { LegacyNumber = Blank.ToNull(LegacyNumber) };
}
