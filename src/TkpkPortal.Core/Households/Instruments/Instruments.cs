using System.Text.Json;
using System.Text.Json.Serialization;

namespace TkpkPortal.Core.Households;

/// <summary>The instruments this portal knows, read once from the data files beside this class.</summary>
public static class Instruments
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly Lazy<IReadOnlyList<Instrument>> Loaded = new(() => [.. new[] { "dtsen", "regsosek2022", "p3ke", "bdt2015" }.Select(Load)]);

    /// <summary>Newest first, as a choice shows them.</summary>
    public static IReadOnlyList<Instrument> All => Loaded.Value;

    /// <summary>The instrument of a key, or null for one this portal does not know.</summary>
    public static Instrument? Find(string? key) => All.FirstOrDefault(i => i.Key == key);

    public static Instrument Of(string key) => Find(key) ?? throw new ArgumentOutOfRangeException(nameof(key), key, "No such instrument.");

    private static Instrument Load(string key)
    {
        using var stream = typeof(Instruments).Assembly.GetManifestResourceStream($"instrument-{key}.json")
            ?? throw new InvalidOperationException($"The data file of instrument {key} is missing from the build.");
        var data = JsonSerializer.Deserialize<InstrumentData>(stream, Format)!;
        return new(data.Key, data.Name, data.Edition, data.Source, [.. data.Questions.Select(q => new Question(q, [.. (q.Codes ?? []).Select(Code)]))]);
    }

    private static AnswerCode Code(CodeData data) =>
        new(data.Code, data.Label, data.Aliases ?? [], Flags(data.Present), Flags(data.Absent), data.Value, data.Unmapped);

    private static HouseholdConditions Flags(HouseholdConditions[]? conditions) => (conditions ?? []).Aggregate(HouseholdConditions.None, (all, c) => all | c);
}

internal sealed record InstrumentData(string Key, string Name, string Edition, string Source, QuestionData[] Questions);

internal sealed record QuestionData(
    string Key, string Label, string Group, string Level, AnswerKind Kind, string? Unit, decimal? Min, decimal? Max, MemberFact? Fact, string? Wins, string[]? Aliases, CodeData[]? Codes);

internal sealed record CodeData(string Code, string Label, string[]? Aliases, HouseholdConditions[]? Present, HouseholdConditions[]? Absent, string? Value, bool Unmapped);
