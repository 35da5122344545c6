using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Web.Pages.Statistics.Values;

/// <summary>What may be corrected: the figure itself and where it stands.</summary>
public class FigureInput
{
    [Display(Name = "Nilai")]
    [Required(ErrorMessage = "Nilai wajib diisi. Bila angkanya belum terbit, jangan catat dahulu.")]
    public decimal? Value { get; set; }

    [Display(Name = "Angka sementara")]
    public bool IsProvisional { get; set; }

    [Display(Name = "Dokumen sumber")]
    [StringLength(250, ErrorMessage = "Dokumen sumber paling panjang 250 huruf.")]
    public string? SourceDocument { get; set; }

    public string? Source => string.IsNullOrWhiteSpace(SourceDocument) ? null : SourceDocument.Trim();
}

public sealed class ValueInput : FigureInput
{
    [Display(Name = "Indikator")]
    [Required(ErrorMessage = "Pilih indikator.")]
    public Guid? IndicatorId { get; set; }

    [Display(Name = "Wilayah")]
    [Required(ErrorMessage = "Pilih wilayah.")]
    public Guid? AreaId { get; set; }

    [Display(Name = "Tahun")]
    [Required(ErrorMessage = "Tahun wajib diisi, misalnya 2025.")]
    public int? Year { get; set; }

    [Display(Name = "Bulan")]
    public int? Month { get; set; }

    [Display(Name = "Rincian")]
    public Breakdown Breakdown { get; set; }

    public IndicatorEntry ToEntry() => new(IndicatorId!.Value, AreaId!.Value, Year!.Value, Month, Breakdown, Value!.Value, IsProvisional, Source);
}
