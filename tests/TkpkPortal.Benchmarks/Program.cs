using System.Globalization;
using TkpkPortal.Benchmarks;

BenchOptions options;
try
{
    options = BenchOptions.Read(args);
}
catch (ArgumentException misuse)
{
    await Console.Error.WriteLineAsync(misuse.Message);
    return 2;
}

// The server's account must pass through to its folder when root runs this.
var folder = options.Home is { } home ? Directory.CreateDirectory(home).FullName : Directory.CreateTempSubdirectory("tkpk-ukur-").FullName;
File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
var table = new ResultTable();
var loads = new List<string> { Load() };
try
{
    if (options.Wants("halaman") || options.Wants("cetak"))
    {
        await using var portal = await HostedPortal.StartAsync(Path.Combine(folder, "halaman"));
        Tell($"Membuat data contoh: {options.Families} keluarga.");
        var demo = await portal.FillAsync(options.Families);
        if (options.Wants("halaman"))
        {
            Tell($"Mengukur halaman: {options.Rounds} x {options.Requests} permintaan.");
            await new PageTimes(portal, options, table).RunAsync();
            loads.Add(Load());
        }

        if (options.Wants("cetak"))
        {
            Tell("Mengukur cetakan PDF.");
            await new PaperTimes(portal, table).RunAsync();
            loads.Add(Load());
        }

        if (demo is not null) table.Add("Pembuatan data contoh", FormattableString.Invariant($"{demo.RowsPerSecond:0} baris/s"), note: FormattableString.Invariant($"{demo.Rows} baris, {demo.Families} keluarga, seluruhnya {demo.Elapsed.TotalSeconds:0.0} s"));
    }

    if (options.Wants("proses"))
    {
        Tell("Mengukur memulai dan memori.");
        await new ProcessMeasures(Path.Combine(folder, "proses"), table).RunAsync();
        loads.Add(Load());
    }
}
finally
{
    if (options.Home is null) Directory.Delete(folder, recursive: true);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} inti, beban mesin (1 menit) {string.Join(" / ", loads)}, {options.Families} keluarga, {options.Rounds} putaran x {options.Requests} permintaan, satu klien"));
table.Print(Console.Out);
return 0;

static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

static void Tell(string line) => Console.Error.WriteLine(line);
