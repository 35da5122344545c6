using System.Globalization;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Audit;

/// <summary>What people call the fields and values of an audit entry.</summary>
public static partial class FieldNames
{
    private static readonly HashSet<string> Numbers =
        ["AbsorptionTarget", "Amount", "Ceiling", "ImplausibleGrowth", "OutputTarget", "PhysicalPercent", "Recipients", "RevisedCeiling", "Value"];

    /// <summary>A name may differ by noun: "Household.Name" is asked before "Name".</summary>
    public static string Of(string subject, string field) => Known(subject, field) ?? field;

    /// <summary>Null when nobody has given the field a word yet; a convention test looks for those.</summary>
    public static string? Known(string subject, string field) => Names.GetValueOrDefault($"{subject}.{field}") ?? Names.GetValueOrDefault(field);

    public static string? KnownValue(string field, string value) => Values.GetValueOrDefault($"{field}.{value}") ?? Values.GetValueOrDefault(value);

    public static string Value(string field, string? value)
    {
        if (value is null or "") return "kosong";
        if (KnownValue(field, value) is { } word) return word;
        if (Numbers.Contains(field) && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return Indonesian.NumberTrimmed(number, 6);
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Indonesian.LongDate(date) : value;
    }

    /// <summary>The noun of an entry: "Keluarga" for Household.</summary>
    public static string Subject(string subject) => Subjects.GetValueOrDefault(subject) ?? subject;

    /// <summary>Nouns the trail may tell about, by their word: the choices of a filter.</summary>
    public static IReadOnlyDictionary<string, string> Nouns => Subjects;
}

public static class AuditActionNames
{
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.Create => "Mendaftarkan",
        AuditAction.Update => "Mengubah",
        AuditAction.Delete => "Menghapus",
        AuditAction.Read => "Membuka",
        AuditAction.Reveal => "Membuka nomor",
        AuditAction.SignIn => "Masuk",
        AuditAction.SignInRefused => "Gagal masuk",
        AuditAction.SignOut => "Keluar",
        AuditAction.Export => "Mengunduh",
        AuditAction.Import => "Mengimpor",
        _ => throw new ArgumentOutOfRangeException(nameof(action)),
    };
}
