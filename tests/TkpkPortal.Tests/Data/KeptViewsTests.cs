using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Data;

public sealed class KeptViewsTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new(2026, 3, 12, 2, 0, 0, TimeSpan.Zero));
    private Portal _portal = null!;
    private KeptViews _kept = null!;
    private int _read;

    public async Task InitializeAsync()
    {
        _portal = await Portal.StartAsync();
        _kept = new(_portal.Database, _time);
    }

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_view_is_read_once_while_nothing_is_written()
    {
        Assert.Equal((1, 1), (await ViewAsync("a"), await ViewAsync("a")));
        Assert.Equal(2, await ViewAsync("b"));
    }

    [Fact]
    public async Task A_save_makes_the_next_reader_read_anew()
    {
        await ViewAsync("a");
        await _portal.Make.AgencyAsync();

        Assert.Equal(2, await ViewAsync("a"));
    }

    [Fact]
    public async Task What_was_read_before_a_commit_is_not_kept_after_it()
    {
        await using var db = _portal.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Agencies.Add(new(new("Dinas Terlambat", "Dinlambat", "Kepala Dinas Terlambat")));
        await db.SaveChangesAsync();
        Assert.Equal(1, await ViewAsync("a"));
        await transaction.CommitAsync();

        Assert.Equal(2, await ViewAsync("a"));
    }

    [Fact]
    public async Task What_was_read_while_somebody_saved_is_not_kept()
    {
        await _kept.GetAsync("a", async () =>
        {
            await _portal.Make.AgencyAsync();
            return ++_read;
        });

        Assert.Equal(2, await ViewAsync("a"));
    }

    [Fact]
    public async Task A_view_is_read_anew_after_some_seconds_because_another_process_may_have_written()
    {
        await ViewAsync("a");
        _time.Advance(TimeSpan.FromSeconds(16));

        Assert.Equal(2, await ViewAsync("a"));
    }

    [Fact]
    public async Task The_dashboard_shows_a_saved_budget_at_the_next_request()
    {
        using var leader = await _portal.SignInAsync(Role.Leader);
        var before = await leader.GetAsync("/");
        var agency = await _portal.Make.AgencyAsync();
        var (year, _) = Core.Programs.BudgetSummaryQuery.LastEnded(_portal.Services.GetRequiredService<KabupatenClock>().Today);
        var program = await _portal.Make.ProgramAsync(agency.Id);
        await _portal.Make.BudgetLineAsync(program, year, 500_000_000m);
        var after = await leader.GetAsync("/");

        Assert.DoesNotContain("Rp500", before.Text, StringComparison.Ordinal);
        Assert.Contains("Rp500", after.Text, StringComparison.Ordinal);
    }

    private Task<int> ViewAsync(string key) => _kept.GetAsync(key, () => Task.FromResult(++_read));
}
