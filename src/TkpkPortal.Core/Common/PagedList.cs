using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace TkpkPortal.Core.Common;

/// <summary>One page of a list. Totals are exact to <see cref="ExactLimit"/>, beyond that "lebih dari 1.000": counting 600,000 rows costs more than the page.</summary>
public sealed record PagedList<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total, bool TotalIsCapped)
{
    public const int ExactLimit = 1000;

    public int First => Items.Count == 0 ? 0 : ((Page - 1) * PageSize) + 1;

    public int Last => First == 0 ? 0 : First + Items.Count - 1;

    public bool HasPrevious => Page > 1;

    public bool HasNext => TotalIsCapped ? Items.Count == PageSize : Page * PageSize < Total;

    public int Pages => TotalIsCapped ? Page + 1 : Math.Max(1, (Total + PageSize - 1) / PageSize);
}

public static class Paging
{
    public const int DefaultSize = 25;

    /// <summary>For short lists. A list that can grow with the registry pages by key instead.</summary>
    public static async Task<PagedList<T>> ToPagedListAsync<T>(this IQueryable<T> ordered, int page, CancellationToken ct, int size = DefaultSize)
    {
        page = Math.Max(1, page);
        var total = await ordered.Take(PagedList<T>.ExactLimit + 1).CountAsync(ct);
        var items = await ordered.Skip((page - 1) * size).Take(size).ToListAsync(ct);
        return new(items, page, size, Math.Min(total, PagedList<T>.ExactLimit), total > PagedList<T>.ExactLimit);
    }

    /// <summary>
    /// Take, with its number in the statement's text. PostgreSQL guesses that a LIMIT it is only told at execution returns a tenth of all rows, finds a plan for that
    /// dear, and so plans every page anew: half a millisecond. Each number makes a statement of its own, so it must be a constant of the code.
    /// </summary>
    public static IQueryable<T> TakeFixed<T>(this IQueryable<T> rows, int count) => rows.Provider.CreateQuery<T>(Expression.Call(
        typeof(Queryable), nameof(Queryable.Take), [typeof(T)], rows.Expression, Expression.Call(typeof(EF), nameof(EF.Constant), [typeof(int)], Expression.Constant(count))));
}
