using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Pages.Settings;

public sealed class SignatoryInput
{
    [Display(Name = "Jabatan")]
    [Required(ErrorMessage = "Jabatan wajib diisi, misalnya Kepala Bappeda selaku Sekretaris TKPK.")]
    [StringLength(200, ErrorMessage = "Jabatan paling panjang 200 huruf.")]
    public string Office { get; set; } = "";

    [Display(Name = "Awalan jabatan")]
    [RegularExpression(@"^(a\.n\.|u\.b\.|Plt\.|Plh\.)$", ErrorMessage = "Pilih awalan jabatan dari daftar.")]
    public string? Prefix { get; set; }

    [Display(Name = "Nama lengkap dengan gelar")]
    [Required(ErrorMessage = "Nama penandatangan wajib diisi.")]
    [StringLength(150, ErrorMessage = "Nama paling panjang 150 huruf.")]
    public string Name { get; set; } = "";

    [Display(Name = "Pangkat dan golongan")]
    [StringLength(100, ErrorMessage = "Pangkat paling panjang 100 huruf.")]
    public string? Rank { get; set; }

    [Display(Name = "NIP")]
    [StringLength(40, ErrorMessage = "NIP harus 18 angka.")]
    public string? Nip { get; set; }

    [Display(Name = "Letak tanda tangan")]
    [Required(ErrorMessage = "Pilih letak tanda tangan.")]
    public SignatoryPlace? Place { get; set; }

    public static SignatoryInput Of(SignatoryView view) => new()
    {
        Office = view.Office,
        Prefix = view.Prefix,
        Name = view.Name,
        Rank = view.Rank,
        Nip = view.Nip,
        Place = view.Place,
    };

    /// <summary>NIP forgives spaces, points and dashes.</summary>
    public SignatoryDetails ToDetails() => new(
        Office.Trim(), Prefix ?? "", Name.Trim(), Rank?.Trim() ?? "", string.Concat((Nip ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('.' or '-'))), Place!.Value);
}
