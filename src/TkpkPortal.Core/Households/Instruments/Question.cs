using System.Globalization;
using System.Text;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

public enum AnswerKind
{
    /// <summary>One code.</summary>
    One,

    /// <summary>Several codes, kept joined by a comma: "1,2".</summary>
    Many,

    /// <summary>Several codes that are powers of two, kept as their sum, as the questionnaire does: KTP and akta are 5.</summary>
    Bits,

    /// <summary>A number with a unit, kept invariant: "36.5".</summary>
    Number,

    /// <summary>A month, kept as "2022-03".</summary>
    Month,
}

/// <summary>One answer of a code list. It speaks of conditions (present or absent), of a fact of the member (<see cref="Value"/>), or is declared unmapped.</summary>
public sealed record AnswerCode(
    string Code, string Label, IReadOnlyList<string> Aliases, HouseholdConditions Present, HouseholdConditions Absent, string? Value, bool Unmapped);

/// <summary>One question of an instrument with its code list.</summary>
public sealed class Question
{
    /// <summary>Folded text to code: what people write in a cell.</summary>
    private readonly Dictionary<string, string> _folded = new(StringComparer.Ordinal);

    private readonly Dictionary<string, AnswerCode> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _asWritten = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _absentWins;

    internal Question(QuestionData data, IReadOnlyList<AnswerCode> codes)
    {
        (Key, Label, Group, Unit, Min, Max, AnswerCodes) = (data.Key, data.Label, data.Group, data.Unit, data.Min, data.Max, codes);
        (OfMember, Kind, Fact, Aliases, _absentWins) = (data.Level == "member", data.Kind, data.Fact, data.Aliases ?? [], data.Wins == "absent");
        foreach (var code in codes)
        {
            _byCode.Add(code.Code, code);
            Decides |= code.Present | code.Absent;
        }

        // A code before any label, so that a list whose labels are numbers (kelas 1-8) reads the code.
        foreach (var code in codes) Learn(code.Code, code.Code);
        foreach (var code in codes) Learn(code.Code.TrimStart('0'), code.Code);
        foreach (var code in codes)
        {
            Learn(code.Label, code.Code);
            Learn($"{code.Code} {code.Label}", code.Code);
            foreach (var alias in code.Aliases) Learn(alias, code.Code);
        }
    }

    public string Key { get; }

    public string Label { get; }

    /// <summary>Block of the questionnaire: Perumahan, Aset.</summary>
    public string Group { get; }

    public bool OfMember { get; }

    public AnswerKind Kind { get; }

    public string? Unit { get; }

    public decimal? Min { get; }

    public decimal? Max { get; }

    /// <summary>Other headers of a column that holds this answer, as <c>ImportLayout.KeyOf</c> makes them.</summary>
    public IReadOnlyList<string> Aliases { get; }

    public IReadOnlyList<AnswerCode> AnswerCodes { get; }

    /// <summary>The fact of the member's own record that the answer sets.</summary>
    public MemberFact? Fact { get; }

    /// <summary>Conditions this question can decide.</summary>
    public HouseholdConditions Decides { get; }

    public AnswerCode? Code(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>A code, a label, an alias or "8 Tanah", whatever the case and spacing; the answer to keep, or null where it is none.</summary>
    public string? Understand(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Kind switch
        {
            AnswerKind.One => One(text),
            AnswerKind.Many => Several(text),
            AnswerKind.Bits => Sum(text),
            AnswerKind.Number => Amount(text),
            AnswerKind.Month => MonthOf(text),
            _ => throw new InvalidOperationException($"Question {Key} has no kind."),
        };
    }

    /// <summary>As <see cref="Understand"/>, of an answer that may be kept already: a kept number is invariant, a typed one Indonesian.</summary>
    public string? UnderstandAgain(string text) =>
        Kind == AnswerKind.Number && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? Understand(Indonesian.NumberTrimmed(number)) ?? Understand(text)
            : Understand(text);

    /// <summary>The codes of a kept answer; empty for numbers and months.</summary>
    public IReadOnlyList<AnswerCode> Codes(string answer)
    {
        switch (Kind)
        {
            case AnswerKind.One: return _byCode.TryGetValue(answer, out var one) ? [one] : [];
            case AnswerKind.Many: return [.. answer.Split(',').Select(Code).OfType<AnswerCode>()];
            case AnswerKind.Bits:
                if (!int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var sum)) return [];
                return [.. AnswerCodes.Where(c => sum == 0 ? Bit(c) == 0 : (Bit(c) & sum) != 0)];
            default: return [];
        }
    }

