using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class LeaseTests
{
    private static async Task<(Portal Portal, Guid Batch)> BatchAsync()
    {
        var portal = await Portal.StartAsync(builder =>
        {
            // Nobody but the test takes the batch.
            foreach (var service in builder.Services.Where(s => s.ImplementationType == typeof(Web.Jobs.ImportSweeper)).ToList()) builder.Services.Remove(service);
        });
        var village = await portal.Make.VillageAsync();
        return (portal, await portal.Make.UploadAsync(Builders.Template(Builders.Row(village.Code, Builders.CardNumber(), "Kepala Sewa", Builders.Nik()))));
    }

    [Fact]
    public async Task One_worker_at_a_time_and_a_late_one_writes_nothing()
    {
        var (portal, batch) = await BatchAsync();
        await using (portal)
        {
            var first = (await ImportLease.TakeAsync(portal.Database.Source, batch, CancellationToken.None))!;
            Assert.Null(await ImportLease.TakeAsync(portal.Database.Source, batch, CancellationToken.None));
            // The first is stopped for longer than its lease.
            await using (var db = portal.Open()) await db.Database.ExecuteSqlAsync($"update import_batches set leased_until = clock_timestamp() - interval '1 second' where id = {batch}");
            await using var second = (await ImportLease.TakeAsync(portal.Database.Source, batch, CancellationToken.None))!;
            Assert.True(second.Fence > first.Fence);
            await using var connection = await portal.Database.Source.OpenConnectionAsync();
            await Assert.ThrowsAsync<LeaseLostException>(() => first.HoldAsync(connection, CancellationToken.None));
            await second.HoldAsync(connection, CancellationToken.None);
            await first.DisposeAsync();
            Assert.NotNull((await portal.Make.BatchAsync(batch)).LeasedUntil);
        }
    }

    [Fact]
    public async Task Thirty_days_after_the_end_file_and_staged_rows_go()
    {
        var (portal, batch) = await BatchAsync();
        await using (portal)
        {
            await portal.Make.SettledAsync(batch);
            await portal.Make.StepAsync(batch, b => b.Commit(Builders.Today));
            await portal.Make.SettledAsync(batch);
            await using var db = portal.Open();
            Assert.Equal(0, await new ClearImports(db, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(29))).RunAsync(CancellationToken.None));
            Assert.True(await db.ImportFileParts.AnyAsync());
            Assert.Equal(1, await new ClearImports(db, new FakeTimeProvider(DateTimeOffset.UtcNow.AddDays(31))).RunAsync(CancellationToken.None));
            Assert.False(await db.ImportFileParts.AnyAsync());
            Assert.False(await db.ImportChunks.AnyAsync(c => c.SealedPlan != null));
            var cleared = await portal.Make.BatchAsync(batch);
            Assert.Equal((1, true), (cleared.NewRecords, cleared.ClearedAt is not null));
        }
    }

    [Fact]
    public async Task Nothing_personal_lies_in_the_queue()
    {
        var (portal, batch) = await BatchAsync();
        await using (portal)
        {
            await portal.Make.SettledAsync(batch);
            await using var command = portal.Database.Source.CreateCommand("select invocationdata::text || arguments::text from hangfire.job");
            await using var reader = await command.ExecuteReaderAsync();
            var jobs = new List<string>();
            while (await reader.ReadAsync()) jobs.Add(reader.GetString(0));
            Assert.NotEmpty(jobs);
            Assert.All(jobs.Where(j => j.Contains("ImportJobs", StringComparison.Ordinal)), job => Assert.Contains(batch.ToString(), job));
            Assert.DoesNotMatch(@"\d{16}", string.Concat(jobs));
        }
    }
}
