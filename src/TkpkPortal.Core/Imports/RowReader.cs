using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Core.Imports;

/// <summary>Turns the rows of one file, in their order, into canonical values and problems. Throws for no cell whatever it holds.</summary>
internal sealed class RowReader
{
    private const string ClearWord = "(kosong)";

    private readonly ImportLayout _layout;
    private readonly KnownAreas _areas;
    private readonly FieldReader[] _readers;
    private readonly int[] _columns;
    private readonly RowProblems _problems = new();
    private readonly IdentityCheck _identity;
    private readonly FamilyKeys _families;
    private readonly int[] _needed;
    private readonly int[] _oneOf;
    private readonly (int Village, int VillageName, int DistrictName, int Relation, int Sex, int Nik, int Card, int Name, int RowId) _at;

    /// <param name="layout">From <see cref="ColumnMatch"/>.</param>
    /// <param name="areas">The uploader's desa.</param>
    /// <param name="regencyCode">Code of our kabupaten, with which NIKs usually begin; null where none is chosen.</param>
    /// <param name="today">In the kabupaten.</param>
    public RowReader(ImportLayout layout, KnownAreas areas, string? regencyCode, DateOnly today)
    {
        (_layout, _areas) = (layout, areas);
        _columns = [.. layout.Columns];
        _readers = [.. layout.Fields.Select(f => FieldReader.Of(layout.Format, f, areas, today))];
        _at = (layout.IndexOf(FieldKeys.Village), layout.IndexOf(FieldKeys.VillageName), layout.IndexOf(FieldKeys.DistrictName), layout.IndexOf(FieldKeys.Relation),
            layout.IndexOf(FieldKeys.Sex), layout.IndexOf(FieldKeys.Nik), layout.IndexOf(FieldKeys.Card), layout.IndexOf(FieldKeys.Name), layout.IndexOf(FieldKeys.RowId));
        _identity = new(layout, regencyCode);
        _families = new(layout);
        _needed = [.. NeededKeys(layout.Format).Select(layout.IndexOf).Where(i => i >= 0)];
        _oneOf = [.. ImportFields.OneOf(layout.Format).Select(f => layout.IndexOf(f.Key)).Where(i => i >= 0)];
        Damage = new();
    }

    /// <summary>Ask it after the last row.</summary>
    public DamageWatch Damage { get; }

    public StagedRow Read(SourceRow row)
    {
        var values = new string?[_readers.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var column = _columns[i];
            if (column < 0) continue;
            var cell = row.Cell(column);
            if (cell.Kind != CellKind.Blank) values[i] = Value(i, cell);
        }

        WorkOut(values);
        Require(values, row);
        if (!_problems.HasErrors) _identity.Compare(values, _problems);
        return new(row.Number, values, _problems.Take());
    }

    /// <summary>
    /// What the rows of one family share: row id, the giver's family id, KK, NIK, or nothing but the row. A row without id right after one with the same KK belongs to it:
    /// that is how people add somebody to an exported family. Call it in the order of the file.
    /// </summary>
    public string FamilyKey(StagedRow row) => _families.Of(row);

    private string? Value(int field, SourceCell cell)
    {
        var reader = _readers[field];
        if (cell.Text.Length > CellText.Longest)
        {
            _problems.At(field, cell.Text);
            if (!reader.IsSilent) _problems.Error(ImportRules.TextTooLong, reader.Label, cell.Text.Length, reader.Longest);
            return null;
        }

        var text = CellText.Clean(cell.Text, out var symbols);
        if (text is "" or "-" or "--" && !symbols) return null;
        _problems.At(field, cell.Text);
        if (cell.Kind == CellKind.Error)
        {
            if (!reader.IsSilent) _problems.Error(ImportRules.ErrorValue, reader.Label, text);
            return null;
        }

        if (symbols && !reader.IsSilent) _problems.Warn(ImportRules.SymbolsRemoved, reader.Label);
        if (text.Length == 0) return null;
        if (text.Equals(ClearWord, StringComparison.OrdinalIgnoreCase)) return Cleared(reader);
        Damage.See(field == _at.Nik, field == _at.Card, text);
        return reader.Read(text, cell.Kind, _problems);
    }

