using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data.Demo;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Statistics;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Data.Demo;

public sealed class DemoSeedTests(DemoSeedTests.Filled filled) : IClassFixture<DemoSeedTests.Filled>
{
    private const int Families = 300;

    private Portal Portal => filled.Portal;

    [Fact]
    public async Task The_same_seed_makes_the_same_content_and_another_seed_other_content()
    {
        await using var again = await DemoPortal.StartAsync(Families, seed: 1);
        await using var other = await DemoPortal.StartAsync(Families, seed: 2);

        var first = await DemoContent.OfAsync(Portal);

        Assert.Equal(first, await DemoContent.OfAsync(again));
        Assert.All(await DemoContent.OfAsync(other), table =>
        {
            if (table.Key is "households" or "household_members" or "welfare_deciles" or "enrollments" or "realizations" or "indicator_values" or "area_boundaries") Assert.NotEqual(first[table.Key], table.Value);
        });
        Assert.DoesNotContain(first, table => table.Value.StartsWith("0:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_number_is_of_area_99_opens_with_the_key_and_agrees_with_the_person()
    {
        await using var db = Portal.Open();
        var members = await db.HouseholdMembers.AsNoTracking().Include(m => m.Household).ToListAsync();

        Assert.All(members.Where(m => m.NikCipher is not null), member =>
        {
            var nik = Nik.Parse(Portal.Cipher.Open(member.NikCipher!, member.Id)).Digits;
            Assert.StartsWith("99", nik, StringComparison.Ordinal);
            Assert.Equal(Portal.Cipher.Digest(nik), member.NikDigest);
            var day = member.BirthDate!.Value.Day + (member.Sex == Sex.Female ? 40 : 0);
            Assert.Equal(FormattableString.Invariant($"{day:00}{member.BirthDate.Value.Month:00}{member.BirthDate.Value.Year % 100:00}"), nik[6..12]);
        });
        Assert.InRange(members.Count(m => m.NikCipher is null) / (double)members.Count, 0.03, 0.07);
        Assert.All(members, m => Assert.EndsWith("Contoh", m.Name, StringComparison.Ordinal));
        Assert.All(members.Select(m => m.Household).Where(h => h.CardNumberCipher is not null), h => Assert.StartsWith("99", Portal.Cipher.Open(h.CardNumberCipher!, h.Id), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_family_has_one_head_whose_name_it_carries_and_counts_that_are_true()
    {
        await using var db = Portal.Open();
        var families = await db.Households.AsNoTracking().Include(h => h.Members).ToListAsync();
        var active = await db.Enrollments.Where(e => e.EndedOn == null).GroupBy(e => e.HouseholdId).ToDictionaryAsync(g => g.Key, g => g.Count());

        Assert.Equal(Families, families.Count);
        Assert.All(families, family =>
        {
            Assert.Equal(family.HeadName, Assert.Single(family.Members, m => m.Relation == FamilyRelation.Head).Name);
            Assert.Equal(family.Members.Count, family.MemberCount);
            Assert.Equal(active.GetValueOrDefault(family.Id), family.ActiveProgramCount);
        });
        Assert.InRange(families.Average(f => f.MemberCount), 3.2, 4.8);
    }

    [Fact]
    public async Task Tallies_equal_a_recount()
    {
        await using var db = Portal.Open();
        var families = await db.Households.AsNoTracking().Select(h => new { h.VillageId, Decile = h.Decile ?? 0, h.MemberCount, h.ActiveProgramCount }).ToListAsync();
        var recount = families.GroupBy(f => (f.VillageId, f.Decile)).ToDictionary(g => g.Key, g => (g.Count(), g.Sum(f => f.MemberCount), g.Count(f => f.ActiveProgramCount == 0)));

        var tallies = await db.VillageTallies.AsNoTracking().ToDictionaryAsync(t => (t.VillageId, t.Decile), t => (t.Households, t.Members, t.Unreached));

        Assert.Equal(recount, tallies);
    }

    [Fact]
    public async Task The_kabupaten_its_figures_and_its_rakor_stand()
    {
        await using var db = Portal.Open();
        var settings = await db.Settings.SingleAsync();
        var regency = await db.Areas.SingleAsync(a => a.Code == "99.01");
        var rate = await db.Indicators.SingleAsync(i => i.Code == IndicatorCodes.HeadcountRatio);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);

        Assert.True(settings.IsSample);
        Assert.Equal(regency.Id, settings.RegencyId);
        Assert.Equal(12, await db.Areas.CountAsync(a => a.ParentId == regency.Id));
        Assert.Equal(140, await db.Areas.CountAsync(a => a.Level == AreaLevel.Village));
        Assert.Equal(8, await db.Areas.CountAsync(a => a.Kind == VillageKind.Kelurahan));
        Assert.Equal(153, await db.AreaBoundaries.CountAsync());
        Assert.Equal(25, await db.Agencies.CountAsync());
        Assert.Equal(11, await db.IndicatorValues.CountAsync(v => v.IndicatorId == rate.Id && v.AreaId == regency.Id));
        Assert.Equal(11.61m, (await db.IndicatorValues.SingleAsync(v => v.IndicatorId == rate.Id && v.AreaId == regency.Id && v.Year == 2025)).Value);
        Assert.Equal(6, await db.Meetings.CountAsync());
        Assert.Equal(1, await db.Meetings.CountAsync(m => m.Status == MeetingStatus.Planned));
        Assert.Equal(31, await db.FollowUps.CountAsync());
        Assert.InRange((await db.FollowUps.ToListAsync()).Count(f => f.DaysLate(today) > 0), 6, 9);
    }

    [Fact]
    public async Task Each_demo_account_signs_in()
    {
        foreach (var name in DemoSeed.UserNames) Assert.NotNull(await Portal.SignInAsync(name));
    }

    [Fact]
    public async Task A_second_demo_is_refused_and_changes_nothing()
    {
        var before = await DemoContent.OfAsync(Portal);

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => DemoPortal.FillAsync(Portal, 10, seed: 3));

        Assert.Equal(DemoRules.NotEmpty, refused.Rule);
        Assert.Equal(before, await DemoContent.OfAsync(Portal));
    }

    public sealed class Filled : IAsyncLifetime
    {
        public Portal Portal { get; private set; } = null!;

        public async Task InitializeAsync() => Portal = await DemoPortal.StartAsync(Families, seed: 1);

        public async Task DisposeAsync() => await Portal.DisposeAsync();
    }
}
