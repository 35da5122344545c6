using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TkpkPortal.TestSupport;

/// <summary>The statements one context sends, in their order; other tests run beside it.</summary>
public sealed class CommandTexts : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly DbContext _context;
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ConcurrentQueue<IDisposable> _listening = new();

    public CommandTexts(DbContext context)
    {
        _context = context;
        _listening.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> All => [.. _texts];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _listening.Enqueue(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed && ReferenceEquals(executed.Context, _context)) _texts.Enqueue(executed.Command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var listening in _listening) listening.Dispose();
    }
}