    /// <summary>A kept answer in words: "Tanah", "36,5 m²", "Maret 2022". An answer that is not on the list stays as it is.</summary>
    public string Words(string answer)
    {
        if (Kind == AnswerKind.Number && decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            return $"{Indonesian.NumberTrimmed(number)} {Unit}".TrimEnd();
        if (Kind == AnswerKind.Month && DateOnly.TryParseExact(answer + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return Indonesian.MonthYear(month);
        var codes = Codes(answer);
        return codes.Count == 0 ? answer : string.Join("; ", codes.Select(c => c.Label));
    }

    internal (HouseholdConditions Present, HouseholdConditions Absent) Says(string answer)
    {
        var (present, absent) = (HouseholdConditions.None, HouseholdConditions.None);
        foreach (var code in Codes(answer))
        {
            present |= code.Present;
            absent |= code.Absent;
        }

        return _absentWins ? (present & ~absent, absent) : (present, absent & ~present);
    }

    private static int Bit(AnswerCode code) => int.Parse(code.Code, CultureInfo.InvariantCulture);

    private string? One(string text) => _asWritten.TryGetValue(text, out var code) || _folded.TryGetValue(Fold(text), out code) ? code : null;

    private string? Several(string text)
    {
        if (One(text) is { } one) return one;
        var codes = text.Split([',', ';', '+', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One).ToList();
        return codes.Count == 0 || codes.Contains(null) ? null : string.Join(',', AnswerCodes.Select(c => c.Code).Where(codes.Contains));
    }

    private string? Sum(string text)
    {
        if (int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var sum))
            return (sum & ~AnswerCodes.Aggregate(0, (all, c) => all | Bit(c))) == 0 ? sum.ToString(CultureInfo.InvariantCulture) : null;
        return Several(text) is { } codes ? codes.Split(',').Sum(c => int.Parse(c, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture) : null;
    }

    private string? Amount(string text)
    {
        var bare = text.Trim();
        if (Unit is { } unit && bare.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) bare = bare[..^unit.Length];
        else if (Unit == "m²" && bare.EndsWith("m2", StringComparison.OrdinalIgnoreCase)) bare = bare[..^2];
        return Indonesian.TryParseNumber(bare.Trim(), out var number) && number >= (Min ?? decimal.MinValue) && number <= (Max ?? decimal.MaxValue)
            ? number.ToString("0.##", CultureInfo.InvariantCulture)
            : null;
    }

    private static readonly string[] MonthShapes = ["yyyy-MM", "MM/yyyy", "M/yyyy", "MM-yyyy", "MMMM yyyy", "MMM yyyy"];

    private static string? MonthOf(string text) =>
        DateTime.TryParseExact(text.Trim(), MonthShapes, Indonesian.Culture, DateTimeStyles.None, out var month) && month.Year is >= 1990 and <= 2100
            ? month.ToString("yyyy-MM", CultureInfo.InvariantCulture)
            : null;

    /// <summary>The first to claim a text keeps it.</summary>
    private void Learn(string text, string code)
    {
        if (text.Length == 0) return;
        _asWritten.TryAdd(text, code);
        _folded.TryAdd(Fold(text), code);
    }

    /// <summary>Letters and digits, lower case, anything between them one space; signs that carry meaning stay.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c is '<' or '>' or '≥') folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ' && char.GetUnicodeCategory(c) != UnicodeCategory.Format) folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
