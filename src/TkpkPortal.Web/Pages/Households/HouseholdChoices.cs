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

    public static IReadOnlyList<SelectListItem> Maritals { get; } = [new("Belum diketahui", ""), .. Of<MaritalStatus>(HouseholdNames.Of)];

    public static IReadOnlyList<SelectListItem> Schools { get; } = [new("Belum diketahui", ""), .. Of<SchoolStatus>(HouseholdNames.Of)];

    public static IReadOnlyList<SelectListItem> Works { get; } = [new("Belum diketahui", ""), .. Of<WorkStatus>(HouseholdNames.Of)];

    public static IReadOnlyList<SelectListItem> Disabilities { get; } = [new("Belum diketahui", ""), .. Of<DisabilityLevel>(HouseholdNames.Of)];

    public static IReadOnlyList<SelectListItem> Insurances { get; } = [new("Belum diketahui", ""), .. Of<HealthInsurance>(HouseholdNames.Of)];

    public static IReadOnlyList<SelectListItem> YesNo { get; } = [new("Belum diketahui", ""), new("Ya", bool.TrueString), new("Tidak", bool.FalseString)];

    /// <summary>For a member who may split off: stays, or the relation in the new family.</summary>
    public static IReadOnlyList<SelectListItem> Splits { get; } = [new("Tetap di KK ini", ""), .. Of<FamilyRelation>(name => $"Pisah, sebagai {HouseholdNames.Of(name).ToLower(Core.Common.Indonesian.Culture)}")];

    /// <summary>For a member of a family that is joined: the relation to the head here, or the same person twice.</summary>
    public static IReadOnlyList<SelectListItem> Joins { get; } =
        [.. OtherRelations, new("Orang yang sama sudah tercatat di sini (ganda)", JoinPeople.SamePerson)];

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
