using System.Collections.Concurrent;

namespace TkpkPortal.Core.Data;

/// <summary>
/// Views that many readers ask for, kept in memory until this process writes anything, and for seconds at most, because another
/// process (an import from the command line) may write too. A saved change shows at once; nobody waits for a limit to pass.
/// </summary>
/// <remarks>The key must hold everything the view depends on; above all whose rows it may show.</remarks>
public sealed class KeptViews(TkpkDatabase database, TimeProvider time)
{
    private const int Most = 500;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<object, Kept> _views = new();

    /// <summary>The kept view, or what <paramref name="read"/> finds now. Views are shared between readers: immutable records only.</summary>
    public async Task<T> GetAsync<T>(object key, Func<Task<T>> read)
    {
        // Taken before reading: a write meanwhile makes what is read now count as old.
        var (changes, now) = (database.Changes, time.GetUtcNow());
        if (_views.TryGetValue(key, out var kept) && kept.Changes == changes && now - kept.ReadAt < Longest && now >= kept.ReadAt) return (T)kept.View!;
        var view = await read();
        if (_views.Count >= Most) _views.Clear();
        _views[key] = new(view, changes, now);
        return view;
    }

    private sealed record Kept(object? View, long Changes, DateTimeOffset ReadAt);
}
