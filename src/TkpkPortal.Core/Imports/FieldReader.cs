using System.Globalization;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Reading;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Imports;

/// <summary>Reads the cells of one column: clean, non-empty text in, canonical value out, or null with the problem told.</summary>
internal abstract class FieldReader(string label)
{
    public string Label { get; } = label;

    public virtual int Longest => 60;

    public virtual bool MayClear => true;

    /// <summary>A second reading of a column whose problems the first tells.</summary>
    public virtual bool IsSilent => false;

    public abstract string? Read(string text, CellKind kind, RowProblems problems);

    public static FieldReader Of(ImportFormat format, ImportField field, KnownAreas areas, DateOnly today) => field.Key switch
    {
        FieldKeys.RowId => new RowIdReader(field.Label),
        FieldKeys.SourceFamily or FieldKeys.SourceMember => new FreeTextReader(field.Label, 40, mayClear: false),
        FieldKeys.Village => new VillageReader(field.Label, areas),
        FieldKeys.VillageName or FieldKeys.DistrictName => new FreeTextReader(field.Label, 100, mayClear: false),
        FieldKeys.Card => new IdentityReader(field.Label, isNik: false),
        FieldKeys.Nik => new IdentityReader(field.Label, isNik: true),
        FieldKeys.Address => new FreeTextReader(field.Label, 250, mayClear: false),
        FieldKeys.Occupation when format is ImportFormat.P3keFamilies or ImportFormat.P3keMembers => new FreeTextReader(field.Label, 100, codesOf: "pekerjaan"),
        FieldKeys.Hamlet or FieldKeys.Occupation => new FreeTextReader(field.Label, 100),
        FieldKeys.Rt or FieldKeys.Rw => new FreeTextReader(field.Label, 5),
        FieldKeys.LegacyHousehold => new FreeTextReader(field.Label, 30),
        FieldKeys.Name => new FreeTextReader(field.Label, 150, mayClear: false, needsLetter: true),
        FieldKeys.BirthDate => new BirthReader(field.Label, today),
        FieldKeys.Decile => new DecileReader(field.Label),
        FieldKeys.ProposalNumber => new ProposalNumberReader(field.Label),
        FieldKeys.AnsweredOn => new AnswerDateReader(field.Label, today),
        FieldKeys.Reason => new FreeTextReader(field.Label, 500, mayClear: false),
        _ when field.Question is { } question => new AnswerReader(SurveyQuestions.P3ke.Find(question)!),
        _ => CodeReader.Of(field),
    };
}

/// <summary>Free text of a limited length. A NIK or KK typed into it would lie in the database in clear.</summary>
internal sealed class FreeTextReader(string label, int longest, bool mayClear = true, bool needsLetter = false, string? codesOf = null) : FieldReader(label)
{
    private const int DigitsOfNumber = 16;

    public override int Longest => longest;

    public override bool MayClear => mayClear;

    public override string? Read(string text, CellKind kind, RowProblems problems)
    {
        if (text.Length > longest)
        {
            problems.Error(ImportRules.TextTooLong, Label, text.Length, longest);
            return null;
        }

        if (text.Length >= DigitsOfNumber && FreeText.HoldsNumber(text))
        {
            problems.Error(HouseholdRules.NumberInText);
            return null;
        }

        if (codesOf is not null && text.Length <= 2 && SurveyQuestions.LabelOf(codesOf, text) is { } word) return word;
        if (!needsLetter || HasLetter(text)) return text;
        problems.Error(ImportRules.CodeUnknown, Label, text, "nama dengan huruf");
        return null;
    }

    private static bool HasLetter(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c) || char.IsSurrogate(c)) return true;
        }

        return false;
    }
}

internal sealed class IdentityReader(string label, bool isNik) : FieldReader(label)
{
    public override string? Read(string text, CellKind kind, RowProblems problems) => IdentityNumbers.Read(Label, isNik, text, kind, problems);
}

/// <summary>Family id, or family id and member id with a bar between.</summary>
internal sealed class RowIdReader(string label) : FieldReader(label)
{
    public override int Longest => 73;

    public override bool MayClear => false;

