using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals;

/// <summary>One field that a proposal wants changed.</summary>
/// <param name="MemberKey">Null for a field of the family itself.</param>
/// <param name="Field">Name of the property of Household or HouseholdMember; <see cref="AnswerPrefix"/> and a question's key for a survey answer.</param>
/// <param name="Old">What the record held at submission, as invariant text; null for nothing.</param>
/// <param name="New">What it is to hold; null clears it.</param>
public sealed record DiffLine(Guid? MemberKey, string? MemberName, string Field, string? Old, string? New)
{
    public const string AnswerPrefix = "Jawaban:";
    public const string CardNumber = "CardNumber";
    public const string Nik = "Nik";

    /// <summary>Stands once for every person who is to be added, before the person's own fields.</summary>
    public const string Added = "Ditambahkan";

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    [JsonIgnore]
    public bool IsAnswer => Field.StartsWith(AnswerPrefix, StringComparison.Ordinal);

    /// <summary>The number itself is never shown without a reveal.</summary>
    [JsonIgnore]
    public bool IsIdentity => Field is CardNumber or Nik;

    internal static byte[] ToBytes(IReadOnlyList<DiffLine> lines) => JsonSerializer.SerializeToUtf8Bytes(lines, Json);

    internal static IReadOnlyList<DiffLine> FromBytes(byte[] bytes) => JsonSerializer.Deserialize<List<DiffLine>>(bytes, Json)!;
}

/// <summary>Invariant texts of a diff: what the audit trail writes too.</summary>
internal static class Texts
{
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A typed date in one text; what cannot be read stays as typed, so that a check can speak of it.</summary>
    public static string? Date(string? typed) => Blank.ToNull(typed) is not { } text ? null : Indonesian.TryParseDate(text, out var date) ? Of(date) : text;

    public static string? Digits(string? typed) => Blank.ToNull(typed) is { } text ? Households.Nik.Clean(text) : null;
}

/// <summary>Computes what a draft proposes, and whether it still can be applied.</summary>
internal static class ProposalComparison
{
    /// <summary>
    /// What the proposer changed since the draft was made. <paramref name="current"/> gives the old values; where the record changed meanwhile in the very field, the line is overtaken.
    /// </summary>
    public static (IReadOnlyList<DiffLine> Lines, IReadOnlyList<DiffLine> Overtaken) Of(ProposalKind kind, ProposalContent content, Guid villageId, FamilyDraft? current)
    {
        var start = Flatten(content.Base);
        var wanted = Wanted(kind, content, villageId);
        var now = Flatten(current);
        List<DiffLine> lines = [], overtaken = [];
        foreach (var (key, value) in wanted)
        {
            var (was, held) = (start.GetValueOrDefault(key)?.Value, now.GetValueOrDefault(key)?.Value);
            if (value.Value == was || value.Value == held) continue;
            var line = new DiffLine(key.Member, value.MemberName, key.Field, held, value.Value);
            lines.Add(line);
            if (held != was) overtaken.Add(line);
        }

        return (lines, overtaken);
    }

    /// <summary>Looks at frozen lines again: what is still to be done, and what cannot be because somebody else changed it.</summary>
    public static (IReadOnlyList<DiffLine> ToDo, IReadOnlyList<DiffLine> Conflicts) Against(IReadOnlyList<DiffLine> frozen, FamilyDraft? current)
    {
        var now = Flatten(current);
        List<DiffLine> toDo = [], conflicts = [];
        foreach (var line in frozen)
        {
            var held = now.GetValueOrDefault(new(line.MemberKey, line.Field))?.Value;
            if (held == line.New) continue;
            (held == line.Old ? toDo : conflicts).Add(line);
        }

        return (toDo, conflicts);
    }

    private static Dictionary<Place, Held> Wanted(ProposalKind kind, ProposalContent content, Guid villageId)
    {
        var leaves = kind == ProposalKind.Exit || (kind == ProposalKind.Objection && content.Ground is not (null or ObjectionGround.WrongData));
        if (leaves)
        {
            return new()
            {
                [new(null, nameof(Household.LeftOn))] = new(null, Texts.Date(content.LeftOn)),
                [new(null, nameof(Household.LeaveReason))] = new(null, content.LeaveReason?.ToString()),
            };
        }

        var wanted = kind is ProposalKind.OwnDataAccess or ProposalKind.OwnDataObjection ? [] : Flatten(content.Family);
        if (kind != ProposalKind.Move) return wanted;
        // Where the family lives changes; who its people are does not.
        foreach (var key in wanted.Keys.Where(k => k.Member is not null || k.Field is DiffLine.CardNumber || k.Field.StartsWith(DiffLine.AnswerPrefix, StringComparison.Ordinal)).ToList()) wanted.Remove(key);
        if (content.ToVillageId is { } to && to != villageId) wanted[new(null, nameof(Household.VillageId))] = new(null, to.ToString());
        return wanted;
    }

    private static Dictionary<Place, Held> Flatten(FamilyDraft? family)
    {
        var flat = new Dictionary<Place, Held>();
        if (family is null) return flat;
        Put(null, DiffLine.CardNumber, Texts.Digits(family.CardNumber));
        Put(null, nameof(Household.Address), Blank.ToNull(family.Address));
        Put(null, nameof(Household.Hamlet), Blank.ToNull(family.Hamlet));
        Put(null, nameof(Household.Rt), Blank.ToNull(family.Rt));
        Put(null, nameof(Household.Rw), Blank.ToNull(family.Rw));
        foreach (var member in family.Members) PutMember(member);
        foreach (var (question, answer) in family.Answers) Put(null, DiffLine.AnswerPrefix + question, Blank.ToNull(answer));
        return flat;

        void PutMember(MemberDraft m)
        {
            Put(m, DiffLine.Added, "ya");
            Put(m, nameof(HouseholdMember.Name), Blank.ToNull(m.Name));
            Put(m, DiffLine.Nik, Texts.Digits(m.Nik));
            Put(m, nameof(HouseholdMember.Relation), m.Relation?.ToString());
            Put(m, nameof(HouseholdMember.Sex), m.Sex?.ToString());
            Put(m, nameof(HouseholdMember.BirthDate), Texts.Date(m.BirthDate));
            Put(m, nameof(HouseholdMember.Marital), m.Marital?.ToString());
            Put(m, nameof(HouseholdMember.Education), m.Education?.ToString());
            Put(m, nameof(HouseholdMember.School), m.School?.ToString());
            Put(m, nameof(HouseholdMember.Occupation), Blank.ToNull(m.Occupation));
            Put(m, nameof(HouseholdMember.Work), m.Work?.ToString());
            Put(m, nameof(HouseholdMember.Disability), m.Disability?.ToString());
            Put(m, nameof(HouseholdMember.Pregnant), m.Pregnant?.ToString());
            Put(m, nameof(HouseholdMember.HealthInsurance), m.HealthInsurance?.ToString());
            Put(m, nameof(HouseholdMember.LeaveReason), m.LeaveReason?.ToString());
            Put(m, nameof(HouseholdMember.LeftOn), m.Leaves ? Texts.Date(m.LeftOn) : null);
        }

        void Put(MemberDraft? member, string field, string? value) => flat[new(member?.Key, field)] = new(member?.Name, value);
    }

    private sealed record Held(string? MemberName, string? Value);

    private readonly record struct Place(Guid? Member, string Field);
}
