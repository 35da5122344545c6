using System.Globalization;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>Where in a row of this file each fact of a family or person stands, and what a row says about one.</summary>
internal sealed class FamilyFields
{
    private readonly int _name, _relation, _sex, _birth, _education, _school, _occupation, _work, _marital, _disability, _pregnant, _insurance;
    private readonly Dictionary<string, int> _sources;

    public FamilyFields(ImportLayout layout)
    {
        Layout = layout;
        (RowId, Village, Card, Nik, Decile) =
            (layout.IndexOf(FieldKeys.RowId), layout.IndexOf(FieldKeys.Village), layout.IndexOf(FieldKeys.Card), layout.IndexOf(FieldKeys.Nik), layout.IndexOf(FieldKeys.Decile));
        (Address, Hamlet, Rt, Rw, Legacy) =
            (layout.IndexOf(FieldKeys.Address), layout.IndexOf(FieldKeys.Hamlet), layout.IndexOf(FieldKeys.Rt), layout.IndexOf(FieldKeys.Rw), layout.IndexOf(FieldKeys.LegacyHousehold));
        (_name, _relation, _sex, _birth) =
            (layout.IndexOf(FieldKeys.Name), layout.IndexOf(FieldKeys.Relation), layout.IndexOf(FieldKeys.Sex), layout.IndexOf(FieldKeys.BirthDate));
        (_education, _school, _occupation, _work) =
            (layout.IndexOf(FieldKeys.Education), layout.IndexOf(FieldKeys.School), layout.IndexOf(FieldKeys.Occupation), layout.IndexOf(FieldKeys.Work));
        (_marital, _disability, _pregnant, _insurance) =
            (layout.IndexOf(FieldKeys.Marital), layout.IndexOf(FieldKeys.Disability), layout.IndexOf(FieldKeys.Pregnant), layout.IndexOf(FieldKeys.HealthInsurance));
        Answers = [.. Enumerable.Range(0, layout.Fields.Count).Where(i => layout.Fields[i].Question is not null)];
        _sources = Enumerable.Range(0, layout.Fields.Count).ToDictionary(i => layout.Fields[i].Key, i => i);
    }

    public ImportLayout Layout { get; }

    public int RowId { get; }

    public int Village { get; }

    public int Card { get; }

    public int Nik { get; }

    public int Decile { get; }

    public int Address { get; }

    public int Hamlet { get; }

    public int Rt { get; }

    public int Rw { get; }

    public int Legacy { get; }

    public int Name => _name;

    public int Relation => _relation;

    /// <summary>Fields that answer an instrument's question.</summary>
    public IReadOnlyList<int> Answers { get; }

    public string? NameIn(KeptRow row) => Stated(row, _name);

    public bool IsHead(KeptRow row) => Stated(row, _relation) == nameof(FamilyRelation.Head);

    public DateOnly? BirthIn(KeptRow row) => Stated(row, _birth) is { } text ? Date(text) : null;

    /// <summary>The row speaks of somebody else: the name is clearly another, and so is the birth date.</summary>
    public bool IsOther(KeptRow row, MemberDetails held) =>
        BirthIn(row) is { } birth && held.BirthDate is { } known && birth != known && NameIn(row) is { } name && PersonNames.Differ(name, held.Name);

    /// <summary>A value and nothing else: neither blank nor "(kosong)".</summary>
    public static string? Stated(KeptRow row, int field) => field >= 0 && row.Values[field] is { } value && value != StagedRow.Clear ? value : null;

    /// <summary>Blank keeps what is held, "(kosong)" takes it away.</summary>
    public static string? Apply(KeptRow row, int field, string? held) => field < 0 || row.Values[field] is not { } value ? held : value == StagedRow.Clear ? null : value;

