namespace TkpkPortal.Core.Statistics;

/// <summary>What an import of figures does, or would do: the good rows go in, each bad one is named with its remedy.</summary>
public sealed record IndicatorImport(
    int Rows, int New, int Changed, int Same, IReadOnlyList<ImportedFigure> Figures, IReadOnlyList<RowProblem> Problems, IReadOnlyList<string> Warnings)
{
    public int BadRows => Problems.Select(p => p.Row).Distinct().Count();

    public int ToWrite => New + Changed;
}

/// <summary>A figure the import adds (<see cref="Old"/> null) or changes.</summary>
public sealed record ImportedFigure(int Row, string IndicatorCode, string AreaName, string Period, decimal? Old, decimal New, int Decimals);

/// <summary>What is wrong with one cell. <see cref="Row"/> counts lines of the file from 1, the header included.</summary>
public sealed record RowProblem(int Row, string Column, string Content, string RuleCode, string Sentence);