    private string? Cleared(FieldReader reader)
    {
        if (reader.MayClear) return StagedRow.Clear;
        if (!reader.IsSilent) _problems.Error(ImportRules.MayNotBeCleared, reader.Label);
        return null;
    }

    /// <summary>What the file does not say in a column of its own.</summary>
    private void WorkOut(string?[] values)
    {
        if (_at.Relation >= 0 && _columns[_at.Relation] < 0) values[_at.Relation] = nameof(FamilyRelation.Head);
        if (_at.Village >= 0 && values[_at.Village] is null && _at.VillageName >= 0 && _at.DistrictName >= 0 && !_problems.IsAbout(_at.Village)
            && values[_at.VillageName] is { } village && values[_at.DistrictName] is { } district)
        {
            values[_at.Village] = _areas.ByNames(district, village)?.Code;
            _problems.At(_at.VillageName, village);
            if (values[_at.Village] is null) _problems.Error(ImportRules.VillageUnknown, $"{village}, {district}");
        }

        if (_at.Sex >= 0 && values[_at.Sex] is null && _at.Nik >= 0 && values[_at.Nik] is { Length: IdentityNumbers.Length } nik && !_problems.IsAbout(_at.Sex))
            values[_at.Sex] = IdentityNumbers.IsFemale(nik) ? nameof(Sex.Female) : nameof(Sex.Male);
    }

    private void Require(string?[] values, SourceRow row)
    {
        if (_oneOf.Length > 0 && !_problems.HasErrors && Array.TrueForAll(_oneOf, i => values[i] is null))
        {
            _problems.At(-1, "");
            _problems.Error(ImportRules.NothingIdentifies, string.Join(" atau ", ImportFields.OneOf(_layout.Format).Select(f => f.Label)));
        }

        // Somebody already held keeps what the row does not say.
        if (_at.RowId >= 0 && values[_at.RowId] is not null) return;
        foreach (var field in _needed)
        {
            if (values[field] is not null || _problems.IsAbout(field) || (field == _at.Village && _at.VillageName >= 0 && _problems.IsAbout(_at.VillageName))) continue;
            _problems.At(field, row.Cell(_columns[field]).Text);
            _problems.Error(ImportRules.CellNeeded, _layout.Fields[field].Label);
        }
    }

    private static string[] NeededKeys(ImportFormat format) => format switch
    {
        ImportFormat.P3keFamilies => [FieldKeys.Village, FieldKeys.Name, FieldKeys.Sex],
        ImportFormat.P3keMembers => [FieldKeys.SourceFamily, FieldKeys.Village, FieldKeys.Name, FieldKeys.Relation, FieldKeys.Sex],
        ImportFormat.Template => [FieldKeys.Village, FieldKeys.Name, FieldKeys.Relation, FieldKeys.Sex],
        ImportFormat.CentreAnswers => [FieldKeys.Outcome],
        ImportFormat.Deciles or ImportFormat.Recipients => [],
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };
}

/// <summary>Which rows belong together.</summary>
internal sealed class FamilyKeys(ImportLayout layout)
{
    private readonly int _rowId = layout.IndexOf(FieldKeys.RowId);
    private readonly int _source = layout.IndexOf(FieldKeys.SourceFamily);
    private readonly int _card = layout.IndexOf(FieldKeys.Card);
    private readonly int _nik = layout.IndexOf(FieldKeys.Nik);
    private readonly int _proposal = layout.IndexOf(FieldKeys.ProposalNumber);
    private string? _lastCard;
    private string? _lastKey;

    public string Of(StagedRow row)
    {
        if (Stated(row, _rowId) is { } id)
        {
            (_lastCard, _lastKey) = (Stated(row, _card), "i" + id[..36]);
            return _lastKey;
        }

        if (Stated(row, _source) is { } source) return "p" + source;
        if (Stated(row, _proposal) is { } proposal) return "u" + proposal[(proposal.IndexOf('-') + 1)..].TrimStart('0');
        if (Stated(row, _card) is { } card) return card == _lastCard ? _lastKey! : "k" + card;
        return Stated(row, _nik) is { } nik ? "n" + nik : "r" + row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string? Stated(StagedRow row, int field) => field >= 0 && row.Values[field] is { } value && value != StagedRow.Clear ? value : null;
}
