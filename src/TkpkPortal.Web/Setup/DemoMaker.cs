using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data.Demo;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Setup;

/// <summary>Makes the demo and tells how far it is.</summary>
internal static class DemoMaker
{
    public static async Task RunAsync(VerbContext context, IServiceProvider services, string home, int families, int seed, CancellationToken ct)
    {
        await context.Output.WriteLineAsync($"Membuat data contoh: {Indonesian.Count(families, "keluarga")}, benih {seed}.");
        var report = await VerbScope.AsSystemAsync(services, scoped => scoped.GetRequiredService<DemoSeed>()
            .RunAsync(new(families, seed, DemoPassword.ReadOrCreate(home)), new Progress(context.Output, families), ct));
        services.GetRequiredService<CurrentSettings>().Forget();
        await context.Output.WriteLineAsync(
            $"Data contoh selesai: {Indonesian.Count(report.Families, "keluarga")}, {Indonesian.Count(report.Members, "anggota")}, {Indonesian.Count(report.Enrollments, "kepesertaan program")} " +
            $"dalam {Indonesian.Number((decimal)report.Elapsed.TotalSeconds, 1)} detik ({Indonesian.Number((decimal)report.RowsPerSecond)} baris per detik).");
    }

    /// <summary>One line a tenth.</summary>
    private sealed class Progress(TextWriter output, int families) : IProgress<int>
    {
        private int _told;

        public void Report(int value)
        {
            var tenth = (int)(value * 10L / families);
            if (tenth <= _told || tenth == 10) return;
            _told = tenth;
            output.WriteLine($"  {Indonesian.Number(value)} dari {Indonesian.Count(families, "keluarga")}");
        }
    }
}
