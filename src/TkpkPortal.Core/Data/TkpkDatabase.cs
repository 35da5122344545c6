using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Data;

/// <summary>Opens the database for an actor. One per process; contexts are made per request, verb or job.</summary>
public sealed class TkpkDatabase
{
    private readonly DbContextOptions<TkpkDbContext> _options;
    private long _changes;

    public TkpkDatabase(NpgsqlDataSource source, FieldCipher cipher, TimeProvider time)
    {
        Source = source;
        // Built once: what differs between requests, the actor and the trace, lies in the context.
        _options = new DbContextOptionsBuilder<TkpkDbContext>()
            .UseNpgsql(source)
            .UseSnakeCaseNamingConvention()
            .ReplaceService<IModelCacheKeyFactory, TkpkDbContext.ModelKey>()
            .AddInterceptors(
                new AuditInterceptor(cipher, time, context => (((TkpkDbContext)context).Actor, ((TkpkDbContext)context).Trace)),
                new ScopeGuard(),
                new ChangeWatch(this))
            .Options;
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>Grows with every write this process commits.</summary>
    public long Changes => Volatile.Read(ref _changes);

    public TkpkDbContext Open(Actor actor, RequestTrace? trace = null) => new(_options, actor, trace ?? new RequestTrace());

    internal void NoteChange() => Interlocked.Increment(ref _changes);
}
