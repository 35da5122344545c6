using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Web.Pages.Proposals;

public sealed class StartInput
{
    [Display(Name = "Jenis usulan")]
    [Required(ErrorMessage = "Pilih jenis usulan.")]
    public ProposalKind? Kind { get; set; }

    [Display(Name = "Bagaimana usulan ini datang")]
    [Required(ErrorMessage = "Pilih bagaimana usulan ini datang.")]
    public ProposalRegistration? Registration { get; set; }

    [Display(Name = "Desa atau kelurahan pengusul")]
    public Guid? VillageId { get; set; }
}

public sealed class FindFamilyInput
{
    [Display(Name = "Nama kepala keluarga, nomor KK, atau NIK")]
    [StringLength(150, ErrorMessage = "Tulisan terlalu panjang.")]
    public string? Typed { get; set; }

    [Display(Name = "Desa atau kelurahan")]
    public Guid? VillageId { get; set; }
}

public sealed class CancelInput
{
    [Display(Name = "Alasan")]
    [StringLength(1000, ErrorMessage = "Alasan paling panjang 1.000 huruf.")]
    public string? Reason { get; set; }
}
