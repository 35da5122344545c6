using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Data;

public sealed class RecountTalliesTests(RecountTalliesTests.Filled filled) : IClassFixture<RecountTalliesTests.Filled>
{
    private Portal Portal => filled.Portal;

    [Fact]
    public async Task A_planted_difference_is_found_told_and_repaired()
    {
        await using (var db = Portal.Open())
        {
            await db.Database.ExecuteSqlAsync($"update village_tallies set members = members + 1 where (village_id, decile) = (select village_id, decile from village_tallies order by 1, 2 limit 1)");
            await db.Database.ExecuteSqlAsync($"delete from village_condition_tallies where (village_id, condition, decile) = (select village_id, condition, decile from village_condition_tallies order by 1, 2, 3 limit 1)");
        }

        var (found, warnings) = await RecountAsync();
        var (again, quiet) = await RecountAsync();

        Assert.Equal(2, found.Differences);
        Assert.Contains("2 places", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal(0, again.Differences);
        Assert.Empty(quiet);
        var told = await ToldAsync();
        Assert.Contains(told, t => t.StartsWith("Hitung ulang: 2 selisih di", StringComparison.Ordinal));
        Assert.StartsWith("Hitung ulang: tidak ada selisih", told[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_that_has_grown_old_gets_the_condition_and_the_counts_follow()
    {
        var village = (await VillagesAsync())[0];
        var family = await Portal.Make.HouseholdAsync(village);
        await using var db = Portal.Open();
        var before = await db.VillageConditionTallies.Where(t => t.VillageId == village && t.Condition == HouseholdConditions.ElderlyAlone).SumAsync(t => t.Households);
        var old = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-70);
        await db.Database.ExecuteSqlAsync($"update household_members set birth_date = {old} where household_id = {family}");

        var (report, _) = await RecountAsync();

        Assert.Equal(new(0, 1), report);
        Assert.True((await db.Households.AsNoTracking().SingleAsync(h => h.Id == family)).Conditions.HasFlag(HouseholdConditions.ElderlyAlone));
        Assert.Equal(before + 1, await db.VillageConditionTallies.Where(t => t.VillageId == village && t.Condition == HouseholdConditions.ElderlyAlone).SumAsync(t => t.Households));
        Assert.Equal(0, (await RecountAsync()).Report.Families);
    }

    [Fact]
    public async Task Forms_saved_during_the_recount_are_no_difference()
    {
        var villages = await VillagesAsync();
        var program = await Portal.Make.AssistanceAsync();
        using var done = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(async writer =>
        {
            for (var i = 0; !done.IsCancellationRequested; i++)
            {
                var family = await Portal.Make.HouseholdAsync(villages[(writer + i) % 3], i % 3);
                if (i % 2 == 0) await Portal.Make.EnrollAsync(family, program.Id);
            }
        }).ToList();

        for (var i = 0; i < 8; i++) Assert.Equal(0, (await RecountAsync()).Report.Differences);

        await done.CancelAsync();
        await Task.WhenAll(writers);
        Assert.Equal(0, (await RecountAsync()).Report.Differences);
    }

    [Fact]
    public async Task While_an_import_is_written_nothing_is_compared()
    {
        await using var portal = await DemoPortal.StartAsync(20, seed: 4);
        await using var own = portal.Open();
        var batch = new ImportBatch(
            ImportFormat.Template, new("Uji", "Uji", "Uji", "1", null), "uji.csv", null, DateTimeOffset.UtcNow);
        own.Add(batch);
        await own.SaveChangesAsync();
        await own.Database.ExecuteSqlAsync($"update import_batches set state = {nameof(ImportState.Committing)}");
        await own.Database.ExecuteSqlAsync($"update village_tallies set members = members + 1");

        var (busy, warnings) = await RecountAsync(portal);
        await own.Database.ExecuteSqlAsync($"update import_batches set state = {nameof(ImportState.Committed)}");
        var (after, _) = await RecountAsync(portal);

        Assert.Null(busy.Differences);
        Assert.Empty(warnings);
        Assert.True(after.Differences > 0);
    }

    [Fact]
    public async Task Who_does_not_see_everything_may_not_recount()
    {
        await using var db = Portal.Open(new Actor { Name = "Operator Desa", Reach = Reach.Villages, VillageIds = await VillagesAsync() });

        await Assert.ThrowsAsync<OutOfScopeException>(() => new RecountTallies(db, Trail(Portal), Portal.Services.GetRequiredService<KabupatenClock>(), new Warnings()).RunAsync(CancellationToken.None));
    }

    private Task<(RecountReport Report, List<string> Warnings)> RecountAsync() => RecountAsync(Portal);

    private static async Task<(RecountReport Report, List<string> Warnings)> RecountAsync(Portal portal)
    {
        await using var db = portal.Open();
        var warnings = new Warnings();
        var report = await new RecountTallies(db, Trail(portal), portal.Services.GetRequiredService<KabupatenClock>(), warnings).RunAsync(CancellationToken.None);
        return (report, warnings.Told);
    }

    private async Task<List<Guid>> VillagesAsync()
    {
        await using var db = Portal.Open();
        return await db.VillageTallies.Select(t => t.VillageId).Distinct().OrderBy(id => id).Take(3).ToListAsync();
    }

    private async Task<List<string>> ToldAsync()
    {
        await using var db = Portal.Open();
        return await db.AuditEntries.Where(a => a.Subject == nameof(VillageTally)).OrderBy(a => a.Sequence).Select(a => a.SubjectName).ToListAsync();
    }

    private static AuditTrail Trail(Portal portal) => new(portal.Cipher, TimeProvider.System, new RequestTrace());

    private sealed class Warnings : ILogger<RecountTallies>
    {
        public List<string> Told { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel == LogLevel.Warning) Told.Add(formatter(state, exception));
        }
    }

    public sealed class Filled : IAsyncLifetime
    {
        public Portal Portal { get; private set; } = null!;

        public async Task InitializeAsync() => Portal = await DemoPortal.StartAsync(200, seed: 1);

        public async Task DisposeAsync() => await Portal.DisposeAsync();
    }
}
