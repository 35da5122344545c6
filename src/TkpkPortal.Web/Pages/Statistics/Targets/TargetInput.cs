using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Web.Pages.Statistics.Targets;

public sealed class TargetInput
{
    [Display(Name = "Indikator")]
    [Required(ErrorMessage = "Pilih indikator.")]
    public Guid? IndicatorId { get; set; }

    [Display(Name = "Wilayah")]
    [Required(ErrorMessage = "Pilih wilayah.")]
    public Guid? AreaId { get; set; }

    [Display(Name = "Tahun")]
    [Required(ErrorMessage = "Tahun wajib diisi, misalnya 2027.")]
    public int? Year { get; set; }

    [Display(Name = "Target")]
    [Required(ErrorMessage = "Target wajib diisi.")]
    public decimal? Value { get; set; }

    [Display(Name = "Dokumen")]
    [Required(ErrorMessage = "Dokumen wajib diisi, misalnya RPJMD 2025–2029.")]
    [StringLength(150, ErrorMessage = "Dokumen paling panjang 150 huruf.")]
    public string Document { get; set; } = "";

    public TargetEntry ToEntry() => new(IndicatorId!.Value, AreaId!.Value, Year!.Value, Value!.Value, Document.Trim());
}
