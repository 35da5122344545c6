using System.Text;

namespace TkpkPortal.Core.Imports;

/// <summary>
/// One thing a file can tell. <see cref="Key"/> is stable and stands in remembered column names and in staged rows: "nik", "alamat", "jawab:jenis_lantai".
/// </summary>
/// <param name="Key">Stable key.</param>
/// <param name="Label">What people call it, as header of the template and on the mapping page.</param>
/// <param name="OfMember">Speaks of the person of the row, not of the family.</param>
public sealed record ImportField(string Key, string Label, bool OfMember)
{
    /// <summary>Other headers that mean this field, as <see cref="ImportLayout.KeyOf"/> makes them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>A file without it is refused.</summary>
    public bool Required { get; init; }

    /// <summary>An answer to the instrument's question of this key; null for what the record itself holds.</summary>
    public string? Question { get; init; }
}

/// <summary>Which column of one file is which field. The fields' order is the order of the values of every <see cref="StagedRow"/> of that file.</summary>
public sealed record ImportLayout(ImportFormat Format, IReadOnlyList<ImportField> Fields, IReadOnlyList<int> Columns, IReadOnlyList<string> Headers)
{
    /// <summary>Index of a field's value in a row, or -1 where the file does not tell it.</summary>
    public int IndexOf(string key)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Key == key) return i;
        }

        return -1;
    }

    /// <summary>"Tanggal Lahir" and "tanggal_lahir" are the same header: letters and digits, lower case, words joined by one underscore.</summary>
    public static string KeyOf(string header)
    {
        var key = new StringBuilder(header.Length);
        foreach (var c in header.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
            else if (key.Length > 0 && key[^1] != '_' && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format) key.Append('_');
        }

        return key.ToString().TrimEnd('_');
    }
}

/// <summary>
/// A row of the file as understood. Values are canonical texts in the order of the layout's fields: null says nothing (blank cell), <see cref="Clear"/> empties,
/// anything else is the value: digits of a NIK or KK, yyyy-MM-dd, enum names, answer codes, trimmed names.
/// </summary>
internal sealed record StagedRow(int Number, string?[] Values, IReadOnlyList<CellProblem> Problems)
{
    /// <summary>What "(kosong)" in a cell becomes.</summary>
    public const string Clear = "\u0000";

    public bool IsBad
    {
        get
        {
            for (var i = 0; i < Problems.Count; i++)
            {
                if (Problems[i].IsError) return true;
            }

            return false;
        }
    }
}

/// <summary>Something wrong in one cell, or with the whole row where <see cref="Field"/> is -1.</summary>
/// <param name="Field">Index in the layout's fields.</param>
/// <param name="Code">Code of the rule.</param>
/// <param name="IsError">The row stays out; a warning lets it in.</param>
/// <param name="Content">The cell as it stood, cut at 60 characters.</param>
/// <param name="Sentence">The rule's sentence with its places filled.</param>
internal sealed record CellProblem(int Field, string Code, bool IsError, string Content, string Sentence);
