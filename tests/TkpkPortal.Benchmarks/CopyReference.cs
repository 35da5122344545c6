using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Benchmarks;

/// <summary>R1: the rows an import left, copied in binary into copies of both tables that hold what the tables held before, under the same indexes. Nothing is read, checked or encrypted.</summary>
internal sealed class CopyReference(HostedPortal portal, Guid batchId)
{
    private const int Batch = 2000;

    /// <summary>Names of the copies' indexes.</summary>
    public IReadOnlyList<string> Indexes { get; private set; } = [];

    /// <summary>Processor time of this process and of PostgreSQL.</summary>
    public TimeSpan Cpu { get; private set; }

    public async Task<TimeSpan> RunAsync()
    {
        await using var db = portal.Open();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(20));
        await db.Database.ExecuteSqlAsync(
            $"""
            create table r1_households (like households including all);
            create table r1_household_members (like household_members including all);
            """);
        try
        {
            await db.Database.ExecuteSqlAsync($"insert into r1_households select * from households where origin_batch_id is distinct from {batchId}");
            await db.Database.ExecuteSqlAsync($"insert into r1_household_members select m.* from household_members m join households h on h.id = m.household_id where h.origin_batch_id is distinct from {batchId}");
            await db.Database.ExecuteSqlAsync($"analyze r1_households, r1_household_members");
            Indexes = await db.Database.SqlQuery<string>($"select indexname as \"Value\" from pg_indexes where tablename in ('households', 'household_members') order by tablename, indexname").ToListAsync();
            var households = await db.Households.AsNoTracking().Where(h => h.OriginBatchId == batchId).ToListAsync();
            var members = await db.HouseholdMembers.AsNoTracking().Where(m => m.Household.OriginBatchId == batchId).ToListAsync();
            return await CopyAsync(db, households, members.ToLookup(m => m.HouseholdId));
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"drop table r1_household_members, r1_households");
        }
    }

    /// <summary>In transactions of as many families as the import's own, so that both wait for the disk as often.</summary>
    private async Task<TimeSpan> CopyAsync(TkpkDbContext db, List<Household> households, ILookup<Guid, HouseholdMember> members)
    {
        var (families, people) = (new BulkCopy<Household>(db.Model, "r1_households"), new BulkCopy<HouseholdMember>(db.Model, "r1_household_members"));
        await db.Database.OpenConnectionAsync();
        var before = portal.Cpu;
        var watch = Stopwatch.StartNew();
        foreach (var some in households.Chunk(Batch))
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await families.WriteAsync(db, some, CancellationToken.None);
            await people.WriteAsync(db, [.. some.SelectMany(h => members[h.Id])], CancellationToken.None);
            await transaction.CommitAsync();
        }

        watch.Stop();
        var (own, database) = portal.Cpu;
        Cpu = own - before.Own + database - before.Database;
        return watch.Elapsed;
    }
}
