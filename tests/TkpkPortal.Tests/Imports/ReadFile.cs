using System.Text;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Imports.Reading;
using Source = TkpkPortal.Core.Imports.Reading.SourceFile;

namespace TkpkPortal.Tests.Imports;

/// <summary>Reads a file as the worker does, in memory and without a database.</summary>
internal static class ReadFile
{
    public const string Village = "99.01.01.2001";
    public static readonly DateOnly Today = new(2026, 11, 24);
    public static readonly Guid VillageId = Guid.NewGuid();
    private static readonly Guid DistrictId = Guid.NewGuid();

    public static KnownAreas Areas() => new(new(
        [new Place(DistrictId, "99.01.01", "Ulu Contoh", null, true)],
        [new Place(VillageId, Village, "Suka Maju", DistrictId, true), new Place(Guid.NewGuid(), "99.01.01.2002", "Lama", DistrictId, false)]));

    public static Source Open(byte[] bytes, string name = "data.xlsx") => Source.Open(new MemoryStream(bytes), name);

    public static Source Csv(string text, Encoding? encoding = null) => Open((encoding ?? new UTF8Encoding(false)).GetBytes(text), "data.csv");

    public static Rule Refusal(byte[] bytes, string name = "data.xlsx") => Assert.Throws<RuleBrokenException>(() =>
    {
        using var file = Open(bytes, name);
        foreach (var _ in file.Rows())
        {
        }
    }).Rule;

    /// <summary>Every row as texts, and the file after it was read.</summary>
    public static (List<string[]> Rows, Source File) All(Source file)
    {
        using (file) return (file.Rows().Select(r => r.Cells.Select(c => c.Text).ToArray()).ToList(), file);
    }

    public static (List<StagedRow> Rows, RowReader Reader) Staged(ImportFormat format, Source file)
    {
        using (file)
        {
            var reader = new RowReader(ColumnMatch.Of(format, file.Headers, new Dictionary<string, string?>()).Layout, Areas(), "99.01", Today);
            return (file.Rows().Select(reader.Read).ToList(), reader);
        }
    }

    /// <summary>One cell of a format's field: its value and what is wrong with it.</summary>
    public static (string? Value, List<CellProblem> Problems) Cell(ImportField field, object? content, ImportFormat format = ImportFormat.Template)
    {
        var layout = new ImportLayout(format, [field], [0], [field.Label]);
        var cell = content switch
        {
            null => SourceCell.Blank,
            string text => new SourceCell(text, CellKind.Text),
            SourceCell given => given,
            _ => new SourceCell(Convert.ToString(content, System.Globalization.CultureInfo.InvariantCulture)!, CellKind.Number),
        };
        var row = new RowReader(layout, Areas(), "99.01", Today).Read(new(2, [cell]));
        return (row.Values[0], [.. row.Problems.Where(p => p.Field == 0 && p.Code != ImportRules.CellNeeded.Code)]);
    }

    public static ImportField Field(string key, ImportFormat format = ImportFormat.Template) => ImportFields.Of(format).First(f => f.Key == key);
}
