using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports;

/// <summary>The P3KE instrument's questions as columns of its files.</summary>
internal static class SurveyQuestions
{
    /// <summary>Questions whose column also fills a field of the record: question to field.</summary>
    public static IReadOnlyDictionary<string, string> OnRecordToo { get; } = new Dictionary<string, string>
    {
        ["hubungan_dengan_kepala_keluarga"] = FieldKeys.Relation,
        ["status_kawin"] = FieldKeys.Marital,
        ["pekerjaan"] = FieldKeys.Occupation,
        ["pendidikan"] = FieldKeys.Education,
    };

    public static Instrument P3ke => Instruments.Of("p3ke");

    /// <summary>The answer in its list's own words where a file holds bare codes.</summary>
    public static string? LabelOf(string question, string text) =>
        P3ke.Find(question) is { } q && q.Code(text) is { } code ? code.Label : null;
}