    /// <summary>The person as the row leaves it; null where a new one lacks name, relation or sex.</summary>
    public MemberDetails? Details(KeptRow row, MemberDetails? held)
    {
        if (held is null && (Stated(row, _name) is null || Stated(row, _relation) is null || Stated(row, _sex) is null)) return null;
        var sex = Stated(row, _sex) is { } s ? (s == nameof(Sex.Male) ? Sex.Male : Sex.Female) : held!.Sex;
        return new(
            Stated(row, _name) ?? held!.Name, Stated(row, _relation) is { } relation ? Enum.Parse<FamilyRelation>(relation) : held!.Relation, sex,
            Date(row, _birth, held?.BirthDate), Code(row, _education, held?.Education), Apply(row, _occupation, held?.Occupation))
        {
            School = Code(row, _school, held?.School),
            Work = Code(row, _work, held?.Work),
            Marital = Code(row, _marital, held?.Marital),
            Disability = Code(row, _disability, held?.Disability),
            Pregnant = sex == Sex.Female ? Flag(row, _pregnant, held?.Pregnant) : null,
            HealthInsurance = Code(row, _insurance, held?.HealthInsurance),
        };
    }

    /// <summary>Old to new, in words, for the preview and the timeline.</summary>
    public static void Tell(List<FieldChange> changes, MemberDetails old, MemberDetails now)
    {
        var who = old.Name;
        Tell(changes, "Nama", who, old.Name, now.Name);
        if (old.Relation != now.Relation) changes.Add(new($"Hubungan, {who}", HouseholdNames.Of(old.Relation), HouseholdNames.Of(now.Relation)));
        if (old.Sex != now.Sex) changes.Add(new($"Jenis kelamin, {who}", HouseholdNames.Of(old.Sex), HouseholdNames.Of(now.Sex)));
        Tell(changes, "Tanggal lahir", who, Words(old.BirthDate), Words(now.BirthDate));
        Tell(changes, "Pendidikan", who, old.Education is { } a ? HouseholdNames.Of(a) : null, now.Education is { } b ? HouseholdNames.Of(b) : null);
        Tell(changes, "Sekolah", who, old.School is { } c ? HouseholdNames.Of(c) : null, now.School is { } d ? HouseholdNames.Of(d) : null);
        Tell(changes, "Pekerjaan", who, old.Occupation, now.Occupation);
        Tell(changes, "Kedudukan kerja", who, old.Work is { } e ? HouseholdNames.Of(e) : null, now.Work is { } f ? HouseholdNames.Of(f) : null);
        Tell(changes, "Status kawin", who, old.Marital is { } g ? HouseholdNames.Of(g) : null, now.Marital is { } h ? HouseholdNames.Of(h) : null);
        Tell(changes, "Disabilitas", who, old.Disability is { } i ? HouseholdNames.Of(i) : null, now.Disability is { } j ? HouseholdNames.Of(j) : null);
        Tell(changes, "Hamil", who, Words(old.Pregnant), Words(now.Pregnant));
        Tell(changes, "JKN", who, old.HealthInsurance is { } k ? HouseholdNames.Of(k) : null, now.HealthInsurance is { } l ? HouseholdNames.Of(l) : null);
    }

    public static void Tell(List<FieldChange> changes, string field, string? who, string? old, string? now)
    {
        if (old != now) changes.Add(new(who is null ? field : $"{field}, {who}", old, now));
    }

    private static string? Words(DateOnly? date) => date is { } d ? Indonesian.LongDate(d) : null;

    private static string? Words(bool? flag) => flag is { } f ? f ? "Ya" : "Tidak" : null;

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Date(KeptRow row, int field, DateOnly? held) => Apply(row, field, null) is { } text ? Date(text) : IsSilent(row, field) ? held : null;

    private static bool? Flag(KeptRow row, int field, bool? held) => Apply(row, field, null) is { } text ? text == bool.TrueString : IsSilent(row, field) ? held : null;

    private static T? Code<T>(KeptRow row, int field, T? held)
        where T : struct, Enum => Apply(row, field, null) is { } text ? Enum.Parse<T>(text) : IsSilent(row, field) ? held : null;

    private static bool IsSilent(KeptRow row, int field) => field < 0 || row.Values[field] is null;
}
