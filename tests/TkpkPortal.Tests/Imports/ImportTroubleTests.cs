using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

/// <summary>What meets a merge on its way: people at work, a row the database refuses, a person who stops it.</summary>
public sealed class ImportTroubleTests
{
    private const int Families = 14_000;

    [Fact]
    public async Task Form_edits_during_a_merge_are_kept_or_refused_and_the_file_goes_in()
    {
        var (portal, desa, people) = await StartAsync();
        await using var own = portal;
        var id = await PreviewAsync(portal, File(desa, people, "Nelayan", address: ""));
        await using var db = portal.Open();
        var families = await db.Households.OrderBy(h => h.Id).Select(h => h.Id).ToListAsync();
        await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));
        using var finished = new CancellationTokenSource();
        var edits = Enumerable.Range(0, 4).Select(hand => EditAsync(portal, families.Where((_, i) => i % 4 == hand).Take(300), finished.Token)).ToList();
        var done = await portal.Make.SettledAsync(id, 120);
        await finished.CancelAsync();
        var kept = (await Task.WhenAll(edits)).SelectMany(e => e).ToList();

        Assert.Equal((ImportState.Committed, Families), (done.State, done.ChangedRecords + done.SameRecords));
        Assert.NotEmpty(kept);
        var addresses = await db.Households.AsNoTracking().ToDictionaryAsync(h => h.Id, h => h.Address);
        Assert.All(kept, edit => Assert.Equal(edit.Address, addresses[edit.Family]));
        Assert.Equal(kept.Count, addresses.Values.Count(a => a.StartsWith("Jalan Sunting", StringComparison.Ordinal)));
        Assert.Equal(Families, await db.HouseholdMembers.CountAsync(m => m.Occupation == "Nelayan"));
    }

    [Fact]
    public async Task A_row_the_database_refuses_stops_after_three_tries_and_goes_on_once_it_may()
    {
        var (portal, desa, people) = await StartAsync();
        await using var own = portal;
        var id = await PreviewAsync(portal, File(desa, people, "Nelayan"));
        await using var db = portal.Open();
        var last = await LastAsync(db, id);
        await PoisonAsync(db, last);
        await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));

        var failed = await portal.Make.SettledAsync(id, 120);

        Assert.Equal((ImportState.Failed, ImportState.Committing, ImportRules.GaveUp.Code), (failed.State, failed.FailedIn, failed.RefusalCode));
        Assert.Equal(string.Format(Indonesian.Culture, ImportRules.GaveUp.Sentence, ImportNames.Phase(ImportState.Committing)), failed.Refusal);
        var merged = await db.ImportChunks.Where(c => c.BatchId == id && c.MergedAt != null).SumAsync(c => c.ChangedRecords);
        Assert.InRange(merged, 1, Families - 1);
        Assert.Equal(merged, await db.HouseholdMembers.CountAsync(m => m.Occupation == "Nelayan"));
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var page = (await browser.GetAsync($"/impor/{id}")).Text;
        Assert.Contains(failed.Refusal!, page, StringComparison.Ordinal);
        await db.Database.ExecuteSqlAsync($"delete from racun");
        Assert.Equal($"/impor/{id}", (await browser.SubmitAsync($"/impor/{id}/coba-lagi", [])).Location);

        var done = await portal.Make.SettledAsync(id, 120);

        Assert.Equal((ImportState.Committed, Families), (done.State, done.ChangedRecords));
        Assert.Equal((Families, Families), (await db.HouseholdMembers.CountAsync(m => m.Occupation == "Nelayan"), await db.VillageTallies.SumAsync(t => t.Households)));
    }

    [Fact]
    public async Task What_went_in_before_the_worker_gave_up_can_be_taken_back()
    {
        var (portal, desa, people) = await StartAsync();
        await using var own = portal;
        var id = await PreviewAsync(portal, File(desa, people, "Nelayan"));
        await using var db = portal.Open();
        var before = await RegistryAsync(db);
        await PoisonAsync(db, await LastAsync(db, id));
        await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));
        Assert.Equal(ImportState.Failed, (await portal.Make.SettledAsync(id, 120)).State);
        Assert.NotEqual(before, await RegistryAsync(db));
        await db.Database.ExecuteSqlAsync($"delete from racun");
        using var browser = await portal.SignInAsync(Role.Secretariat);
        Assert.Equal("Batalkan impor ini", (await browser.GetAsync($"/impor/{id}")).Document.QuerySelector($"main a[href='/impor/{id}/urungkan']")?.TextContent);
        Assert.Equal($"/impor/{id}", (await browser.SubmitAsync($"/impor/{id}/urungkan", [])).Location);

        var ended = await portal.Make.SettledAsync(id, 120);

        Assert.Equal((ImportState.Undone, null), (ended.State, ended.Refusal));
        Assert.Equal(before, await RegistryAsync(db));
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_merging_leaves_the_registry_as_before()
    {
        var (portal, desa, people) = await StartAsync();
        await using var own = portal;
        var newcomers = Enumerable.Range(0, 500).Select(_ => new Person(Builders.CardNumber(), Builders.Nik(), "Pendatang Contoh"));
        var id = await PreviewAsync(portal, File(desa, [.. people, .. newcomers], "Nelayan", address: "Jalan Impor 2"));
        await using var db = portal.Open();
        var before = await RegistryAsync(db);
        using var browser = await portal.SignInAsync(Role.Secretariat);
        // A family of the last chunk is held, so the merge waits there, with what came before it already in.
        var last = await LastAsync(db, id);
        await using (var holder = portal.Open())
        {
            await using var transaction = await holder.Database.BeginTransactionAsync();
            await holder.Database.ExecuteSqlAsync($"select 1 from households where id = {last} for update");
            await portal.Make.StepAsync(id, b => b.Commit(Builders.Today));
            await UntilAsync(() => db.ImportChunks.AnyAsync(c => c.BatchId == id && c.SealedPlan != null && c.MergedAt != null));
            Assert.NotEqual(before, await RegistryAsync(db));
            Assert.Equal($"/impor/{id}", (await browser.SubmitAsync($"/impor/{id}/hentikan", [])).Location);
        }

        var ended = await portal.Make.SettledAsync(id, 120);

        Assert.Equal(ImportState.Undone, ended.State);
        Assert.Equal(before, await RegistryAsync(db));
        Assert.Equal(Families, await db.VillageTallies.SumAsync(t => t.Households));
    }

    /// <summary>From now on the database refuses to change the members of one family.</summary>
    private static async Task PoisonAsync(Core.Data.TkpkDbContext db, Guid family)
    {
        await db.Database.ExecuteSqlAsync($"create table racun (id uuid)");
        await db.Database.ExecuteSqlAsync($"insert into racun values ({family})");
        await db.Database.ExecuteSqlAsync($"""
            create function tolak_racun() returns trigger language plpgsql as 'begin if new.household_id in (select id from racun) then raise check_violation; end if; return new; end'
            """);
        await db.Database.ExecuteSqlAsync($"create trigger racun before update on household_members for each row execute function tolak_racun()");
    }

    private sealed record Person(string Card, string Nik, string Name);

    private static async Task<(Portal Portal, Area Desa, List<Person> People)> StartAsync()
    {
        var portal = await Portal.StartAsync();
        var desa = await portal.Make.VillageAsync();
        var people = Enumerable.Range(0, Families).Select(i => new Person(Builders.CardNumber(), Builders.Nik(), $"Kepala {i}")).ToList();
        Assert.Equal(ImportState.Committed, (await portal.Make.ImportAsync(File(desa, people, "Tani"))).State);
        return (portal, desa, people);
    }

    private static string File(Area desa, IEnumerable<Person> people, string occupation, string address = "Jalan Impor 1") =>
        Builders.Template([.. people.Select(p => Builders.Row(desa.Code, p.Card, p.Name, p.Nik, address: address, occupation: occupation))]);

    private static async Task<Guid> PreviewAsync(Portal portal, string csv)
    {
        var id = await portal.Make.UploadAsync(csv);
        var preview = await portal.Make.SettledAsync(id, 120);
        Assert.Equal((ImportState.Preview, 0), (preview.State, preview.BadRows));
        await using var db = portal.Open();
        Assert.True(await db.ImportChunks.CountAsync(c => c.BatchId == id && c.SealedPlan != null) > 1, "The file must fill several chunks.");
        return id;
    }

    /// <summary>As people do: read, change, save; a conflict is told and nothing is written. Those that were kept.</summary>
    private static async Task<List<(Guid Family, string Address)>> EditAsync(Portal portal, IEnumerable<Guid> families, CancellationToken finished)
    {
        var kept = new List<(Guid, string)>();
        foreach (var family in families.TakeWhile(_ => !finished.IsCancellationRequested))
        {
            var address = $"Jalan Sunting {kept.Count}";
            var version = await portal.Make.VersionAsync(family);
            try
            {
                await portal.Make.RunAsync<CorrectHousehold>(Actor.System("Uji"), u => u.RunAsync(family, new(address, null, "01", "02"), null, false, version, CancellationToken.None));
                kept.Add((family, address));
            }
            catch (DbUpdateConcurrencyException)
            {
                // The import was faster: the page would show what it changed.
            }
        }

        return kept;
    }

    /// <summary>A family of the chunk that is merged last.</summary>
    private static async Task<Guid> LastAsync(Core.Data.TkpkDbContext db, Guid batch)
    {
        var chunks = await db.ImportChunks.AsNoTracking().Where(c => c.BatchId == batch).OrderByDescending(c => c.Bucket).Select(c => c.Matched).ToListAsync();
        return chunks[0][0];
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var until = DateTime.UtcNow.AddSeconds(60); !await holds(); await Task.Delay(50))
            if (DateTime.UtcNow > until) throw new TimeoutException("The merge did not begin.");
    }

    /// <summary>Every family and person with everything but when it was last written.</summary>
    private static async Task<string> RegistryAsync(Core.Data.TkpkDbContext db)
    {
        var found = await db.Database.SqlQuery<string>($"""
            select md5(string_agg(row, '' order by row)) as "Value" from (
                select (to_jsonb(h) - 'updated_at')::text as row from households h
                union all select to_jsonb(m)::text from household_members m) all_rows
            """).ToListAsync();
        return found[0];
    }
}
