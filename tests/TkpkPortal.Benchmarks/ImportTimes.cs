using System.Diagnostics;
using ExcelDataReader;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Imports.Reading;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Jobs;

namespace TkpkPortal.Benchmarks;

/// <summary>What an import did in the machine's own time: while a person decides, nothing is counted.</summary>
internal sealed record ImportRun(Guid BatchId, int Rows, TimeSpan Checked, TimeSpan Committed)
{
    public TimeSpan Machine => Checked + Committed;

    /// <summary>Processor time of the portal's process, the measuring reader included.</summary>
    public TimeSpan Own { get; init; }

    public TimeSpan Database { get; init; }

    public double RowsPerSecond => Rows / Machine.TotalSeconds;
}

/// <summary>Imports at full size, each against its reference of the same run.</summary>
internal sealed class ImportTimes(HostedPortal portal, BenchOptions options, ResultTable table, string folder)
{
    public async Task RunAsync()
    {
        ImportFiles files;
        await using (var db = portal.Open()) files = await ImportFiles.OfAsync(db);
        var held = await HouseholdsAsync();
        var (half, whole, read, again) = (Path.Combine(folder, "setengah.csv"), Path.Combine(folder, "penuh.csv"), Path.Combine(folder, "dibaca.csv"), options.ImportFamilies);
        files.WriteCsv(half, again / 2);
        files.WriteCsv(read, again / 2);
        var rows = files.WriteCsv(whole, again);

        var smaller = await ImportAsync(half);
        using var memory = new MemoryWatch();
        var full = await ImportAsync(whole);
        var growth = memory.Growth;
        Tell("Impor CSV", full, FormattableString.Invariant($"{rows} baris, {again} keluarga ke dalam {held}; baca dan periksa {full.Checked.TotalSeconds:0.0} s, simpan {full.Committed.TotalSeconds:0.0} s"));

        var reference = new CopyReference(portal, full.BatchId);
        var copied = await reference.RunAsync();
        var copyCpu = reference.Cpu;
        table.Add("R1: COPY biner baris yang sama", ResultTable.Seconds(copied), note: $"salinan kedua tabel dengan indeks {string.Join(", ", reference.Indexes)}");
        Judge("Impor CSV terhadap R1", copied / full.Machine, 0.5, atLeast: true, "regangan 0,80");
        table.Add(
            "Impor CSV terhadap R1, waktu prosesor", ratio: ResultTable.Times(copyCpu / (full.Own + full.Database)),
            note: FormattableString.Invariant($"impor {full.Own.TotalSeconds:0.0} s portal + {full.Database.TotalSeconds:0.0} s PostgreSQL, R1 {copyCpu.TotalSeconds:0.0} s; tidak bergantung pada beban mesin"));
        var exponent = Math.Log2(full.Machine / smaller.Machine) / Math.Log2((double)full.Rows / smaller.Rows);
        table.Add("Pangkat waktu terhadap besar berkas", ratio: ResultTable.Number(exponent), goal: "<= 1.1", met: exponent <= 1.1, note: FormattableString.Invariant($"{smaller.Rows} baris: {smaller.Machine.TotalSeconds:0.0} s"));
        table.Add("Memori bertambah selama impor", ResultTable.Megabytes(growth), goal: "<= 150 MB", met: growth <= 150L * 1024 * 1024, note: "puncak RSS prosesnya, portal dan pengukur sendiri");
        var (_, idle, busy) = await WithReaderAsync(() => ImportAsync(read));
        Judge("Daftar keluarga p95 selama impor terhadap diam", busy / idle, 3, atLeast: false, FormattableString.Invariant($"{idle:0.00} ms, {busy:0.00} ms"));
        await IdenticalAsync(whole, full);
        await WorkbookAsync(files, again / 4);
    }

    private async Task IdenticalAsync(string path, ImportRun first)
    {
        var before = await WrittenAsync();
        var run = await ImportAsync(path);
        var written = await WrittenAsync() - before;
        Tell("Berkas yang sama sekali lagi", run, "");
        Judge("Berkas yang sama: laju terhadap laju pertama", first.Machine / run.Machine, 1.5, atLeast: true, "");
        table.Add("Berkas yang sama: baris yang ditulis", FormattableString.Invariant($"{written}"), goal: "0", met: written == 0, note: "n_tup_ins + upd + del dari households, household_members, surveys, welfare_deciles");
    }

