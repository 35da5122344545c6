using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Core.Imports;

/// <summary>Gathers what is wrong in one row; nothing is made while all is well.</summary>
internal sealed class RowProblems
{
    private const int Shown = 60;

    private List<CellProblem>? _found;
    private int _field;
    private string _content = "";

    public bool HasErrors { get; private set; }

    /// <summary>What the next problems are about; -1 is the row.</summary>
    public void At(int field, string content) => (_field, _content) = (field, content);

    public void Error(Rule rule, params object[] places)
    {
        HasErrors = true;
        Add(rule, true, places);
    }

    public void Warn(Rule rule, params object[] places) => Add(rule, false, places);

    public bool IsAbout(int field) => _found is not null && _found.Exists(p => p.Field == field && p.IsError);

    public IReadOnlyList<CellProblem> Take()
    {
        var found = _found;
        (_found, HasErrors) = (null, false);
        return found is null ? [] : found;
    }

    private void Add(Rule rule, bool isError, object[] places)
    {
        var content = _content.Length <= Shown ? _content : CellText.Cut(_content, Shown);
        (_found ??= []).Add(new(_field, rule.Code, isError, content, string.Format(Indonesian.Culture, rule.Sentence, places)));
    }
}
