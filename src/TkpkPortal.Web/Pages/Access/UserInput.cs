using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Pages.Access;

public sealed class UserInput
{
    [Display(Name = "Nama lengkap")]
    [Required(ErrorMessage = "Nama lengkap wajib diisi.")]
    [StringLength(150, ErrorMessage = "Nama lengkap paling panjang 150 huruf.")]
    public string FullName { get; set; } = "";

    [Display(Name = "Jabatan")]
    [Required(ErrorMessage = "Jabatan wajib diisi, misalnya Operator Desa Sukamaju.")]
    [StringLength(150, ErrorMessage = "Jabatan paling panjang 150 huruf.")]
    public string Position { get; set; } = "";

    [Display(Name = "Surel")]
    [EmailAddress(ErrorMessage = "Surel tidak dapat dibaca. Contoh: nama@contoh.go.id.")]
    [StringLength(200, ErrorMessage = "Surel paling panjang 200 huruf.")]
    public string? Email { get; set; }

    [Display(Name = "Peran")]
    [Required(ErrorMessage = "Peran wajib dipilih.")]
    [EnumDataType(typeof(Role), ErrorMessage = "Peran tidak dikenal. Pilih salah satu dari daftar.")]
    public Role? Role { get; set; }

    [Display(Name = "Wilayah kerja")]
    public Guid? AreaId { get; set; }

    [Display(Name = "OPD")]
    public Guid? AgencyId { get; set; }

    public UserDetails ToDetails() => new(FullName.Trim(), Position.Trim(), string.IsNullOrWhiteSpace(Email) ? null : Email.Trim(), Role!.Value, AreaId, AgencyId);
}

public static class UserChoiceLists
{
    public static IEnumerable<SelectListItem> Roles => [new("Pilih peran", ""), .. Enum.GetValues<Role>().Select(r => new SelectListItem(RoleNames.Of(r), r.ToString()))];

    /// <summary>Grouped by kecamatan; the kecamatan itself stands first in its group.</summary>
    public static IEnumerable<SelectListItem> Areas(UserChoices choices)
    {
        var groups = choices.Areas.Select(a => a.District).Distinct().ToDictionary(d => d, d => new SelectListGroup { Name = d });
        return
        [
            new("Tanpa wilayah kerja", ""),
            .. choices.Areas.Select(a => new SelectListItem(a.IsDistrict ? $"{a.Name} (seluruh {choices.DistrictTerm})" : a.Name, a.Id.ToString()) { Group = groups[a.District] }),
        ];
    }

    public static IEnumerable<SelectListItem> Agencies(UserChoices choices) => [new("Tanpa OPD", ""), .. choices.Agencies.Select(a => new SelectListItem(a.Name, a.Id.ToString()))];
}
