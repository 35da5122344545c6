namespace TkpkPortal.Benchmarks;

/// <summary>The cycle board and the work lists of each role, timed in turn with R0.</summary>
internal sealed class ProposalTimes(HostedPortal portal, BenchOptions options, ResultTable table)
{
    private const int Block = 5;
    private const double Goal = 3;

    private static readonly (string Name, string Path, string User)[] Judged =
    [
        ("Papan usulan (sekretariat)", "/usulan/papan", "sekretariat"),
        ("Papan usulan (pimpinan)", "/usulan/papan", "pimpinan"),
        ("Tugas usulan (desa)", "/usulan/tugas", "desa"),
        ("Tugas usulan (camat)", "/usulan/tugas", "camat"),
        ("Tugas usulan (Dinas Sosial)", "/usulan/tugas", "dinsos"),
        ("Tugas usulan (pendamping)", "/usulan/tugas", "pendamping"),
        ("Tugas usulan (sekretariat)", "/usulan/tugas", "sekretariat"),
        ("Daftar usulan (sekretariat)", "/usulan", "sekretariat"),
        ("Daftar usulan (desa)", "/usulan", "desa"),
    ];

    public async Task RunAsync()
    {
        var visitors = new Dictionary<string, Visitor>();
        foreach (var user in Judged.Select(j => j.User).Distinct()) visitors[user] = await portal.SignInAsync(user);
        var reference = new TimedPage("R0: halaman acuan (di antara halaman usulan)", "/r0", visitors["sekretariat"]);
        List<TimedPage> pages = [.. Judged.Select(j => new TimedPage(j.Name, j.Path, visitors[j.User]))];
        foreach (var page in pages.Prepend(reference)) await page.WarmUpAsync(options.Requests / 2);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var page in pages.Prepend(reference)) page.BeginRound();
            for (var done = 0; done < options.Requests; done += Block)
            {
                foreach (var page in pages.Prepend(reference)) await page.TimeAsync(Block);
            }
        }

        table.Add(reference.Name, ResultTable.Milliseconds(reference.Median(0.5)), ResultTable.Milliseconds(reference.Median(0.95)), ResultTable.Times(1));
        foreach (var page in pages)
        {
            var ratio = page.RatioTo(reference);
            table.Add(
                page.Name, ResultTable.Milliseconds(page.Median(0.5)), ResultTable.Milliseconds(page.Median(0.95)), ResultTable.Times(ratio), FormattableString.Invariant($"p50 <= {Goal}x R0"), ratio <= Goal,
                FormattableString.Invariant($"{await page.CommandsAsync()} perintah SQL, {page.Size / 1024.0:0.0} kB"));
        }

        foreach (var visitor in visitors.Values) visitor.Dispose();
    }
}
