using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Pages.Settings;

public sealed class SettingsInput
{
    [Display(Name = "Kabupaten kami")]
    public Guid? RegencyId { get; set; }

    [Display(Name = "Sebutan desa")]
    [Required(ErrorMessage = "Sebutan desa wajib diisi, misalnya desa, pekon, atau nagari.")]
    [StringLength(30, ErrorMessage = "Sebutan desa paling panjang 30 huruf.")]
    public string VillageTerm { get; set; } = "";

    [Display(Name = "Sebutan kecamatan")]
    [Required(ErrorMessage = "Sebutan kecamatan wajib diisi, misalnya kecamatan atau distrik.")]
    [StringLength(30, ErrorMessage = "Sebutan kecamatan paling panjang 30 huruf.")]
    public string DistrictTerm { get; set; } = "";

    [Display(Name = "Zona waktu")]
    [Required(ErrorMessage = "Pilih zona waktu.")]
    public string TimeZoneId { get; set; } = "";

    [Display(Name = "Baris pertama")]
    [Required(ErrorMessage = "Baris pertama kop surat wajib diisi, misalnya PEMERINTAH KABUPATEN CONTOH.")]
    [StringLength(200, ErrorMessage = "Baris pertama paling panjang 200 huruf.")]
    public string GovernmentLine { get; set; } = "";

    [Display(Name = "Baris kedua")]
    [Required(ErrorMessage = "Baris kedua kop surat wajib diisi, misalnya BADAN PERENCANAAN PEMBANGUNAN DAERAH.")]
    [StringLength(200, ErrorMessage = "Baris kedua paling panjang 200 huruf.")]
    public string AgencyLine { get; set; } = "";

    [Display(Name = "Alamat kantor")]
    [StringLength(200, ErrorMessage = "Alamat kantor paling panjang 200 huruf.")]
    public string? Address { get; set; }

    [Display(Name = "Telepon")]
    [StringLength(200, ErrorMessage = "Telepon paling panjang 200 huruf.")]
    public string? Phone { get; set; }

    [Display(Name = "Situs")]
    [StringLength(200, ErrorMessage = "Situs paling panjang 200 huruf.")]
    public string? Website { get; set; }

    [Display(Name = "Surel")]
    [StringLength(200, ErrorMessage = "Surel paling panjang 200 huruf.")]
    public string? Email { get; set; }

    [Display(Name = "Kota pada tanggal surat")]
    [StringLength(200, ErrorMessage = "Kota paling panjang 200 huruf.")]
    public string? City { get; set; }

    [Display(Name = "Batas desil sasaran")]
    public int TargetDecile { get; set; }

    [Display(Name = "Batas perubahan penduduk tersirat, persen setahun")]
    public decimal ImplausibleGrowth { get; set; }

    [Display(Name = "Target serapan akhir tahun, persen")]
    public decimal AbsorptionTarget { get; set; }

    [Display(Name = "Batas kriteria fakir miskin")]
    public int ExtremePoorNeeded { get; set; }

    [Display(Name = "Batas kriteria rumah tidak layak huni")]
    public int UnfitHouseNeeded { get; set; }

    public static SettingsInput Of(SettingsDetails details) => new()
    {
        RegencyId = details.RegencyId,
        VillageTerm = details.VillageTerm,
        DistrictTerm = details.DistrictTerm,
        TimeZoneId = details.TimeZoneId,
        GovernmentLine = details.GovernmentLine,
        AgencyLine = details.AgencyLine,
        Address = details.Address,
        Phone = details.Phone,
        Website = details.Website,
        Email = details.Email,
        City = details.City,
        TargetDecile = details.TargetDecile,
        ImplausibleGrowth = details.ImplausibleGrowth,
        AbsorptionTarget = details.AbsorptionTarget,
        ExtremePoorNeeded = details.ExtremePoorNeeded,
        UnfitHouseNeeded = details.UnfitHouseNeeded,
    };

    public SettingsDetails ToDetails() => new(
        RegencyId, VillageTerm.Trim(), DistrictTerm.Trim(), TimeZoneId, GovernmentLine.Trim(), AgencyLine.Trim(), Address?.Trim() ?? "",
        Phone?.Trim() ?? "", Website?.Trim() ?? "", Email?.Trim() ?? "", City?.Trim() ?? "", TargetDecile, ImplausibleGrowth, AbsorptionTarget,
        ExtremePoorNeeded, UnfitHouseNeeded);
}
