using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Benchmarks;

/// <summary>One client, every page in turn in short blocks, so that whatever else the machine does meets R0 and the pages alike.</summary>
internal sealed class PageTimes(HostedPortal portal, BenchOptions options, ResultTable table)
{
    private const int Block = 20;
    private const double Goal = 3;

    public async Task RunAsync()
    {
        var meeting = await FullestMeetingAsync();
        (string Name, string Path, string User)[] wanted =
        [
            ("R0: halaman acuan", "/r0", "pimpinan"),
            ("Dasbor (pimpinan)", "/", "pimpinan"),
            ("Daftar keluarga (sekretariat)", "/keluarga", "sekretariat"),
            ("Daftar keluarga (desa)", "/keluarga", "desa"),
            ("Daftar program (sekretariat)", "/program", "sekretariat"),
            ("Statistik (pimpinan)", "/statistik", "pimpinan"),
            ("Rakor (sekretariat)", $"/rakor/{meeting}", "sekretariat"),
        ];
        var visitors = new Dictionary<string, Visitor>();
        foreach (var user in wanted.Select(w => w.User).Distinct()) visitors[user] = await portal.SignInAsync(user);
        var pages = wanted.Select(w => new Page(w.Name, w.Path, visitors[w.User])).ToList();
        foreach (var page in pages) await page.WarmUpAsync(options.Requests);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var page in pages) page.BeginRound();
            for (var done = 0; done < options.Requests; done += Block)
                foreach (var page in pages)
                    await page.TimeAsync(Block);
        }

        foreach (var page in pages) Tell(page, pages[0], await CommandsAsync(page));
        foreach (var visitor in visitors.Values) visitor.Dispose();
    }

    private void Tell(Page page, Page reference, int commands)
    {
        var p50 = page.Median(0.5);
        var ratios = page.Rounds.Zip(reference.Rounds, (own, r0) => ResultTable.Percentile(own, 0.5) / ResultTable.Percentile(r0, 0.5));
        var ratio = ResultTable.Median(ratios);
        var isReference = page == reference;
        table.Add(
            page.Name, ResultTable.Milliseconds(p50), ResultTable.Milliseconds(page.Median(0.95)), ResultTable.Times(ratio),
            isReference ? "" : "p50 <= 3x", isReference ? null : ratio <= Goal, FormattableString.Invariant($"{commands} perintah SQL, {page.Size / 1024.0:0.0} kB"));
    }

    /// <summary>SQL commands of one request, sign-in and scope included, as Npgsql reports them.</summary>
    private static async Task<int> CommandsAsync(Page page)
    {
        var commands = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.query.text") is not null || activity.GetTagItem("db.statement") is not null) Interlocked.Increment(ref commands);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await page.TimeAsync(1);
        return commands;
    }

    private async Task<Guid> FullestMeetingAsync()
    {
        await using var db = portal.Services.GetRequiredService<TkpkDatabase>().Open(Actor.System("Pengukuran"));
        return await db.Meetings.OrderByDescending(m => m.Decisions.Count + m.Agenda.Count).ThenBy(m => m.Date).Select(m => m.Id).FirstAsync();
    }

    private sealed class Page(string name, string path, Visitor visitor)
    {
        public string Name => name;

        public int Size { get; private set; }

        public List<List<double>> Rounds { get; } = [];

        public void BeginRound() => Rounds.Add([]);

        public async Task WarmUpAsync(int requests)
        {
            for (var i = 0; i < requests; i++) Size = (await visitor.GetAsync(path)).Length;
        }

        public async Task TimeAsync(int requests)
        {
            for (var i = 0; i < requests; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await visitor.GetAsync(path);
                Rounds[^1].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        /// <summary>The median over the rounds of a percentile within each.</summary>
        public double Median(double part) => ResultTable.Median(Rounds.Select(r => ResultTable.Percentile(r, part)));
    }
}
