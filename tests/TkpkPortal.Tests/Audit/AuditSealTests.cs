using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Audit;

/// <summary>The chain over the trail notices whatever is done to a row behind the portal's back.</summary>
public sealed class AuditSealTests
{
    [Fact]
    public async Task Every_column_but_the_seal_is_sealed()
    {
        await using var db = (await Portal.SharedAsync()).Open();
        var columns = db.Model.FindEntityType(typeof(AuditEntry))!.GetProperties().Select(p => p.GetColumnName()).Where(c => c != "seal");

        Assert.Equal(columns.Order(StringComparer.Ordinal), AuditSeal.Columns.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("update audit_entries set actor_name = 'Orang Lain' where sequence = (select min(sequence) + 5 from audit_entries)", 5)]
    [InlineData("update audit_entries set at = at + interval '1 microsecond' where sequence = (select min(sequence) + 5 from audit_entries)", 5)]
    [InlineData("update audit_entries set sealed_changes = null where sequence = (select min(sequence) + 5 from audit_entries)", 5)]
    [InlineData("update audit_entries set reason = '' where sequence = (select min(sequence) + 5 from audit_entries) and reason is null", 5)]
    [InlineData("delete from audit_entries where sequence = (select min(sequence) + 5 from audit_entries)", 6)]
    [InlineData("delete from audit_entries where sequence = (select min(sequence) from audit_entries)", 1)]
    [InlineData("update audit_entries set seal = null where sequence = (select min(sequence) + 5 from audit_entries)", 5)]
    public async Task A_changed_or_removed_row_is_found(string tampering, int badAfterFirst)
    {
        await using var portal = await SealedPortalAsync(12);
        var first = await FirstAsync(portal);
        Assert.Null((await VerifyAsync(portal)).BadSequence);

        Assert.Equal(1, await ExecuteAsync(portal, tampering));

        Assert.Equal(first + badAfterFirst, (await VerifyAsync(portal)).BadSequence);
    }

    [Fact]
    public async Task Two_swapped_rows_are_found()
    {
        await using var portal = await SealedPortalAsync(12);
        var first = await FirstAsync(portal);

        // Contents change places, seals and numbers stay.
        await ExecuteAsync(portal, """
            with pair as (select id, subject_name, sequence, lead(subject_name) over (order by sequence) as next, lag(subject_name) over (order by sequence) as before
                          from audit_entries where sequence in ((select min(sequence) + 3 from audit_entries), (select min(sequence) + 4 from audit_entries)))
            update audit_entries a set subject_name = coalesce(pair.next, pair.before) from pair where pair.id = a.id
            """);

        Assert.Equal(first + 3, (await VerifyAsync(portal)).BadSequence);
    }

    [Fact]
    public async Task A_cut_tail_shows_only_against_the_head_noted_earlier()
    {
        await using var portal = await SealedPortalAsync(8);
        var noted = await VerifyAsync(portal);
        await ExecuteAsync(portal, "delete from audit_entries where sequence > (select max(sequence) - 3 from audit_entries)");

        var after = await VerifyAsync(portal);

        Assert.Null(after.BadSequence);
        Assert.True(after.HeadSequence < noted.HeadSequence);
        Assert.NotEqual(noted.Head, after.Head);
    }

    [Fact]
    public async Task A_row_slipped_in_below_the_head_is_found()
    {
        await using var portal = await SealedPortalAsync(8);
        await ExecuteAsync(portal, "delete from audit_entries where sequence = (select max(sequence) - 2 from audit_entries)");
        await ExecuteAsync(portal, """
            insert into audit_entries (id, sequence, at, actor_name, actor_role, action, subject, subject_name) overriding system value
            select gen_random_uuid(), max(sequence) - 2, now(), 'Penyusup', '', 'Read', 'Household', '' from audit_entries
            """);

        Assert.Equal(0, await SealAsync(portal));
        var found = await VerifyAsync(portal);
        Assert.Equal(found.HeadSequence + 1, found.BadSequence);
    }

    [Fact]
    public async Task Another_key_does_not_fit()
    {
        await using var portal = await SealedPortalAsync(3);

        var other = await new VerifyAuditTrail(portal.Database, Keyring.Generate(), Actor.System("Uji")).RunAsync(default);

        Assert.NotNull(other.BadSequence);
    }

    [Fact]
    public async Task Twenty_parallel_writers_and_two_sealers_make_one_whole_chain()
    {
        await using var portal = await Portal.StartAsync();
        using var stop = new CancellationTokenSource();
        var sealers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested) await SealAsync(portal);
        })).ToArray();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++) await WriteAsync(portal, 2, rollback: (writer + i) % 5 == 0);
        })));
        await stop.CancelAsync();
        await Task.WhenAll(sealers);
        await SealAsync(portal);

        var found = await VerifyAsync(portal);
        Assert.Null(found.BadSequence);
        Assert.Equal(0, found.Waiting);
        Assert.True(found.Checked >= 20 * 15 * 2 * 4 / 5);
    }

    [Fact]
    public async Task A_row_with_an_earlier_number_that_commits_late_still_finds_its_place()
    {
        await using var portal = await SealedPortalAsync(2);
        await using var late = portal.Open();
        await using var transaction = await late.Database.BeginTransactionAsync();
        late.Agencies.Add(new(new(Builders.Unique("Dinas Lambat"), "DL", "Kepala")));
        await late.SaveChangesAsync();
        await WriteAsync(portal, 3);

        // The later rows are committed, the earlier number is still open: nothing may be sealed past it.
        Assert.Equal(0, await SealAsync(portal));
        Assert.Equal(3, (await VerifyAsync(portal)).Waiting);

        await transaction.CommitAsync();
        Assert.Equal(4, await SealAsync(portal));
        Assert.Null((await VerifyAsync(portal)).BadSequence);
    }

    [Fact]
    public async Task The_trail_is_append_only_in_code()
    {
        await using var portal = await SealedPortalAsync(1);
        await using var db = portal.Open();
        db.AuditEntries.Remove(await db.AuditEntries.FirstAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task The_portal_seals_by_itself_within_seconds()
    {
        await using var portal = await Portal.StartAsync();
        await WriteAsync(portal, 1);
        await using var db = portal.Open();
        for (var i = 0; i < 100 && await db.AuditEntries.AnyAsync(a => a.Seal == null); i++) await Task.Delay(100);

        Assert.False(await db.AuditEntries.AnyAsync(a => a.Seal == null));
    }

    private static async Task<Portal> SealedPortalAsync(int rows)
    {
        var portal = await Portal.StartAsync(app => app.Services.Remove(app.Services.Single(s => s.ImplementationType == typeof(Web.Setup.AuditSealing))));
        await WriteAsync(portal, rows);
        Assert.True(await SealAsync(portal) >= rows);
        return portal;
    }

    private static async Task WriteAsync(Portal portal, int rows, bool rollback = false)
    {
        await using var db = portal.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        for (var i = 0; i < rows; i++) db.Agencies.Add(new(new(Builders.Unique("Dinas Segel"), "DS", "Kepala")));
        await db.SaveChangesAsync();
        if (rollback) await transaction.RollbackAsync();
        else await transaction.CommitAsync();
    }

    private static async Task<int> SealAsync(Portal portal) => await new SealAuditTrail(portal.Database, portal.Services.GetRequiredService<Keyring>()).RunAsync(default);

    private static Task<AuditVerification> VerifyAsync(Portal portal) =>
        new VerifyAuditTrail(portal.Database, portal.Services.GetRequiredService<Keyring>(), Actor.System("Uji")).RunAsync(default);

    private static async Task<long> FirstAsync(Portal portal)
    {
        await using var db = portal.Open();
        return await db.AuditEntries.MinAsync(a => a.Sequence);
    }

    private static async Task<int> ExecuteAsync(Portal portal, string sql)
    {
        await using var source = NpgsqlDataSource.Create(portal.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }
}
