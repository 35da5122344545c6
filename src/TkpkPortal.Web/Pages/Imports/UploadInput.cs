using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Imports;

namespace TkpkPortal.Web.Pages.Imports;

public sealed class UploadInput
{
    [Display(Name = "Jenis berkas")]
    [Required(ErrorMessage = "Pilih jenis berkas.")]
    public ImportFormat? Format { get; set; }

    [Display(Name = "Pemberi data")]
    [Required(ErrorMessage = "Pemberi data wajib diisi, misalnya Kemenko PMK.")]
    [StringLength(100, ErrorMessage = "Pemberi data paling panjang 100 huruf.")]
    public string Giver { get; set; } = "";

    [Display(Name = "Nomor surat atau berita acara")]
    [Required(ErrorMessage = "Nomor surat wajib diisi, misalnya 400.9/112/2026.")]
    [StringLength(60, ErrorMessage = "Nomor surat paling panjang 60 huruf.")]
    public string LetterNumber { get; set; } = "";

    [Display(Name = "Dasar hukum")]
    [Required(ErrorMessage = "Dasar hukum wajib diisi, misalnya Inpres 4 Tahun 2025.")]
    [StringLength(200, ErrorMessage = "Dasar hukum paling panjang 200 huruf.")]
    public string LegalBasis { get; set; } = "";

    [Display(Name = "Tujuan penggunaan")]
    [Required(ErrorMessage = "Tujuan penggunaan wajib diisi, misalnya penetapan sasaran tahun 2026.")]
    [StringLength(300, ErrorMessage = "Tujuan penggunaan paling panjang 300 huruf.")]
    public string Purpose { get; set; } = "";

    [Display(Name = "Berlaku sampai")]
    public DateOnly? ExpiresOn { get; set; }

    [Display(Name = "Tanggal pendataan")]
    public DateOnly? SurveyedOn { get; set; }

    [Display(Name = "Sumber desil")]
    [StringLength(60, ErrorMessage = "Sumber desil paling panjang 60 huruf.")]
    public string? DecileSource { get; set; }

    [Display(Name = "Tanggal rilis desil")]
    public DateOnly? DecileReleasedOn { get; set; }

    [Display(Name = "Program")]
    public Guid? ProgramId { get; set; }

    public ImportOrigin ToOrigin() => new(Purpose, LegalBasis, Giver, LetterNumber, ExpiresOn)
    {
        DecileSource = DecileSource,
        DecileReleasedOn = DecileReleasedOn,
        SurveyedOn = SurveyedOn,
        ProgramId = ProgramId,
    };
}
