using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class TallyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_is_done_in_whatever_order_the_tally_equals_a_recount(int seed)
    {
        var portal = await Portal.SharedAsync();
        var (_, _, villages) = await portal.Make.DistrictAsync(2);
        AssistanceProgram[] programs = [await portal.Make.AssistanceAsync(), await portal.Make.AssistanceAsync()];
        var random = new Random(seed);
        var families = new List<Guid>();

        for (var step = 0; step < 60; step++)
        {
            if (families.Count == 0 || random.Next(4) == 0)
                families.Add(await portal.Make.HouseholdAsync(villages[random.Next(2)].Id, random.Next(3)));
            else
                await TryAsync(() => ActAsync(portal, families[random.Next(families.Count)], programs[random.Next(2)].Id, random.Next(6)));
        }

        foreach (var village in villages) await EqualsRecountAsync(portal, village.Id);
    }

    [Fact]
    public async Task Twenty_writers_at_once_leave_the_right_count()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var programs = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => portal.Make.AssistanceAsync()));
        var shared = await portal.Make.HouseholdAsync(village.Id);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            if (i < 2)
            {
                await portal.Make.EnrollAsync(shared, programs[i].Id);
                return;
            }

            var family = await portal.Make.HouseholdAsync(village.Id, i % 3);
            await portal.Make.RankAsync(family, (i % 10) + 1);
        }));

        await EqualsRecountAsync(portal, village.Id);
        await using var db = portal.Open();
        Assert.Equal(2, await db.Households.Where(h => h.Id == shared).Select(h => h.ActiveProgramCount).SingleAsync());
        Assert.Equal(19, await db.VillageTallies.Where(t => t.VillageId == village.Id).SumAsync(t => t.Households));
    }

    private static async Task ActAsync(Portal portal, Guid family, Guid program, int act)
    {
        var system = Actor.System("Uji");
        var version = await portal.Make.VersionAsync(family);
        switch (act)
        {
            case 0:
                await portal.Make.RankAsync(family, Random.Shared.Next(1, 11));
                break;
            case 1:
                await portal.Make.RunAsync<AddMember, Guid>(system, u => u.RunAsync(family, Builders.Member(null, FamilyRelation.Child), CancellationToken.None));
                break;
            case 2:
                await portal.Make.EnrollAsync(family, program);
                break;
            case 3:
                await portal.Make.RunAsync<LeaveHousehold>(system, u => u.RunAsync(family, new DateOnly(2026, 1, 1), LeaveReason.Moved, version, CancellationToken.None));
                break;
            case 4:
                await using (var db = portal.Open())
                {
                    var household = await db.Households.Include(h => h.Members).SingleAsync(h => h.Id == family);
                    var about = HouseholdConditions.EarthFloor | HouseholdConditions.NoOwnToilet | HouseholdConditions.LowPower;
                    household.Observe((HouseholdConditions)Random.Shared.Next(64) & about, about, about);
                    await db.SaveAsync(household, CancellationToken.None);
                }

                break;
            default:
                await using (var db = portal.Open())
                {
                    var enrollment = await db.Enrollments.Where(e => e.HouseholdId == family && e.EndedOn == null).Select(e => e.Id).FirstOrDefaultAsync();
                    await portal.Make.RunAsync<EndEnrollment>(system, u => u.RunAsync(enrollment, new DateOnly(2026, 2, 1), EnrollmentEndReason.Graduated, CancellationToken.None));
                }

                break;
        }
    }

    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is RuleBrokenException or RecordNotFoundException)
        {
            // Random acts are often refused; refusing must not change the count either.
        }
    }

    private static async Task EqualsRecountAsync(Portal portal, Guid villageId)
    {
        await using var db = portal.Open();
        var families = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => h.VillageId == villageId && h.LeftOn == null).ToListAsync();
        var active = (await db.Enrollments.AsNoTracking().Where(e => e.Household.VillageId == villageId && e.EndedOn == null).ToListAsync()).ToLookup(e => e.HouseholdId);
        var expected = families.GroupBy(h => h.Decile ?? 0)
            .Select(g => (g.Key, g.Count(), g.Sum(h => h.Members.Count(m => m.LeftOn is null)), g.Count(h => !active[h.Id].Any()))).Order();
        var kept = (await db.VillageTallies.AsNoTracking().Where(t => t.VillageId == villageId).ToListAsync()).Select(t => (t.Decile, t.Households, t.Members, t.Unreached)).Order();
        Assert.Equal(expected, kept);
        var conditions = families.SelectMany(h => HouseholdConditionNames.All.Where(c => h.Conditions.HasFlag(c.Condition)), (h, c) => (Family: h, c.Condition))
            .GroupBy(h => (h.Condition, Decile: h.Family.Decile ?? 0)).Select(g => (g.Key.Condition, g.Key.Decile, g.Count(), g.Count(h => !active[h.Family.Id].Any()))).Order();
        var keptConditions = (await db.VillageConditionTallies.AsNoTracking().Where(t => t.VillageId == villageId).ToListAsync()).Select(t => (t.Condition, t.Decile, t.Households, t.Unreached)).Order();
        Assert.Equal(conditions, keptConditions);
        Assert.All(families, h => Assert.Equal(active[h.Id].Count(), h.ActiveProgramCount));
    }
}
