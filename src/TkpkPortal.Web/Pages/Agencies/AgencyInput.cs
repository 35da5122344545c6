using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Agencies;

namespace TkpkPortal.Web.Pages.Agencies;

public sealed class AgencyInput
{
    [Display(Name = "Nama OPD")]
    [Required(ErrorMessage = "Nama OPD wajib diisi.")]
    [StringLength(150, ErrorMessage = "Nama OPD paling panjang 150 huruf.")]
    public string Name { get; set; } = "";

    [Display(Name = "Singkatan")]
    [Required(ErrorMessage = "Singkatan wajib diisi, misalnya Dinsos.")]
    [StringLength(40, ErrorMessage = "Singkatan paling panjang 40 huruf.")]
    public string ShortName { get; set; } = "";

    [Display(Name = "Jabatan kepala")]
    [Required(ErrorMessage = "Jabatan kepala wajib diisi, misalnya Kepala Dinas Sosial.")]
    [StringLength(150, ErrorMessage = "Jabatan kepala paling panjang 150 huruf.")]
    public string HeadTitle { get; set; } = "";

    public AgencyDetails ToDetails() => new(Name.Trim(), ShortName.Trim(), HeadTitle.Trim());
}
