using TkpkPortal.TestSupport;

namespace TkpkPortal.Benchmarks;

/// <summary>What only the real process shows: how long it takes to start, and what it holds in memory.</summary>
internal sealed class ProcessMeasures(string home, ResultTable table)
{
    private const long MemoryGoal = 512L * 1024 * 1024;
    private const int LaterStarts = 3;

    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(20);

    public async Task RunAsync()
    {
        var port = ServeProcess.FreePort();
        await using (var first = await ServeProcess.StartAsync(home, port, demo: true))
            table.Add("Mulai pertama, dengan data contoh", ResultTable.Seconds(first.StartedIn), note: "dari proses dimulai sampai /masuk menjawab 200");

        var later = new List<double>();
        for (var i = 0; i < LaterStarts; i++)
            await using (var again = await ServeProcess.StartAsync(home, port, demo: true)) later.Add(again.StartedIn.TotalSeconds);
        table.Add("Mulai berikutnya", ResultTable.Seconds(TimeSpan.FromSeconds(ResultTable.Median(later))), note: FormattableString.Invariant($"median {LaterStarts} kali"));

        await using var portal = await ServeProcess.StartAsync(home, port, demo: true);
        await MeasureMemoryAsync(portal);
    }

    private async Task MeasureMemoryAsync(ServeProcess portal)
    {
        var password = (await File.ReadAllTextAsync(Path.Combine(home, "demo-password.txt"))).Trim();
        using var leader = await Visitor.SignInAsync(portal.Address, "pimpinan", password);
        using var secretariat = await Visitor.SignInAsync(portal.Address, "sekretariat", password);
        for (var i = 0; i < 10; i++)
        {
            foreach (var path in new[] { "/", "/statistik", "/rakor", "/keluarga-per-desa" }) await leader.GetAsync(path);
            foreach (var path in new[] { "/", "/keluarga", "/program", "/opd", "/wilayah", "/tindak-lanjut" }) await secretariat.GetAsync(path);
        }

        await Task.Delay(Settle);
        var (own, database) = (ProcessTree.Pss([portal.Id]), ProcessTree.Pss(ProcessTree.Of(portal.ServerId!.Value)));
        table.Add(
            "Memori diam, portal + PostgreSQL (PSS)", ResultTable.Megabytes(own + database), "", "", "<= 512 MB", own + database <= MemoryGoal,
            $"portal {ResultTable.Megabytes(own)}, PostgreSQL {ResultTable.Megabytes(database)}, Chromium belum berjalan");

        var peak = await ChromiumPeakAsync(portal, secretariat);
        table.Add("Puncak Chromium dan penggeraknya (PSS)", ResultTable.Megabytes(peak), note: "mencetak Laporan Tingkat Kemiskinan; ditutup setelah lima menit tanpa cetakan");
    }

    /// <summary>Everything the portal started, Chromium with its driver, while it prints.</summary>
    private static async Task<long> ChromiumPeakAsync(ServeProcess portal, Visitor visitor)
    {
        var printing = PrintAsync();
        var peak = 0L;
        while (!printing.IsCompleted)
        {
            peak = Math.Max(peak, ProcessTree.Pss(ProcessTree.Of(portal.Id).Where(id => id != portal.Id)));
            await Task.Delay(20);
        }

        await printing;
        return peak;

        async Task PrintAsync()
        {
            for (var i = 0; i < 5; i++) await visitor.GetAsync("/laporan/tingkat-kemiskinan.pdf");
        }
    }
}
