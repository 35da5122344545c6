using System.Globalization;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Programs;

/// <summary>What the lines of a frozen diff make of a record: of the family's own fields, and of each person's.</summary>
internal sealed class ProposedRecord(IReadOnlyList<DiffLine> lines)
{
    private readonly ILookup<Guid?, DiffLine> _by = lines.ToLookup(l => l.MemberKey);

    public IReadOnlyList<Guid> Added => [.. lines.Where(l => l.Field == DiffLine.Added).Select(l => l.MemberKey!.Value)];

    public IEnumerable<Guid> Corrected => lines.Where(l => l.MemberKey is not null && !IsLeaving(l)).Select(l => l.MemberKey!.Value).Distinct().Except(Added);

    public IEnumerable<Guid> Leaving => lines.Where(l => l is { MemberKey: not null, Field: nameof(HouseholdMember.LeaveReason), New: not null }).Select(l => l.MemberKey!.Value);

    /// <summary>Who is to be head of family from now on; null where that stays.</summary>
    public Guid? NewHead => lines.FirstOrDefault(l => l is { MemberKey: not null, Field: nameof(HouseholdMember.Relation), New: nameof(FamilyRelation.Head) })?.MemberKey;

    public Guid? ToVillage => Of(null, nameof(Household.VillageId))?.New is { } id ? Guid.Parse(id) : null;

    public (DateOnly On, LeaveReason Reason)? Leave(Guid? member, DateOnly today) => Of(member, nameof(Household.LeaveReason))?.New is { } reason
        ? (Date(Of(member, nameof(Household.LeftOn))?.New) ?? today, Enum.Parse<LeaveReason>(reason))
        : null;

    public bool TouchesFamily => _by[null].Any(l => l.Field is DiffLine.CardNumber or nameof(Household.Address) or nameof(Household.Hamlet) or nameof(Household.Rt) or nameof(Household.Rw));

    public IReadOnlyDictionary<string, string?> Answers => lines.Where(l => l.IsAnswer).ToDictionary(l => l.Field[DiffLine.AnswerPrefix.Length..], l => l.New);

    public DiffLine? Of(Guid? member, string field) => _by[member].FirstOrDefault(l => l.Field == field);

    public HouseholdDetails Details(Household? held) => new(
        Text(null, nameof(Household.Address), held?.Address) ?? "", Text(null, nameof(Household.Hamlet), held?.Hamlet), Text(null, nameof(Household.Rt), held?.Rt), Text(null, nameof(Household.Rw), held?.Rw))
    {
        LegacyNumber = held?.LegacyHouseholdNumber,
    };

    /// <summary>Refused: IDN-05.</summary>
    public NumberChange<FamilyCardNumber> Card => Of(null, DiffLine.CardNumber) is { } line ? new(true, line.New is { } digits ? FamilyCardNumber.Parse(digits, "CardNumber") : null) : default;

    /// <summary>Refused: IDN-01 to IDN-04.</summary>
    public NumberChange<Nik> Nik(Guid member) => Of(member, DiffLine.Nik) is { } line ? new(true, line.New is { } digits ? Households.Nik.Parse(digits, DiffLine.Nik) : null) : default;

    /// <summary>Refused: USL-15 where a new person has no name, relation or sex.</summary>
    public MemberDetails Person(Guid key, HouseholdMember? held)
    {
        var name = Text(key, nameof(HouseholdMember.Name), held?.Name);
        var relation = Code(key, nameof(HouseholdMember.Relation), held?.Relation);
        var sex = Code(key, nameof(HouseholdMember.Sex), held?.Sex);
        if (name is null || relation is null || sex is null) throw new RuleBrokenException(ProposalRules.Incomplete, null, 1);
        var birth = Of(key, nameof(HouseholdMember.BirthDate));
        return new(
            name, relation.Value, sex.Value, birth is null ? held?.BirthDate : Date(birth.New), Code(key, nameof(HouseholdMember.Education), held?.Education),
            Text(key, nameof(HouseholdMember.Occupation), held?.Occupation))
        {
            School = Code(key, nameof(HouseholdMember.School), held?.School),
            Work = Code(key, nameof(HouseholdMember.Work), held?.Work),
            Marital = Code(key, nameof(HouseholdMember.Marital), held?.Marital),
            Disability = Code(key, nameof(HouseholdMember.Disability), held?.Disability),
            Pregnant = Of(key, nameof(HouseholdMember.Pregnant)) is { } pregnant ? pregnant.New is { } flag ? bool.Parse(flag) : null : held?.Pregnant,
            HealthInsurance = Code(key, nameof(HouseholdMember.HealthInsurance), held?.HealthInsurance),
        };
    }

    private static bool IsLeaving(DiffLine line) => line.Field is nameof(HouseholdMember.LeaveReason) or nameof(HouseholdMember.LeftOn);

    private static DateOnly? Date(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string? Text(Guid? member, string field, string? held) => Of(member, field) is { } line ? line.New : held;

    private T? Code<T>(Guid member, string field, T? held)
        where T : struct, Enum => Of(member, field) is { } line ? line.New is { } code ? Enum.Parse<T>(code) : null : held;
}
