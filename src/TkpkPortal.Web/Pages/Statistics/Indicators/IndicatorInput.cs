using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Web.Pages.Statistics.Indicators;

public sealed class IndicatorInput
{
    [Display(Name = "Kode")]
    [Required(ErrorMessage = "Kode wajib diisi, misalnya STUNTING.")]
    [RegularExpression("^[A-Za-z][A-Za-z0-9_]{0,29}$", ErrorMessage = "Kode diawali huruf dan hanya memuat huruf, angka, atau garis bawah, paling panjang 30, misalnya AIR_MINUM.")]
    public string Code { get; set; } = "";

    [Display(Name = "Nama indikator")]
    [Required(ErrorMessage = "Nama indikator wajib diisi.")]
    [StringLength(150, ErrorMessage = "Nama indikator paling panjang 150 huruf.")]
    public string Name { get; set; } = "";

    [Display(Name = "Satuan")]
    [Required(ErrorMessage = "Satuan wajib diisi, misalnya persen.")]
    [StringLength(40, ErrorMessage = "Satuan paling panjang 40 huruf.")]
    public string Unit { get; set; } = "";

    [Display(Name = "Arah")]
    public Polarity Polarity { get; set; }

    [Display(Name = "Angka di belakang koma")]
    [Required(ErrorMessage = "Angka di belakang koma wajib diisi, 0 sampai 4.")]
    [Range(0, 4, ErrorMessage = "Angka di belakang koma harus 0 sampai 4.")]
    public int? Decimals { get; set; } = 2;

    [Display(Name = "Sumber")]
    [Required(ErrorMessage = "Sumber wajib diisi, misalnya BPS, Susenas Maret.")]
    [StringLength(150, ErrorMessage = "Sumber paling panjang 150 huruf.")]
    public string Source { get; set; } = "";

    [Display(Name = "Bidang")]
    [Required(ErrorMessage = "Bidang wajib diisi, misalnya Kesehatan.")]
    [StringLength(60, ErrorMessage = "Bidang paling panjang 60 huruf.")]
    public string Field { get; set; } = "";

    [Display(Name = "Definisi")]
    [StringLength(1000, ErrorMessage = "Definisi paling panjang 1.000 huruf.")]
    public string? Definition { get; set; }

    public static IndicatorInput From(IndicatorDetails details) => new()
    {
        Code = details.Code,
        Name = details.Name,
        Unit = details.Unit,
        Polarity = details.Polarity,
        Decimals = details.Decimals,
        Source = details.Source,
        Field = details.Field,
        Definition = details.Definition,
    };

    public IndicatorDetails ToDetails() => new(
        Code.Trim().ToUpperInvariant(), Name.Trim(), Unit.Trim(), Polarity, Decimals!.Value, Source.Trim(), Field.Trim(), string.IsNullOrWhiteSpace(Definition) ? null : Definition.Trim());
}
