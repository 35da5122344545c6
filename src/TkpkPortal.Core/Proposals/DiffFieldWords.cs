using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals;

/// <summary>Words for one line of a diff: what a refusal names, and what an operator reads beside the numbers.</summary>
internal static class DiffFieldWords
{
    /// <summary>"Alamat", or "Pekerjaan Siti Aminah".</summary>
    public static string Of(DiffLine line) => line.MemberKey is null ? Field(line) : line.Field == DiffLine.Added ? line.MemberName ?? "Anggota baru" : $"{Field(line)} {line.MemberName}".TrimEnd();

    public static string Field(DiffLine line) => line switch
    {
        { Field: DiffLine.Added } => "Anggota baru",
        { Field: DiffLine.CardNumber } => "Nomor KK",
        { Field: DiffLine.Nik } => "NIK",
        { IsAnswer: true } => QuestionOf(line)?.Label ?? line.Field[DiffLine.AnswerPrefix.Length..],
        { MemberKey: null } => FieldNames.Of(nameof(Household), line.Field),
        _ => FieldNames.Of(nameof(HouseholdMember), line.Field),
    };

    /// <summary>Numbers as they are: the caller decides whether they may be shown.</summary>
    /// <param name="villageOf">Name of a desa, for a move.</param>
    public static string Value(DiffLine line, string? value, Func<Guid, string> villageOf) => value switch
    {
        null => "",
        _ when line.Field == DiffLine.Added => "Ya",
        _ when line.IsIdentity => value,
        _ when line.IsAnswer => QuestionOf(line)?.Words(value) ?? value,
        _ when line.Field == nameof(Household.VillageId) => Guid.TryParse(value, out var village) ? villageOf(village) : value,
        _ => FieldNames.Value(line.Field, value),
    };

    private static Question? QuestionOf(DiffLine line) => Instruments.Of("dtsen").Find(line.Field[DiffLine.AnswerPrefix.Length..]);
}
