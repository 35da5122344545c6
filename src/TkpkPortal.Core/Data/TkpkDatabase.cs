using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Data;

/// <summary>Opens the database for an actor. One per process; contexts are made per request, verb or job.</summary>
public sealed class TkpkDatabase(NpgsqlDataSource source, FieldCipher cipher, TimeProvider time)
{
    public NpgsqlDataSource Source { get; } = source;

    public TkpkDbContext Open(Actor actor, RequestTrace? trace = null)
    {
        var options = new DbContextOptionsBuilder<TkpkDbContext>()
            .UseNpgsql(Source)
            .UseSnakeCaseNamingConvention()
            .ReplaceService<IModelCacheKeyFactory, TkpkDbContext.ModelKey>()
            .AddInterceptors(
                new AuditInterceptor(cipher, time, trace ?? new RequestTrace(), context => ((TkpkDbContext)context).Actor),
                new ScopeGuard())
            .Options;
        return new(options, actor);
    }
}
