using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Web.Pages.Households;

/// <summary>The choices of the forms about a family.</summary>
public static class HouseholdChoices
{
    private static readonly SelectListItem Unchosen = new("Pilih", "");

    public static IReadOnlyList<SelectListItem> Sexes { get; } = Of<Sex>(HouseholdNames.Of);

    public static IReadOnlyList<SelectListItem> Relations { get; } = [Unchosen, .. Of<FamilyRelation>(HouseholdNames.Of)];

    /// <summary>For a member who is not the head.</summary>
    public static IReadOnlyList<SelectListItem> OtherRelations { get; } = [Unchosen, .. Of<FamilyRelation>(HouseholdNames.Of).Where(c => c.Value != nameof(FamilyRelation.Head))];

    public static IReadOnlyList<SelectListItem> Educations { get; } = [new("Belum diketahui", ""), .. Of<Education>(HouseholdNames.Of)];

    public static IReadOnlyList<SelectListItem> LeaveReasons { get; } = [Unchosen, .. Of<LeaveReason>(HouseholdNames.Of).Where(c => c.Value != nameof(LeaveReason.Merged))];

    public static IReadOnlyList<SelectListItem> Deciles { get; } =
    [
        new("Semua", ""), new("1–2", "1-2"), new("1–4", "1-4"), new("3–4", "3-4"), new("5–10", "5-10"),
        .. Enumerable.Range(1, 10).Select(d => new SelectListItem(d.ToString(System.Globalization.CultureInfo.InvariantCulture), d.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        new("Belum diketahui", "tanpa"),
    ];

    public static IReadOnlyList<SelectListItem> Villages(HouseholdAreas areas) =>
        [Unchosen, .. areas.Villages.Where(v => v.IsInForce).Select(v => new SelectListItem($"{areas.DistrictOf(v.Id)?.Name}: {v.Name} ({v.Code})", v.Id.ToString()))];

    private static List<SelectListItem> Of<T>(Func<T, string> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new SelectListItem(name(v), v.ToString()))];
}
