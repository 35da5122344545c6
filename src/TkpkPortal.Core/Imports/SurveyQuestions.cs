namespace TkpkPortal.Core.Imports;

/// <summary>A question of an instrument as a file asks it.</summary>
/// <param name="Key">In the instrument.</param>
/// <param name="Label">Words of the question.</param>
/// <param name="OfMember">Asked of a person.</param>
/// <param name="Choices">The answers' labels, for people.</param>
/// <param name="Understand">Text of a cell to the answer as kept, or null.</param>
internal sealed record SurveyQuestion(string Key, string Label, bool OfMember, string Choices, Func<string, string?> Understand)
{
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The same column also fills a field of the record, which tells its problems.</summary>
    public bool OnRecordToo { get; init; }
}

internal static class SurveyQuestions
{
    public static IReadOnlyList<SurveyQuestion> P3ke { get; } = [];

    public static SurveyQuestion Of(ImportFormat format, string key) => P3ke.First(q => q.Key == key);
}
