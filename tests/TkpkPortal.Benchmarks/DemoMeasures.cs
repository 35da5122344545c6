using Microsoft.EntityFrameworkCore;

namespace TkpkPortal.Benchmarks;

/// <summary>Making the demo: how fast, in how much memory, and how varied its names are.</summary>
internal sealed class DemoMeasures(HostedPortal portal, BenchOptions options, ResultTable table)
{
    private const int LargeDemo = 600_000;

    public async Task RunAsync()
    {
        using var memory = new MemoryWatch();
        var demo = await portal.FillAsync(options.Families, options.Proposals);
        if (demo is null) return;
        var growth = memory.Growth;
        table.Add(
            "Pembuatan data contoh", FormattableString.Invariant($"{demo.RowsPerSecond:0} baris/s"),
            note: FormattableString.Invariant($"{demo.Rows} baris, {demo.Families} keluarga, {demo.Members} anggota, seluruhnya {demo.Elapsed.TotalSeconds:0.0} s, memori bertambah {growth / 1048576} MB"));
        await using var db = portal.Open();
        var names = await db.HouseholdMembers.Select(m => m.Name).Distinct().CountAsync();
        table.Add("Nama lengkap yang berbeda", FormattableString.Invariant($"{names}"), goal: options.Families >= LargeDemo ? ">= 300000" : "", met: options.Families >= LargeDemo ? names >= 300_000 : null);
    }
}
