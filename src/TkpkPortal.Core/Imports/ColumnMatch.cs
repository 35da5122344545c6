using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports;

/// <param name="Index">Of the column, from 0.</param>
/// <param name="Header">As it stands in the file.</param>
/// <param name="Key">As remembered: <see cref="ImportLayout.KeyOf"/>.</param>
/// <param name="Suggestion">A field of nearly that name.</param>
public sealed record UnknownColumn(int Index, string Header, string Key, ImportField? Suggestion);

/// <summary>What a file's headers are taken for.</summary>
/// <param name="Layout">The fields found. Column -1: worked out from others.</param>
/// <param name="Unknown">A person says what they are, or that they are left out.</param>
/// <param name="Missing">Fields the format cannot do without.</param>
public sealed record ColumnMatch(ImportLayout Layout, IReadOnlyList<UnknownColumn> Unknown, IReadOnlyList<ImportField> Missing)
{
    public const int WorkedOut = -1;

    public bool NeedsPerson => Unknown.Count > 0;

    /// <param name="format">What the uploader said the file is.</param>
    /// <param name="headers">In the order of the columns.</param>
    /// <param name="remembered">Key of a header to key of a field, or null: leave it out. Wins over the names known here.</param>
    public static ColumnMatch Of(ImportFormat format, IReadOnlyList<string> headers, IReadOnlyDictionary<string, string?> remembered)
    {
        var (names, fields, columns, unknown) = (Names(format), new List<ImportField>(), new List<int>(), new List<UnknownColumn>());
        for (var i = 0; i < headers.Count; i++)
        {
            var key = ImportLayout.KeyOf(headers[i]);
            if (key.Length == 0) continue;
            var isKnown = remembered.TryGetValue(key, out var told);
            var field = isKnown ? ImportFields.Mappable(format).FirstOrDefault(f => f.Key == told) : names.GetValueOrDefault(key);
            if (field is not null && fields.TrueForAll(f => f.Key != field.Key))
            {
                fields.Add(field);
                columns.Add(i);
            }
            else if (field is null && !isKnown && !ImportFields.IsLeftOut(format, key))
            {
                unknown.Add(new(i, headers[i], key, null));
            }
        }

        WorkOut(format, fields, columns);
        var suggested = unknown.ConvertAll(u => u with { Suggestion = Nearest(u.Key, format, fields) });
        return new(new(format, fields, columns, headers), suggested, MissingOf(format, fields));
    }

    /// <exception cref="RuleBrokenException">IMP-11: something is missing and no column is left that could be it.</exception>
    public void MustBeComplete()
    {
        if (Missing.Count == 0 || NeedsPerson) return;
        var names = string.Join(ImportFields.OneOf(Layout.Format).Contains(Missing[0]) ? " atau " : ", ", Missing.Select(m => $"“{m.Label}”"));
        throw new RuleBrokenException(ImportRules.ColumnMissing, null, names);
    }

    private static void WorkOut(ImportFormat format, List<ImportField> fields, List<int> columns)
    {
        foreach (var answer in ImportFields.Of(format).Where(f => f.Question is not null))
        {
            // The answer is kept as given beside what it means on the record.
            var record = SurveyQuestions.OnRecordToo.TryGetValue(answer.Question!, out var key) ? fields.FindIndex(f => f.Key == key) : -1;
            if (record < 0) continue;
            fields.Add(answer);
            columns.Add(columns[record]);
        }

        if (format == ImportFormat.P3keFamilies) Add(ImportFields.Of(ImportFormat.P3keMembers).First(f => f.Key == FieldKeys.Relation));
        if (Has(FieldKeys.VillageName) && Has(FieldKeys.DistrictName) && !Has(FieldKeys.Village)) Add(ImportFields.Of(format).First(f => f.Key == FieldKeys.Village));

        bool Has(string key) => fields.Exists(f => f.Key == key);

        void Add(ImportField field)
        {
            fields.Add(field);
            columns.Add(WorkedOut);
        }
    }

    private static List<ImportField> MissingOf(ImportFormat format, List<ImportField> found)
    {
        var missing = ImportFields.Of(format).Where(f => f.Required && found.TrueForAll(x => x.Key != f.Key)).ToList();
        var oneOf = ImportFields.OneOf(format);
        return oneOf.Count == 0 || oneOf.Any(o => found.Exists(f => f.Key == o.Key)) ? missing : [.. oneOf, .. missing];
    }

    private static Dictionary<string, ImportField> Names(ImportFormat format)
    {
        var names = new Dictionary<string, ImportField>();
        foreach (var field in ImportFields.Mappable(format))
        {
            foreach (var name in ImportFields.KeysOf(field)) names.TryAdd(name, field);
        }

        return names;
    }

    private static ImportField? Nearest(string key, ImportFormat format, List<ImportField> found)
    {
        var near = ImportFields.Mappable(format).Where(f => found.TrueForAll(x => x.Key != f.Key))
            .SelectMany(f => ImportFields.KeysOf(f).Select(name => (Field: f, Distance: Distance(key, name), Name: name)))
            .Where(n => n.Distance <= Math.Max(1, Math.Min(key.Length, n.Name.Length) / 4) || (key.Length > 4 && n.Name.Length > 4 && (key.Contains(n.Name, StringComparison.Ordinal) || n.Name.Contains(key, StringComparison.Ordinal))))
            .OrderBy(n => n.Distance).ToList();
        return near.Count > 0 ? near[0].Field : null;
    }

    /// <summary>Letters to add, drop or replace.</summary>
    internal static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
