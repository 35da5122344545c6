namespace TkpkPortal.Core.Common;

/// <summary>One page of a list too long for page numbers. <see cref="Next"/> and <see cref="Previous"/> are ids of rows to go on from; an id tells nothing about a person.</summary>
public sealed record KeysetList<T>(IReadOnlyList<T> Items, int Total, bool TotalIsCapped, Guid? Previous, Guid? Next);

/// <summary>Where a page begins: after a row, before a row, or at the start.</summary>
public sealed record KeysetPosition(Guid? After, Guid? Before)
{
    public bool Backwards => After is null && Before is not null;

    public Guid? Anchor => After ?? Before;

    /// <summary>One row more than a page was read; it only tells that there is another page.</summary>
    public KeysetList<T> Cut<T>(List<T> rows, int size, int total, bool capped, Func<T, Guid> idOf)
    {
        var more = rows.Count > size;
        if (more) rows.RemoveAt(size);
        if (Backwards) rows.Reverse();
        if (rows.Count == 0) return new(rows, total, capped, null, null);
        var hasPrevious = Backwards ? more : After is not null;
        var hasNext = Backwards || more;
        return new(rows, total, capped, hasPrevious ? idOf(rows[0]) : null, hasNext ? idOf(rows[^1]) : null);
    }
}