    public override string? Read(string text, CellKind kind, RowProblems problems)
    {
        var bar = text.IndexOf('|');
        var (family, member) = bar < 0 ? (text, "") : (text[..bar], text[(bar + 1)..]);
        if (Guid.TryParseExact(family, "D", out _) && (member.Length == 0 ? bar < 0 : Guid.TryParseExact(member, "D", out _))) return text.ToLowerInvariant();
        problems.Error(ImportRules.RowIdInvalid);
        return null;
    }
}

internal sealed class VillageReader(string label, KnownAreas areas) : FieldReader(label)
{
    public override bool MayClear => false;

    public override string? Read(string text, CellKind kind, RowProblems problems)
    {
        var place = areas.ByText(text);
        if (place is { IsInForce: true }) return place.Code;
        if (place is null) problems.Error(ImportRules.VillageUnknown, CellText.Cut(text, Longest));
        else problems.Error(HouseholdRules.VillageVanished);
        return null;
    }
}

internal sealed class DecileReader(string label) : FieldReader(label)
{
    public override string? Read(string text, CellKind kind, RowProblems problems)
    {
        var digits = text.StartsWith("desil ", StringComparison.OrdinalIgnoreCase) ? text[6..] : text;
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var decile) && decile is >= 1 and <= 10) return decile.ToString(CultureInfo.InvariantCulture);
        problems.Error(HouseholdRules.DecileRange);
        return null;
    }
}

/// <summary>2026-000123, or the running number alone; what is kept has the year only where the file has it.</summary>
internal sealed class ProposalNumberReader(string label) : FieldReader(label)
{
    public override bool MayClear => false;

    public override string? Read(string text, CellKind kind, RowProblems problems)
    {
        var parts = text.Replace(" ", "", StringComparison.Ordinal).Split('-');
        if (parts.Length <= 2 && ProposalNames.ParseNumber(parts[^1]) is { } number)
        {
            if (parts.Length == 1) return number.ToString(CultureInfo.InvariantCulture);
            if (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2999) return ProposalNames.Number(year, number);
        }

        problems.Error(ImportRules.ProposalNumberUnreadable, CellText.Cut(text, Longest));
        return null;
    }
}

internal sealed class AnswerDateReader(string label, DateOnly today) : FieldReader(label)
{
    public override bool MayClear => false;

    public override string? Read(string text, CellKind kind, RowProblems problems)
    {
        if (DateText.Read(text, kind, today) is not { } date)
        {
            problems.Error(ImportRules.DateUnreadable, Label, CellText.Cut(text, Longest));
            return null;
        }

        if (date <= today) return DateText.Canonical(text, date);
        problems.Error(ImportRules.AnswerInFuture, Indonesian.LongDate(date));
        return null;
    }
}

internal sealed class BirthReader(string label, DateOnly today) : FieldReader(label)
{
    public override string? Read(string text, CellKind kind, RowProblems problems)
    {
        if (DateText.Read(text, kind, today) is not { } date)
        {
            problems.Error(ImportRules.DateUnreadable, Label, CellText.Cut(text, Longest));
            return null;
        }

        if (date <= today && Age.InYears(date, today) <= HouseholdRules.OldestAge) return DateText.Canonical(text, date);
        problems.Error(HouseholdRules.BirthImpossible);
        return null;
    }
}

/// <summary>An answer to an instrument's question, kept as its code. What the list does not hold stays out with a problem.</summary>
internal sealed class AnswerReader(Question question) : FieldReader(question.Label)
{
    private const int Remembered = 1_000;

    private readonly Dictionary<string, string?> _asWritten = new(StringComparer.Ordinal);

    public override bool MayClear => false;

    public override bool IsSilent { get; } = SurveyQuestions.OnRecordToo.ContainsKey(question.Key);

    public override string? Read(string text, CellKind kind, RowProblems problems)
    {
        if (!_asWritten.TryGetValue(text, out var code))
        {
            code = question.Understand(text);
            if (_asWritten.Count < Remembered) _asWritten[text] = code;
        }

        if (code is null && !IsSilent)
            problems.Error(ImportRules.CodeUnknown, Label, CellText.Cut(text, Longest), string.Join("; ", question.AnswerCodes.Select(c => c.Label)));
        return code;
    }
}