    private async Task WorkbookAsync(ImportFiles files, int families)
    {
        var path = Path.Combine(folder, "buku.xlsx");
        var rows = files.WriteWorkbook(path, families);
        var alone = Stopwatch.StartNew();
        await using (var content = File.OpenRead(path))
        {
            using var file = SourceFile.Open(content, "buku.xlsx");
            if (file.Rows().Count() != rows) throw new InvalidOperationException("The reader did not read every row.");
        }

        alone.Stop();
        var library = ReadWithLibrary(path, rows);
        var run = await ImportAsync(path);
        Tell("Impor XLSX", run, FormattableString.Invariant(
            $"{rows} baris; pembaca sendiri {alone.Elapsed.TotalSeconds:0.0} s, baca dan periksa {run.Checked.TotalSeconds:0.0} s, simpan {run.Committed.TotalSeconds:0.0} s"));
        Judge("Impor XLSX seluruhnya terhadap pembaca sendiri", alone.Elapsed / run.Machine, 0.8, atLeast: true, "membaca, memeriksa, menyandikan, dan menyimpan, terhadap membaca saja");
        table.Add(
            "Impor XLSX, hanya baca dan periksa, terhadap pembaca sendiri", ratio: ResultTable.Times(alone.Elapsed / run.Checked),
            note: "lembar yang sama; memuat pemeriksaan sel, penyandian, dan pencocokan dengan basis data, tanpa simpan");
        table.Add(
            "Impor XLSX seluruhnya terhadap ExcelDataReader sendiri", ratio: ResultTable.Times(library / run.Machine),
            note: FormattableString.Invariant($"pustaka yang lazim dipakai; membaca lembar yang sama {library.TotalSeconds:0.0} s"));
        var copied = await new CopyReference(portal, run.BatchId).RunAsync();
        table.Add(
            "COPY biner baris lembar itu terhadap pembaca sendiri", ratio: ResultTable.Times(alone.Elapsed / copied),
            note: FormattableString.Invariant($"{copied.TotalSeconds:0.0} s: menyimpan saja, tanpa membaca; batas atas bagi impor apa pun"));
    }

    private static TimeSpan ReadWithLibrary(string path, int rows)
    {
        var watch = Stopwatch.StartNew();
        using var reader = ExcelReaderFactory.CreateReader(File.OpenRead(path));
        var (read, filled) = (-1, 0);
        for (; reader.Read(); read++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetValue(column) is not null) filled++;
            }
        }

        return read == rows && filled > 0 ? watch.Elapsed : throw new InvalidOperationException("The library did not read every row.");
    }

    private async Task<ImportRun> ImportAsync(string path)
    {
        var id = await UploadAsync(path);
        var before = portal.Cpu;
        var watch = Stopwatch.StartNew();
        var preview = await SettledAsync(id);
        var read = watch.Elapsed;
        if (preview.State != ImportState.Preview) throw new InvalidOperationException($"{path}: {preview.State}, {preview.Refusal}");
        if (preview.NewRecords + preview.ChangedRecords == 0) return new(id, preview.Rows, read, TimeSpan.Zero);
        await InScopeAsync<CommitImport, bool>(async commit =>
        {
            await commit.RunAsync(id, CancellationToken.None);
            return true;
        });
        watch.Restart();
        var end = await SettledAsync(id);
        var (own, database) = portal.Cpu;
        return end.State == ImportState.Committed ? new(id, end.Rows, read, watch.Elapsed) { Own = own - before.Own, Database = database - before.Database } : throw new InvalidOperationException($"{path}: {end.State}, {end.Refusal}");
    }

    private async Task<Guid> UploadAsync(string path)
    {
        await using var content = File.OpenRead(path);
        return await InScopeAsync<UploadImport, Guid>(upload => upload.RunAsync(
            content, Path.GetFileName(path), ImportFormat.Template, new("Pengukuran", "Pengukuran", "Pengukuran", "1", null), CancellationToken.None));
    }

    private async Task<TResult> InScopeAsync<TUseCase, TResult>(Func<TUseCase, Task<TResult>> act)
        where TUseCase : notnull
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System("Pengukuran");
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    private async Task<ImportBatch> SettledAsync(Guid id)
    {
        portal.Services.GetRequiredService<ImportJobs>().Start(id);
        await using var db = portal.Open();
        while (true)
        {
            var batch = await db.ImportBatches.AsNoTracking().SingleAsync(b => b.Id == id);
            if (!batch.Working && batch.LeasedUntil is null) return batch;
            await Task.Delay(20);
        }
    }

    /// <summary>p95 of the family list before, and while the import runs.</summary>
    private async Task<(ImportRun Run, double Idle, double Busy)> WithReaderAsync(Func<Task<ImportRun>> act)
    {
        using var visitor = await portal.SignInAsync("sekretariat");
        var page = new TimedPage("", "/keluarga", visitor) { BeforeEach = () => portal.NoteChange() };
        await page.WarmUpAsync(options.Requests / 2);
        page.BeginRound();
        await page.TimeAsync(options.Requests);
        var idle = page.Last(0.95);
        page.BeginRound();
        var running = act();
        while (!running.IsCompleted)
        {
            await page.TimeAsync(1);
            await Task.Delay(100);
        }

        return (await running, idle, page.Last(0.95));
    }

    private async Task<int> HouseholdsAsync()
    {
        await using var db = portal.Open();
        return await db.VillageTallies.SumAsync(t => t.Households);
    }

    /// <summary>Backends tell their counts a second after they have come to rest.</summary>
    private async Task<long> WrittenAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(3));
        await using var db = portal.Open();
        return await db.Database.SqlQuery<long>(
            $"""
            select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint as "Value" from pg_stat_user_tables
            where relname in ('households', 'household_members', 'surveys', 'welfare_deciles')
            """).SingleAsync();
    }

    private void Tell(string name, ImportRun run, string note) =>
        table.Add(name, FormattableString.Invariant($"{run.RowsPerSecond:0} baris/s"), note: FormattableString.Invariant($"{run.Machine.TotalSeconds:0.0} s. {note}"));

    private void Judge(string name, double ratio, double limit, bool atLeast, string note) => table.Add(
        name, ratio: ResultTable.Times(ratio), goal: FormattableString.Invariant($"{(atLeast ? ">=" : "<=")} {limit}x"), met: atLeast ? ratio >= limit : ratio <= limit, note: note);
}
