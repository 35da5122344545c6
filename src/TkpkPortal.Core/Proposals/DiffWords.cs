using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Core.Proposals;

/// <summary>One changed field in words. Numbers stay masked.</summary>
public sealed record DiffRow(string Field, string? Old, string? New);

/// <summary>The rows about one person, or about the family itself where <see cref="Person"/> is null.</summary>
/// <param name="IsNew">The person is to be added.</param>
public sealed record DiffGroup(string? Person, bool IsNew, IReadOnlyList<DiffRow> Rows);

/// <summary>A diff as people read it: words of fields, questions and codes.</summary>
public static class DiffWords
{
    internal const string NoName = "Anggota tanpa nama";

    /// <summary>The family first, then its people in the order of the draft.</summary>
    /// <param name="villageOf">Name of a desa, for a move.</param>
    public static IReadOnlyList<DiffGroup> Of(IReadOnlyList<DiffLine> lines, Func<Guid, string> villageOf) =>
    [
        .. lines.GroupBy(l => l.MemberKey).OrderBy(g => g.Key is not null).Select(g => new DiffGroup(
            g.Key is null ? null : g.First().MemberName ?? NoName, g.Any(l => l.Field == DiffLine.Added),
            // A person who is to be added brings much that is simply not known.
            [.. g.Where(l => l.Field != DiffLine.Added && (l.Old, l.New) is not (null, null)).Select(l => new DiffRow(NameOf(l), Value(l, l.Old, villageOf), Value(l, l.New, villageOf)))])),
    ];

    /// <summary>"Alamat", or "Pekerjaan Siti Aminah".</summary>
    public static string FieldOf(DiffLine line) => line.MemberKey is null ? NameOf(line) : line.Field == DiffLine.Added ? line.MemberName ?? NoName : $"{NameOf(line)} {line.MemberName ?? NoName}";

    /// <summary>"Alamat", "Pekerjaan", the words of a question.</summary>
    public static string NameOf(DiffLine line) => line switch
    {
        { Field: DiffLine.Added } => "Anggota baru",
        { Field: DiffLine.CardNumber } => "Nomor KK",
        { Field: DiffLine.Nik } => "NIK",
        { IsAnswer: true } => QuestionOf(line)?.Label ?? line.Field[DiffLine.AnswerPrefix.Length..],
        { MemberKey: null } => FieldNames.Of(nameof(Household), line.Field),
        _ => FieldNames.Of(nameof(HouseholdMember), line.Field),
    };

    /// <summary>A number is masked, and one that is none is not shown at all: it may be a NIK with a digit too many.</summary>
    public static string? Value(DiffLine line, string? value, Func<Guid, string> villageOf) => value is not null && line.IsIdentity
        ? TypedNumber.Is(value, text => FamilyCardNumber.Parse(text)) ? Nik.Mask(value) : "tidak terbaca"
        : Plain(line, value, villageOf);

    /// <summary>Numbers as they are: for a file whose download is logged.</summary>
    internal static string? Plain(DiffLine line, string? value, Func<Guid, string> villageOf) => value switch
    {
        null => null,
        _ when line.Field == DiffLine.Added => "Ya",
        _ when line.IsIdentity => value,
        _ when line.IsAnswer => QuestionOf(line)?.Words(value) ?? value,
        _ when line.Field == nameof(Household.VillageId) => Guid.TryParse(value, out var village) ? villageOf(village) : value,
        _ => CodeOf(line.Field, value) ?? FieldNames.Value(line.Field, value),
    };

    /// <summary>The words of the forms, where the trail's are shorter.</summary>
    private static string? CodeOf(string field, string value) => field switch
    {
        nameof(HouseholdMember.Relation) => Name<FamilyRelation>(value, HouseholdNames.Of),
        nameof(HouseholdMember.Sex) => Name<Sex>(value, HouseholdNames.Of),
        nameof(HouseholdMember.Marital) => Name<MaritalStatus>(value, HouseholdNames.Of),
        nameof(HouseholdMember.Education) => Name<Education>(value, HouseholdNames.Of),
        nameof(HouseholdMember.School) => Name<SchoolStatus>(value, HouseholdNames.Of),
        nameof(HouseholdMember.Work) => Name<WorkStatus>(value, HouseholdNames.Of),
        nameof(HouseholdMember.Disability) => Name<DisabilityLevel>(value, HouseholdNames.Of),
        nameof(HouseholdMember.HealthInsurance) => Name<HealthInsurance>(value, HouseholdNames.Of),
        nameof(HouseholdMember.LeaveReason) => Name<LeaveReason>(value, HouseholdNames.Of),
        nameof(HouseholdMember.Pregnant) => value == bool.TrueString ? "Ya" : "Tidak",
        _ => null,
    };

    private static string? Name<T>(string value, Func<T, string> name)
        where T : struct, Enum => Enum.TryParse<T>(value, out var code) ? name(code) : null;

    private static Question? QuestionOf(DiffLine line) => DraftSteps.Instrument.Find(line.Field[DiffLine.AnswerPrefix.Length..]);
}
