using System.ComponentModel.DataAnnotations;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Pages.Meetings;

public sealed class InviteesInput : IValidatableObject
{
    private const int LongestOffice = 200;

    public List<Guid> AgencyIds { get; set; } = [];

    [Display(Name = "Semua camat")]
    public bool AllDistrictHeads { get; set; }

    [Display(Name = "Undangan lain")]
    public string? Offices { get; set; }

    public static InviteesInput Of(InvitationList list) => new() { AgencyIds = [.. list.AgencyIds], AllDistrictHeads = list.AllDistrictHeads, Offices = string.Join('\n', list.Offices) };

    public InvitationList ToList() => new([.. AgencyIds.Distinct()], AllDistrictHeads, Lines());

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Lines().Any(o => o.Length > LongestOffice) ? [new("Tiap undangan lain paling panjang 200 huruf. Tulis satu jabatan per baris.", [nameof(Offices)])] : [];

    private string[] Lines() => (Offices ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
