using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>A word for those who come after; not needed.</summary>
public sealed class NoteInput
{
    [Display(Name = "Catatan")]
    [StringLength(1000, ErrorMessage = "Catatan paling panjang 1.000 huruf.")]
    public string? Note { get; set; }
}

public sealed class ReasonInput
{
    [Display(Name = "Alasan")]
    [StringLength(1000, ErrorMessage = "Alasan paling panjang 1.000 huruf.")]
    public string? Reason { get; set; }
}

public sealed class AskFieldCheckInput
{
    [Display(Name = "Pendamping")]
    public Guid? FacilitatorId { get; set; }

    [Display(Name = "Yang perlu diperiksa")]
    [StringLength(1000, ErrorMessage = "Catatan paling panjang 1.000 huruf.")]
    public string? Note { get; set; }
}

public sealed class RecordFieldCheckInput
{
    [Display(Name = "Temuan")]
    [Required(ErrorMessage = "Pilih apa yang ditemukan di rumah keluarga.")]
    public FieldFinding? Finding { get; set; }

    [Display(Name = "Keterangan")]
    [StringLength(1000, ErrorMessage = "Keterangan paling panjang 1.000 huruf.")]
    public string? Reason { get; set; }
}
