using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Imports.Reading;

internal enum CellKind : byte
{
    Blank,
    Text,

    /// <summary>Excel holds it as a figure, so anything beyond 15 digits is lost already.</summary>
    Number,

    /// <summary>Text is yyyy-MM-dd.</summary>
    Date,

    /// <summary>Text is "Ya" or "Tidak".</summary>
    Boolean,

    /// <summary>#N/A and its like.</summary>
    Error,
}

/// <summary>One cell as it stands in the file. A CSV knows only text.</summary>
internal readonly record struct SourceCell(string Text, CellKind Kind, bool IsFormula = false)
{
    public static readonly SourceCell Blank = new("", CellKind.Blank);
}

/// <summary>A data row; its number is the one Excel shows. May hold fewer or more cells than there are headers.</summary>
internal readonly record struct SourceRow(int Number, SourceCell[] Cells)
{
    public SourceCell Cell(int column) => (uint)column < (uint)Cells.Length ? Cells[column] : SourceCell.Blank;
}

/// <summary>Something about the file as a whole that people should know; it is never an error.</summary>
internal sealed record SourceNotice(Rule Rule, string Sentence)
{
    public static SourceNotice Of(Rule rule, params object[] places) => new(rule, string.Format(Indonesian.Culture, rule.Sentence, places));
}
