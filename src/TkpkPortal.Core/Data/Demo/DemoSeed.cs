using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>How large a demo, and which one. The same seed gives the same content, ids and times aside.</summary>
public sealed record DemoRequest(int Families, int Seed, string Password)
{
    /// <summary>Usulan (MPM) of the last half year; one for thirty families unless told otherwise.</summary>
    public int Proposals { get; init; } = Families / 30;

    public const int MostFamilies = 1_000_000;

    /// <summary>What the first start of a portal without a database of its own makes.</summary>
    public const int UsualFamilies = 10_000;

    public const int UsualSeed = 1;
}

/// <summary>What was made, and how fast. Rows are those written by COPY.</summary>
public sealed record DemoReport(int Families, int Members, int Enrollments, TimeSpan Elapsed, long Rows, TimeSpan CopyTime)
{
    public double RowsPerSecond => Rows / Math.Max(CopyTime.TotalSeconds, 0.001);
}

public static class DemoRules
{
    public static readonly Rule NotEmpty = new("SET-20", "Data contoh hanya dapat dibuat pada basis data yang masih kosong; basis data ini sudah berisi {0}.");
    public static readonly Rule FamiliesOutOfRange = new("SET-21", "Banyaknya keluarga contoh harus 1 sampai 1.000.000.");
}

