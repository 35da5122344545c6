using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals;

/// <summary>One line of a diff as people read it.</summary>
/// <param name="About">The person, or "Keluarga".</param>
/// <param name="MemberKey">Tells two people of one name apart; null for the family.</param>
/// <param name="Old">Null for nothing.</param>
/// <param name="IsAdding">Only says that the person is new; the person's own fields follow.</param>
public sealed record ProposalLineView(Guid? MemberKey, string About, string Field, string? Old, string? New, bool IsAdding);

/// <summary>Puts a frozen diff into words; numbers stay masked.</summary>
internal static class ProposalLineWords
{
    public const string Family = "Keluarga";

    public static ProposalLineView Of(DiffLine line, Func<Guid, string> villageName) => new(
        line.MemberKey, line.MemberKey is null ? Family : line.MemberName ?? "Anggota tanpa nama", FieldOf(line), Value(line, line.Old, villageName), Value(line, line.New, villageName), line.Field == DiffLine.Added);

    private static string FieldOf(DiffLine line) => line switch
    {
        { IsAnswer: true } => QuestionOf(line)?.Label ?? KeyOf(line),
        { Field: DiffLine.Added } => "Anggota baru",
        { Field: DiffLine.Nik } => "NIK",
        { Field: DiffLine.CardNumber } => "Nomor KK",
        _ => FieldNames.Of(line.MemberKey is null ? nameof(Household) : nameof(HouseholdMember), line.Field),
    };

    private static string? Value(DiffLine line, string? value, Func<Guid, string> villageName) => value switch
    {
        null or "" => null,
        _ when line.IsIdentity => value.Length > 2 ? Nik.Mask(value) : value,
        _ when line.IsAnswer => QuestionOf(line)?.Words(value) ?? value,
        _ when line.Field == nameof(Household.VillageId) && Guid.TryParse(value, out var id) => villageName(id),
        _ => FieldNames.Value(line.Field, value),
    };

    private static string KeyOf(DiffLine line) => line.Field[DiffLine.AnswerPrefix.Length..];

    /// <summary>Drafts ask the questions of today's instrument.</summary>
    private static Question? QuestionOf(DiffLine line) => Instruments.Of("dtsen").Find(KeyOf(line));
}
