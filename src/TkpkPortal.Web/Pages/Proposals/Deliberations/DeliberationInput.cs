using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

public sealed class DeliberationInput
{
    [Display(Name = "Tanggal")]
    [Required(ErrorMessage = "Tanggal wajib diisi, misalnya 12/11/2026.")]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "Jam mulai")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "Tempat")]
    [Required(ErrorMessage = "Tempat wajib diisi, misalnya Balai Desa.")]
    [StringLength(200, ErrorMessage = "Tempat paling panjang 200 huruf.")]
    public string Place { get; set; } = "";

    [Display(Name = "Nama pimpinan atau penanda tangan")]
    [Required(ErrorMessage = "Nama pimpinan wajib diisi.")]
    [StringLength(150, ErrorMessage = "Nama pimpinan paling panjang 150 huruf.")]
    public string ChairName { get; set; } = "";

    [Display(Name = "Jabatannya")]
    [Required(ErrorMessage = "Jabatan pimpinan wajib diisi, misalnya Ketua BPD.")]
    [StringLength(150, ErrorMessage = "Jabatan pimpinan paling panjang 150 huruf.")]
    public string ChairTitle { get; set; } = "";

    [Display(Name = "Nama notulis")]
    [StringLength(150, ErrorMessage = "Nama notulis paling panjang 150 huruf.")]
    public string? NoteTaker { get; set; }

    [Display(Name = "Nomor berita acara")]
    [StringLength(80, ErrorMessage = "Nomor berita acara paling panjang 80 huruf.")]
    public string? MinutesNumber { get; set; }

    [Display(Name = "Catatan jalannya musyawarah")]
    [StringLength(4000, ErrorMessage = "Catatan paling panjang 4.000 huruf.")]
    public string? Notes { get; set; }

    public static DeliberationInput Of(DeliberationDetails d) => new()
    {
        HeldOn = d.HeldOn, StartsAt = d.StartsAt, Place = d.Place, ChairName = d.ChairName, ChairTitle = d.ChairTitle, NoteTaker = d.NoteTaker, MinutesNumber = d.MinutesNumber, Notes = d.Notes,
    };

    public DeliberationDetails ToDetails() => new(
        HeldOn!.Value, StartsAt, Place.Trim(), ChairName.Trim(), ChairTitle.Trim(), Blank.ToNull(NoteTaker), Blank.ToNull(MinutesNumber), Blank.ToNull(Notes));
}
