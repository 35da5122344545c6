using System.Globalization;

namespace TkpkPortal.Core.Common;

/// <summary>One business rule: a stable code (tests assert it) and the Indonesian sentence people read. The sentence may hold {0}-style places.</summary>
public sealed record Rule(string Code, string Sentence);

/// <summary>A rule refused the act. Nothing was changed. <see cref="Field"/> names the input the sentence belongs to, if one does.</summary>
public sealed class RuleBrokenException : Exception
{
    public RuleBrokenException(Rule rule, string? field = null, params object[] places)
        : base(string.Format(CultureInfo.InvariantCulture, rule.Sentence, places))
    {
        Rule = rule;
        Field = field;
    }

    public Rule Rule { get; }

    public string? Field { get; }
}

/// <summary>The record does not exist, or lies outside what the actor may see: the two are not told apart.</summary>
public sealed class RecordNotFoundException : Exception
{
    public RecordNotFoundException() : base("Data yang dicari tidak ada.")
    {
    }
}
