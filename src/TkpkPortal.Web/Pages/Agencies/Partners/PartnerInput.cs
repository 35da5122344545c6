using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Agencies;

namespace TkpkPortal.Web.Pages.Agencies.Partners;

public sealed class PartnerInput
{
    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<PartnerKind>().Select(k => new SelectListItem(PartnerNames.Of(k), k.ToString()));

    [Display(Name = "Nama mitra")]
    [Required(ErrorMessage = "Nama mitra wajib diisi.")]
    [StringLength(150, ErrorMessage = "Nama mitra paling panjang 150 huruf.")]
    public string Name { get; set; } = "";

    [Display(Name = "Jenis mitra")]
    [Required(ErrorMessage = "Pilih jenis mitra.")]
    public PartnerKind? Kind { get; set; }

    [Display(Name = "Bagian yang dihubungi")]
    [StringLength(150, ErrorMessage = "Bagian yang dihubungi paling panjang 150 huruf.")]
    public string? Contact { get; set; }

    [Display(Name = "Sumbangsih")]
    [StringLength(500, ErrorMessage = "Sumbangsih paling panjang 500 huruf.")]
    public string? Contribution { get; set; }

    public static PartnerInput From(PartnerView view) => new() { Name = view.Name, Kind = view.Kind, Contact = view.Contact, Contribution = view.Contribution };

    public PartnerDetails ToDetails() => new(Name.Trim(), Kind!.Value, Contact?.Trim(), Contribution?.Trim());
}