/// <summary>
/// Fills an empty database with a fictional kabupaten to try the portal with. All of it in one transaction: a demo that was
/// interrupted leaves nothing behind, and the next start makes it anew.
/// </summary>
public sealed class DemoSeed(TkpkDatabase database, FieldCipher cipher, AuditTrail trail, KabupatenClock clock, IPasswordHasher<PortalUser> hasher)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>The accounts that share the demo's password.</summary>
    public static IReadOnlyList<string> UserNames { get; } = ["admin", "sekretariat", "dinsos", "kepala-opd", "opd", "camat", "desa", "pendamping", "pimpinan"];

    /// <summary>Nobody has entered anything yet: no user, no OPD, no family.</summary>
    public async Task<bool> IsUnusedAsync(CancellationToken ct)
    {
        await using var db = Open();
        return await ContentAsync(db, ct) is null;
    }

    /// <param name="progress">Is told how many families are written.</param>
    /// <exception cref="RuleBrokenException">SET-20: the database is in use. SET-21: the number of families.</exception>
    public async Task<DemoReport> RunAsync(DemoRequest request, IProgress<int>? progress, CancellationToken ct)
    {
        if (request.Families is < 1 or > DemoRequest.MostFamilies) throw new RuleBrokenException(DemoRules.FamiliesOutOfRange);
        var watch = Stopwatch.StartNew();
        await using var db = Open();
        if (await ContentAsync(db, ct) is { } content) throw new RuleBrokenException(DemoRules.NotEmpty, null, content);

        // Counting and analyzing a large demo on a busy machine takes longer than a page may.
        db.Database.SetCommandTimeout(Longest);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var world = await PrepareAsync(db, request, ct);
        var copy = Stopwatch.StartNew();
        var families = new DemoFamilies(world, cipher, clock, request);
        db.AddRange(families.Deciles.Former, families.Deciles.Newest);
        await db.SaveChangesAsync(ct);
        var (rows, members, enrollments) = await CopyAsync(db, families, progress, ct);
        await TallyRecount.RunAsync(db, [.. world.Land.Districts.SelectMany(d => d.Villages.Select(v => v.Id))], ct);
        await db.SaveChangesAsync(ct);
        rows += await ProposeAsync(db, world, request, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        copy.Stop();
        // Fresh tables have no statistics, and the planner would guess until autovacuum comes by.
        await db.Database.ExecuteSqlAsync($"analyze", ct);
        return new(request.Families, members, enrollments, watch.Elapsed, rows, copy.Elapsed);
    }

    private TkpkDbContext Open() => database.Open(Actor.System("Data contoh"));

    /// <summary>Everything but the families, through the nouns and audited one by one.</summary>
    private async Task<DemoWorld> PrepareAsync(TkpkDbContext db, DemoRequest request, CancellationToken ct)
    {
        var (now, today) = (clock.Now, clock.Today);
        var names = new DemoNames(request.Seed);
        var land = await DemoLand.AddAsync(db, request.Seed, now, ct);
        var agencies = DemoAgencies.Add(db);
        var people = new DemoPeople(db, hasher, now);
        var facilitator = people.AddUsers(land, agencies, request.Password);
        await people.SetUpAsync(land, ct);
        var programs = new DemoPrograms(db, agencies, today, request.Seed).Add();
        await db.SaveChangesAsync(ct);
        var figures = await new DemoStatistics(db, land, request.Seed).AddAsync(ct);
        trail.Add(db, new AuditEntry(AuditAction.Import, "IndicatorValue", null, $"Data contoh: {Indonesian.Count(figures, "nilai indikator")}"));
        new DemoMeetings(db, land, agencies, names, today, request.Seed).Add();
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return new(land, programs, names, facilitator);
    }

    private async Task<(long Rows, int Members, int Enrollments)> CopyAsync(TkpkDbContext db, DemoFamilies families, IProgress<int>? progress, CancellationToken ct)
    {
        var (households, members) = (new BulkCopy<Household>(db.Model), new BulkCopy<HouseholdMember>(db.Model));
        var (enrollments, assignments) = (new BulkCopy<Enrollment>(db.Model), new BulkCopy<HouseholdAssignment>(db.Model));
        var (ranks, surveys) = (new BulkCopy<WelfareDecile>(db.Model), new BulkCopy<Survey>(db.Model));
        var (rows, done, people, helped) = (0L, 0, 0, 0);
        // The next batch is made while this one is written.
        var upcoming = Task.Run(families.Next, ct);
        while (await upcoming is { } batch)
        {
            upcoming = Task.Run(families.Next, ct);
            await households.WriteAsync(db, batch.Households, ct);
            await members.WriteAsync(db, batch.Members, ct);
            await ranks.WriteAsync(db, batch.Ranks, ct);
            await surveys.WriteAsync(db, batch.Surveys, ct);
            await enrollments.WriteAsync(db, batch.Enrollments, ct);
            await assignments.WriteAsync(db, batch.Assignments, ct);
            trail.Add(db, new AuditEntry(AuditAction.Import, nameof(Household), null, $"Data contoh: {Indonesian.Count(batch.Households.Count, "keluarga")}"));
            (rows, people, helped) = (rows + batch.Rows, people + batch.Members.Count, helped + batch.Enrollments.Count);
            progress?.Report(done += batch.Households.Count);
        }

        return (rows, people, helped);
    }

    private async Task<long> ProposeAsync(TkpkDbContext db, DemoWorld world, DemoRequest request, CancellationToken ct)
    {
        var users = await db.Users.AsNoTracking().ToDictionaryAsync(u => u.UserName!, u => u.Id, ct);
        var actors = new DemoActors(users, world.Facilitator, world.Land.Poorest.Area.Name);
        var rows = await new DemoProposalWriter(db, cipher, trail, clock).RunAsync(new DemoProposals(world.Land, world.Names, actors, cipher, clock, request.Seed), request.Proposals, ct);
        return rows;
    }

    /// <summary>What stands in the way of a demo, in words; null when the database is unused.</summary>
    private static async Task<string?> ContentAsync(TkpkDbContext db, CancellationToken ct)
    {
        if (await db.Households.AnyAsync(ct)) return "data keluarga";
        if (await db.Users.AnyAsync(ct)) return "pengguna";
        if (await db.Agencies.AnyAsync(ct)) return "perangkat daerah";
        return await db.Areas.AnyAsync(a => a.Code == "99" || a.Code == DemoLand.RegencyCode, ct) ? "wilayah berkode 99" : null;
    }
}
