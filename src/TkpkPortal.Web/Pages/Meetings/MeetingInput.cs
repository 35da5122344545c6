using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Pages.Meetings;

public sealed class MeetingInput
{
    [Display(Name = "Jenis rapat")]
    [Required(ErrorMessage = "Pilih jenis rapat.")]
    public MeetingKind? Kind { get; set; } = MeetingKind.Coordination;

    [Display(Name = "Judul rakor")]
    [Required(ErrorMessage = "Judul rakor wajib diisi.")]
    [StringLength(200, ErrorMessage = "Judul rakor paling panjang 200 huruf.")]
    public string Title { get; set; } = "";

    [Display(Name = "Tanggal")]
    [Required(ErrorMessage = "Tanggal wajib diisi, misalnya 12/03/2026.")]
    public DateOnly? Date { get; set; }

    [Display(Name = "Jam mulai")]
    [Required(ErrorMessage = "Jam mulai wajib diisi, misalnya 09.00.")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "Jam selesai")]
    public TimeOnly? EndsAt { get; set; }

    [Display(Name = "Tempat")]
    [Required(ErrorMessage = "Tempat wajib diisi, misalnya Aula Bappeda.")]
    [StringLength(200, ErrorMessage = "Tempat paling panjang 200 huruf.")]
    public string Place { get; set; } = "";

    [Display(Name = "Jabatan pimpinan rapat")]
    [Required(ErrorMessage = "Jabatan pimpinan rapat wajib diisi, misalnya Wakil Bupati selaku Ketua TKPK.")]
    [StringLength(200, ErrorMessage = "Jabatan pimpinan rapat paling panjang 200 huruf.")]
    public string ChairTitle { get; set; } = "";

    [Display(Name = "Dibuka oleh")]
    [StringLength(200, ErrorMessage = "Dibuka oleh paling panjang 200 huruf.")]
    public string? OpenedBy { get; set; }

    [Display(Name = "Notulis")]
    [StringLength(150, ErrorMessage = "Notulis paling panjang 150 huruf.")]
    public string? NoteTaker { get; set; }

    [Display(Name = "Nomor undangan")]
    [StringLength(80, ErrorMessage = "Nomor undangan paling panjang 80 huruf.")]
    public string? InvitationNumber { get; set; }

    [Display(Name = "Tanggal undangan")]
    public DateOnly? InvitationDate { get; set; }

    [Display(Name = "Nomor notulen")]
    [StringLength(80, ErrorMessage = "Nomor notulen paling panjang 80 huruf.")]
    public string? MinutesNumber { get; set; }

    public static MeetingInput Of(MeetingDetails d) => new()
    {
        Kind = d.Kind, Title = d.Title, Date = d.Date, StartsAt = d.StartsAt, EndsAt = d.EndsAt, Place = d.Place, ChairTitle = d.ChairTitle, OpenedBy = d.OpenedBy,
        NoteTaker = d.NoteTaker, InvitationNumber = d.InvitationNumber, InvitationDate = d.InvitationDate, MinutesNumber = d.MinutesNumber,
    };

    public MeetingDetails ToDetails() => new(
        Title.Trim(), Date!.Value, StartsAt!.Value, EndsAt, Place.Trim(), ChairTitle.Trim(), WordingMark.Tidy(OpenedBy),
        WordingMark.Tidy(NoteTaker), WordingMark.Tidy(InvitationNumber), InvitationDate, WordingMark.Tidy(MinutesNumber)) { Kind = Kind!.Value };
}
