using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Web.Pages.Proposals.Cycles;

/// <summary>Days of every month.</summary>
public sealed class CycleDaysInput
{
    [Display(Name = "Batas pengajuan desa")]
    public int SubmitDay { get; set; }

    [Display(Name = "Batas musyawarah")]
    public int DeliberateDay { get; set; }

    [Display(Name = "Batas verifikasi kecamatan")]
    public int DistrictDay { get; set; }

    [Display(Name = "Batas verifikasi Dinas Sosial")]
    public int SocialDay { get; set; }

    [Display(Name = "Batas pengiriman ke SIKS-NG")]
    public int SendDay { get; set; }

    [Display(Name = "SPTJM boleh menggantikan musyawarah")]
    public bool AllowStatement { get; set; }

    [Display(Name = "Hadirin musyawarah paling sedikit")]
    public int LeastAttendees { get; set; }

    public static CycleDaysInput Of(CycleDays d) => new()
    {
        SubmitDay = d.Submit, DeliberateDay = d.Deliberate, DistrictDay = d.District, SocialDay = d.Social, SendDay = d.Send, AllowStatement = d.AllowStatement, LeastAttendees = d.LeastAttendees,
    };

    public CycleDays ToDays() => new(SubmitDay, DeliberateDay, DistrictDay, SocialDay, SendDay, AllowStatement, LeastAttendees);
}

/// <summary>The dates of one month.</summary>
public sealed class CycleMonthInput
{
    [Display(Name = "Batas pengajuan desa")]
    [Required(ErrorMessage = "Batas pengajuan wajib diisi, misalnya 11/11/2026.")]
    public DateOnly? SubmitBy { get; set; }

    [Display(Name = "Batas musyawarah")]
    [Required(ErrorMessage = "Batas musyawarah wajib diisi, misalnya 14/11/2026.")]
    public DateOnly? DeliberateBy { get; set; }

    [Display(Name = "Batas verifikasi kecamatan")]
    [Required(ErrorMessage = "Batas verifikasi kecamatan wajib diisi, misalnya 17/11/2026.")]
    public DateOnly? DistrictBy { get; set; }

    [Display(Name = "Batas verifikasi Dinas Sosial")]
    [Required(ErrorMessage = "Batas verifikasi Dinas Sosial wajib diisi, misalnya 20/11/2026.")]
    public DateOnly? SocialBy { get; set; }

    [Display(Name = "Batas pengiriman ke SIKS-NG")]
    [Required(ErrorMessage = "Batas pengiriman wajib diisi, misalnya 25/11/2026.")]
    public DateOnly? SendBy { get; set; }

    [Display(Name = "Alasan berbeda")]
    [StringLength(300, ErrorMessage = "Alasan paling panjang 300 huruf.")]
    public string? Note { get; set; }

    public static CycleMonthInput Of(CycleMonthView view) => new()
    {
        SubmitBy = view.Deadlines.SubmitBy, DeliberateBy = view.Deadlines.DeliberateBy, DistrictBy = view.Deadlines.DistrictBy, SocialBy = view.Deadlines.SocialBy, SendBy = view.Deadlines.SendBy, Note = view.Note,
    };

    public CycleDeadlines ToDeadlines() => new(SubmitBy!.Value, DeliberateBy!.Value, DistrictBy!.Value, SocialBy!.Value, SendBy!.Value);
}
