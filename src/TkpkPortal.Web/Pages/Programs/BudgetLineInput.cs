using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Web.Pages.Programs;

public sealed class BudgetLineInput
{
    [Display(Name = "Tahun anggaran", Prompt = "tahun, misalnya 2026")]
    [Required(ErrorMessage = "Tahun anggaran wajib diisi.")]
    public int? Year { get; set; }

    [Display(Name = "Kode sub kegiatan")]
    [Required(ErrorMessage = "Kode sub kegiatan wajib diisi, misalnya 1.06.05.2.02.0001.")]
    [StringLength(30, ErrorMessage = "Kode sub kegiatan paling panjang 30 huruf.")]
    public string SubActivityCode { get; set; } = "";

    [Display(Name = "Nama sub kegiatan")]
    [Required(ErrorMessage = "Nama sub kegiatan wajib diisi.")]
    [StringLength(250, ErrorMessage = "Nama sub kegiatan paling panjang 250 huruf.")]
    public string SubActivityName { get; set; } = "";

    [Display(Name = "Pagu murni", Prompt = "angka rupiah, misalnya 1.250.000.000")]
    [Required(ErrorMessage = "Pagu murni wajib diisi, misalnya 1.250.000.000.")]
    public decimal? Ceiling { get; set; }

    [Display(Name = "Pagu perubahan", Prompt = "angka rupiah, misalnya 1.250.000.000")]
    public decimal? RevisedCeiling { get; set; }

    [Display(Name = "Indikator keluaran")]
    [Required(ErrorMessage = "Indikator keluaran wajib diisi.")]
    [StringLength(200, ErrorMessage = "Indikator keluaran paling panjang 200 huruf.")]
    public string OutputName { get; set; } = "";

    [Display(Name = "Target keluaran")]
    [Required(ErrorMessage = "Target keluaran wajib diisi.")]
    public decimal? OutputTarget { get; set; }

    [Display(Name = "Satuan keluaran")]
    [Required(ErrorMessage = "Satuan keluaran wajib diisi, misalnya unit.")]
    [StringLength(40, ErrorMessage = "Satuan keluaran paling panjang 40 huruf.")]
    public string OutputUnit { get; set; } = "";

    public static BudgetLineInput From(BudgetLineView line) => new()
    {
        Year = line.Year,
        SubActivityCode = line.SubActivityCode,
        SubActivityName = line.SubActivityName,
        Ceiling = line.Ceiling,
        RevisedCeiling = line.RevisedCeiling,
        OutputName = line.OutputName,
        OutputTarget = line.OutputTarget,
        OutputUnit = line.OutputUnit,
    };

    public BudgetLineDetails ToDetails() => new(
        Year!.Value, SubActivityCode.Trim(), SubActivityName.Trim(), Ceiling!.Value, RevisedCeiling, OutputName.Trim(), OutputTarget!.Value, OutputUnit.Trim());
}
