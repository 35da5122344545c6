using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Web.Pages.Programs;

public sealed class ProgramInput
{
    [Display(Name = "Kode program")]
    [Required(ErrorMessage = "Kode program wajib diisi, misalnya RTLH.")]
    [StringLength(20, ErrorMessage = "Kode program paling panjang 20 huruf.")]
    public string Code { get; set; } = "";

    [Display(Name = "Nama program")]
    [Required(ErrorMessage = "Nama program wajib diisi.")]
    [StringLength(200, ErrorMessage = "Nama program paling panjang 200 huruf.")]
    public string Name { get; set; } = "";

    [Display(Name = "OPD penanggung jawab")]
    [Required(ErrorMessage = "Pilih OPD penanggung jawab.")]
    public Guid? AgencyId { get; set; }

    [Display(Name = "Strategi")]
    [Required(ErrorMessage = "Pilih satu strategi.")]
    public Strategy? Strategy { get; set; }

    [Display(Name = "Klaster")]
    public Cluster? Cluster { get; set; }

    [Display(Name = "Sumber dana")]
    [Required(ErrorMessage = "Pilih sumber dana.")]
    public FundingSource? FundingSource { get; set; }

    [Display(Name = "Satuan penerima")]
    [Required(ErrorMessage = "Pilih satuan penerima.")]
    public RecipientUnit? RecipientUnit { get; set; }

    [Display(Name = "Desil awal")]
    [Required(ErrorMessage = "Desil awal wajib diisi, angka 1 sampai 10.")]
    public int? DecileFrom { get; set; }

    [Display(Name = "Desil akhir")]
    [Required(ErrorMessage = "Desil akhir wajib diisi, angka 1 sampai 10.")]
    public int? DecileTo { get; set; }

    [Display(Name = "Dasar hukum")]
    [StringLength(300, ErrorMessage = "Dasar hukum paling panjang 300 huruf.")]
    public string? LegalBasis { get; set; }

    [Display(Name = "Bentuk manfaat")]
    [StringLength(500, ErrorMessage = "Bentuk manfaat paling panjang 500 huruf.")]
    public string? Benefit { get; set; }

    public static ProgramInput From(ProgramView view) => new()
    {
        Code = view.Code,
        Name = view.Name,
        AgencyId = view.AgencyId,
        Strategy = view.Strategy,
        Cluster = view.Cluster,
        FundingSource = view.FundingSource,
        RecipientUnit = view.RecipientUnit,
        DecileFrom = view.DecileFrom,
        DecileTo = view.DecileTo,
        LegalBasis = view.LegalBasis,
        Benefit = view.Benefit,
    };

    public ProgramDetails ToDetails() => new(
        Code.Trim().ToUpperInvariant(), Name.Trim(), AgencyId!.Value, Strategy!.Value, Cluster, FundingSource!.Value, RecipientUnit!.Value,
        DecileFrom!.Value, DecileTo!.Value, LegalBasis?.Trim(), Benefit?.Trim());
}
