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
    if (options.Wants("halaman") || options.Wants("cetak") || options.Wants("data") || options.Wants("impor") || options.Wants("usulan"))
    {
        await using var portal = await HostedPortal.StartAsync(Path.Combine(folder, "halaman"));
        Tell($"Membuat data contoh: {options.Families} keluarga.");
        await new DemoMeasures(portal, options, table).RunAsync();
        if (options.Wants("halaman"))
        {
            await using var small = options.Families >= 100_000 ? await HostedPortal.StartAsync(Path.Combine(folder, "kecil")) : null;
            if (small is not null) await small.FillAsync(options.Families / 100);
            Tell($"Mengukur halaman: {options.Rounds} x {options.Requests} permintaan.");
            await new PageTimes(portal, small, options, table).RunAsync();
            loads.Add(Load());
        }

        if (options.Wants("data"))
        {
            Tell("Mengukur jumlah per desa.");
            await new TallyTimes(portal, table).RunAsync();
            loads.Add(Load());
        }

        if (options.Wants("impor"))
        {
            Tell($"Mengukur impor: {options.ImportFamilies} keluarga.");
            await new ImportTimes(portal, options, table, folder).RunAsync();
            loads.Add(Load());
        }

        if (options.Wants("usulan"))
        {
            Tell("Mengukur papan dan daftar usulan.");
            await new ProposalTimes(portal, options, table).RunAsync();
            Tell("Mengukur malam terakhir.");
            await new LastEvening(portal, table).RunAsync();
            loads.Add(Load());
        }

        if (options.Wants("cetak"))
        {
            Tell("Mengukur cetakan PDF.");
            await new PaperTimes(portal, table).RunAsync();
            loads.Add(Load());
        }
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
