using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    /// <summary>Runs a use case as somebody, with everything the portal would give it.</summary>
    public async Task<TResult> RunAsync<TUseCase, TResult>(Actor actor, Func<TUseCase, Task<TResult>> act)
        where TUseCase : notnull
    {
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await act(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task RunAsync<TUseCase>(Actor actor, Func<TUseCase, Task> act)
        where TUseCase : notnull => RunAsync<TUseCase, bool>(actor, async useCase =>
    {
        await act(useCase);
        return true;
    });

    /// <summary>A NIK nobody else has, of somebody born on that day. Area 99, which exists nowhere.</summary>
    public static string Nik(DateOnly? birth = null, Sex sex = Sex.Male)
    {
        var number = Interlocked.Increment(ref _number);
        var born = birth ?? new DateOnly(1980, 5, 17);
        var day = born.Day + (sex == Sex.Female ? 40 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"99{number / 9999 % 10000:0000}{day:00}{born:MMyy}{(number % 9999) + 1:0000}");
    }

    public static string CardNumber() => string.Create(CultureInfo.InvariantCulture, $"9901{Interlocked.Increment(ref _number):000000000000}");

    public static NewMember Member(string? nik = null, FamilyRelation relation = FamilyRelation.Head, string? name = null, DateOnly? birth = null, Sex sex = Sex.Male) =>
        new(new(name ?? Unique("Warga Contoh"), relation, sex, birth ?? new DateOnly(1980, 5, 17), null, null), nik);

    /// <summary>A family with a head and, if wanted, children; registered through its use case.</summary>
    public Task<Guid> HouseholdAsync(Guid villageId, int children = 0, string? nik = null, string? cardNumber = null, string? headName = null) =>
        RunAsync<RegisterHousehold, Guid>(Actor.System("Uji"), useCase => useCase.RunAsync(
            new(villageId, cardNumber, new("Jalan Uji 1", "Dusun Uji", "01", "02"),
                [Member(nik, name: headName), .. Enumerable.Range(0, children).Select(i => Member(null, FamilyRelation.Child, birth: new DateOnly(2012, 1, 1 + i)))]),
            CancellationToken.None));

    /// <summary>As an import of a decile list leaves it.</summary>
    public async Task RankAsync(Guid householdId, int decile)
    {
        await using var db = portal.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var released = new DateOnly(2026, 1, 31);
        await db.Database.ExecuteSqlAsync($"insert into decile_releases (id, source, released_on, recorded_at) values ({Guid.CreateVersion7()}, 'DTSEN', {released}, now()) on conflict do nothing");
        var release = await db.DecileReleases.SingleAsync(r => r.Source == "DTSEN" && r.ReleasedOn == released);
        var household = await db.Households.SingleAsync(h => h.Id == householdId);
        household.MustBeHere();
        household.SetDecile(decile, release.Source, release.ReleasedOn);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"""
            insert into welfare_deciles (household_id, release_id, decile, recorded_at) values ({householdId}, {release.Id}, {decile}, now())
            on conflict (household_id, release_id) do update set decile = excluded.decile
            """);
        await TallyRecount.RunAsync(db, [household.VillageId], CancellationToken.None);
        await transaction.CommitAsync();
    }

    public async Task<uint> VersionAsync(Guid householdId)
    {
        await using var db = portal.Open();
        return await db.Households.Where(h => h.Id == householdId).Select(h => h.Version).SingleAsync();
    }

    public async Task<AssistanceProgram> AssistanceAsync(Guid? agencyId = null, int from = 1, int to = 4)
    {
        var agency = agencyId ?? (await AgencyAsync()).Id;
        var code = string.Create(CultureInfo.InvariantCulture, $"UJ{Interlocked.Increment(ref _number)}");
        await using var db = portal.Open();
        var program = db.Programs.Add(new(new(code, $"Bantuan Uji {code}", agency, Strategy.ReduceSpending, null, FundingSource.ApbdRegency, RecipientUnit.Household, from, to, null, null))).Entity;
        await db.SaveChangesAsync();
        return program;
    }

    public Task<EnrollmentResult> EnrollAsync(Guid householdId, Guid programId) => RunAsync<EnrollHousehold, EnrollmentResult>(
        Actor.System("Uji"), useCase => useCase.RunAsync(householdId, programId, new DateOnly(2026, 1, 5), null, CancellationToken.None));
}
