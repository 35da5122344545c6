using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Faults;

namespace TkpkPortal.Tests.Imports;

/// <summary>A 200,000-row import whose portal, server or backend is killed at twenty points ends as one that nobody disturbed.</summary>
public sealed class KilledImportTests(FaultHome home) : IClassFixture<FaultHome>
{
    private const int Families = 50_000;
    private const int Members = 4;
    private const int Kills = 20;

    private static readonly TimeSpan GoesOnWithin = TimeSpan.FromSeconds(60);

    private readonly Random _random = new(7);
    private ServeProcess _portal = null!;
    private TkpkDatabase _database = null!;

    [Fact]
    public async Task Killed_twenty_times_it_goes_on_and_ends_the_same()
    {
        _portal = await home.StartAsync();
        string connection;
        await using (var postgres = await EmbeddedPostgres.StartAsync(home.Home, EmbeddedRole.Verb)) connection = postgres.ConnectionString;
        await using var source = NpgsqlDataSource.Create(connection);
        var cipher = new FieldCipher(Keyring.Load(Path.Combine(home.Home, "kunci.json"), create: false));
        _database = new(source, cipher, TimeProvider.System);
        var village = await VillageAsync();
        Guid batch;
        await using (var db = _database.Open(Actor.System("Uji")))
        {
            var clock = new KabupatenClock(TimeProvider.System, () => KabupatenClock.DefaultZone);
            await using var file = new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Lines(village).Prepend(Builders.TemplateHeader + "\n"))));
            batch = await new UploadImport(db, cipher, clock).RunAsync(file, "besar.csv", ImportFormat.Template, Builders.Origin(), CancellationToken.None);
        }

        try
        {
            await DisturbAsync(batch);
        }
        finally
        {
            await _portal.DisposeAsync();
        }

        _portal = await home.StartAsync();
        await using (_portal)
        {
            // Connections of the servers that were killed.
            source.Clear();
            Assert.Equal(Expected(cipher, village), await HeldAsync());
            await using var db = _database.Open(Actor.System("Uji"));
            Assert.Equal(Families, await db.ImportBatches.Where(b => b.Id == batch).Select(b => b.NewRecords).SingleAsync());
            Assert.Equal(Families, await db.ImportChunks.Where(c => c.BatchId == batch && c.MergedAt != null).SumAsync(c => c.NewRecords));
            Assert.Equal((Families, Families * Members), (await db.VillageTallies.SumAsync(t => t.Households), await db.VillageTallies.SumAsync(t => t.Members)));
            Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.Action == Core.Audit.AuditAction.Import));
        }
    }

    private async Task DisturbAsync(Guid batch)
    {
        for (var kills = 0; ;)
        {
            var seen = await ProgressAsync(batch, null);
            if (seen.State == ImportState.Preview)
            {
                await StepAsync(batch);
                continue;
            }

            if (seen.State == ImportState.Committed)
            {
                Assert.Equal(Kills, kills);
                return;
            }

            Assert.Contains(seen.State, new[] { ImportState.Uploaded, ImportState.Read, ImportState.Committing });
            // Each phase gets its share, or the reading, which begins anew, would take them all.
            var share = seen.State switch { ImportState.Uploaded => 3, ImportState.Read => 10, _ => Kills };
            if (kills >= share)
            {
                await ProgressAsync(batch, seen);
                continue;
            }

            await Task.Delay(_random.Next(20, 250));
            await KillAsync(kills++);
            await ProgressAsync(batch, seen);
        }
    }

    private async Task KillAsync(int number)
    {
        switch (number % 4)
        {
            case 0 or 2:
                await _portal.KillAsync();
                _portal = await home.StartAsync();
                break;
            case 1:
                await KillBackendAsync();
                break;
            default:
                Process.GetProcessById(_portal.ServerId!.Value).Kill();
                await _portal.KillAsync();
                _portal = await home.StartAsync();
                break;
        }
    }

    /// <summary>As the kernel does under memory pressure: PostgreSQL throws every session out and recovers.</summary>
    private async Task KillBackendAsync()
    {
        try
        {
            await using var command = _database.Source.CreateCommand("select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() order by xact_start nulls last limit 1");
            if (await command.ExecuteScalarAsync() is int pid) Process.GetProcessById(pid).Kill();
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException)
        {
            // Gone already.
        }
    }

    private sealed record Seen(ImportState State, int Done, long Fence);

    /// <summary>Where the batch is; with <paramref name="since"/>, as soon as it is further than then.</summary>
    private async Task<Seen> ProgressAsync(Guid batch, Seen? since)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await using var command = _database.Source.CreateCommand("select state, done, fence from import_batches where id = $1");
                command.Parameters.Add(new() { Value = batch });
                await using var reader = await command.ExecuteReaderAsync();
                await reader.ReadAsync();
                var now = new Seen(Enum.Parse<ImportState>(reader.GetString(0)), reader.GetInt32(1), reader.GetInt64(2));
                if (since is null || now.State != since.State || now.Done > since.Done || (now.Fence > since.Fence && now.Done > 0)) return now;
            }
            catch (NpgsqlException)
            {
                NpgsqlConnection.ClearAllPools();
            }

            if (watch.Elapsed > GoesOnWithin) throw new TimeoutException($"The import stands still since {since}: {_portal.Output}");
            await Task.Delay(30);
        }
    }

    private async Task StepAsync(Guid batch)
    {
        await using var db = _database.Open(Actor.System("Uji"));
        (await db.ImportBatches.SingleAsync(b => b.Id == batch)).Commit(Builders.Today);
        await db.SaveChangesAsync();
    }

    private async Task<string> VillageAsync()
    {
        await using var db = _database.Open(Actor.System("Uji"));
        Area Add(string code, string name, Guid? parent)
        {
            Assert.True(AreaCode.TryParse(code, out var parsed));
            return db.Areas.Add(new(parsed, name, parent)).Entity;
        }

        var nation = await db.Areas.SingleAsync(a => a.Level == AreaLevel.Nation);
        var regency = Add("99.01", "Kabupaten Uji", Add("99", "Provinsi Uji", nation.Id).Id);
        var village = Add("99.01.01.2001", "Desa Uji", Add("99.01.01", "Kecamatan Uji", regency.Id).Id);
        await db.SaveChangesAsync();
        return village.Code;
    }

    private static string Card(int family) => string.Create(CultureInfo.InvariantCulture, $"9901{family:00000000}0001");

    private static string Nik(int family, int member) => string.Create(CultureInfo.InvariantCulture, $"9901{(family % 40) + 10:00}{(member % 9) + 10:00}0180{(family / 40) + 1:0000}");

    private static IEnumerable<string> Lines(string village)
    {
        // Members of one family lie far apart.
        for (var member = 0; member < Members; member++)
        {
            for (var family = 0; family < Families; family++)
                yield return Builders.Row(village, Card(family), $"Warga {family} {member}", Nik(family, member), member == 0 ? "Kepala keluarga" : "Anak", birth: $"1980-01-{10 + member:00}") + "\n";
        }
    }

    private static string Expected(FieldCipher cipher, string village)
    {
        var lines = new List<string>(Families * Members);
        for (var family = 0; family < Families; family++)
        {
            var card = Convert.ToHexStringLower(cipher.Digest(Card(family)));
            for (var member = 0; member < Members; member++)
                lines.Add($"{village}|{card}|Warga {family} 0|{Members}|{Convert.ToHexStringLower(cipher.Digest(Nik(family, member)))}|Warga {family} {member}|{(member == 0 ? "Head" : "Child")}|1980-01-{10 + member:00}");
        }

        return Sum(lines);
    }

    private async Task<string> HeldAsync()
    {
        var lines = new List<string>(Families * Members);
        await using var command = _database.Source.CreateCommand(
            """
            select concat_ws('|', v.code, encode(h.card_number_digest, 'hex'), h.head_name, h.member_count, encode(m.nik_digest, 'hex'), m.name, m.relation, to_char(m.birth_date, 'YYYY-MM-DD'))
            from households h join household_members m on m.household_id = h.id join areas v on v.id = h.village_id
            """);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return Sum(lines);
    }

    private static string Sum(List<string> lines)
    {
        lines.Sort(StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines) hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
        return $"{lines.Count} {Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
