using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Web.Pages.Households;

public sealed class AddressInput
{
    [Display(Name = "Desa atau kelurahan tujuan")]
    [Required(ErrorMessage = "Pilih desa atau kelurahan tujuan.")]
    public Guid? VillageId { get; set; }

    [Display(Name = "Alamat baru")]
    [Required(ErrorMessage = "Alamat baru wajib diisi, misalnya Jalan Melati 3 atau nama kampung.")]
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

    public HouseholdDetails ToDetails() => new(Address.Trim(), Blank.ToNull(Hamlet), Blank.ToNull(Rt), Blank.ToNull(Rw));
}
