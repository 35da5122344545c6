using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data.Demo;
using TkpkPortal.Core.Households;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Data.Demo;

/// <summary>What the families of the demo are like.</summary>
public sealed class DemoFamiliesTests(DemoFamiliesTests.Filled filled) : IClassFixture<DemoFamiliesTests.Filled>
{
    private const int Families = 3000;
    private const int People = 2_400_000;

    [Fact]
    public void A_large_kabupaten_has_thousands_of_name_words_in_Zipf_proportions_and_hundreds_of_thousands_of_names()
    {
        var (names, random) = (new DemoNames(DemoRequest.UsualSeed), new DemoRandom(DemoRequest.UsualSeed, DemoStream.Families));
        var full = new HashSet<string>();
        var words = new Dictionary<string, int>();
        for (var i = 0; i < People; i++)
        {
            var name = i % 2 == 0 ? names.Woman(random) : names.Man(random);
            full.Add(name);
            if (i % 10 < 2) Count(name);
        }

        var counts = words.Values.OrderDescending().ToList();
        Assert.True(full.Count >= 300_000, $"{full.Count} names");
        Assert.True(words.Count >= 5_000, $"{words.Count} words");
        // By rank r as 1/(r + 12), halved between women and men: the 200th word ten times as often as the 2,600th.
        Assert.InRange(counts[199] / (double)counts[2599], 7, 17);
        Assert.InRange(counts[0] / (double)counts[199], 5, 12);

        void Count(string name)
        {
            foreach (var word in name.Split(' ').SkipLast(1)) words[word] = words.GetValueOrDefault(word) + 1;
        }
    }

    [Fact]
    public async Task Desa_are_as_unequal_as_in_a_register()
    {
        await using var db = filled.Portal.Open();

        var sizes = (await db.Households.GroupBy(h => h.VillageId).Select(g => g.Count()).ToListAsync()).OrderDescending().ToList();

        Assert.Equal(140, sizes.Count);
        Assert.InRange(sizes[0] / (double)sizes[69], 5, 14);
        Assert.True(sizes[0] > Families / 40);
    }

    [Fact]
    public async Task Some_have_no_number_some_share_a_kitchen_and_all_of_this_is_rare()
    {
        await using var db = filled.Portal.Open();
        var members = await db.HouseholdMembers.CountAsync();

        Assert.InRange(await db.HouseholdMembers.CountAsync(m => m.NikDigest == null) / (double)members, 0.04, 0.06);
        Assert.InRange(await db.Households.CountAsync(h => h.CardNumberDigest == null) / (double)Families, 0.004, 0.018);
        var kitchens = await db.Households.Where(h => h.LegacyHouseholdNumber != null).GroupBy(h => h.LegacyHouseholdNumber).Select(g => g.Count()).ToListAsync();
        Assert.InRange(kitchens.Count(k => k == 2), 20, 90);
        Assert.DoesNotContain(kitchens, k => k > 2);
    }

    [Fact]
    public async Task Two_releases_rank_the_families_and_differ()
    {
        await using var db = filled.Portal.Open();
        var releases = await db.DecileReleases.OrderBy(r => r.ReleasedOn).ToListAsync();
        var ranks = await db.WelfareDeciles.AsNoTracking().ToListAsync();
        var families = await db.Households.AsNoTracking().ToDictionaryAsync(h => h.Id);

        Assert.Equal(2, releases.Count);
        var newest = ranks.Where(r => r.ReleaseId == releases[1].Id).ToList();
        Assert.Equal(families.Values.Count(f => f.Decile is not null), newest.Count);
        Assert.All(newest, r => Assert.Equal((r.Decile, releases[1].ReleasedOn), (families[r.HouseholdId].Decile, families[r.HouseholdId].DecileReleasedOn)));
        var former = ranks.Where(r => r.ReleaseId == releases[0].Id).ToDictionary(r => r.HouseholdId, r => r.Decile);
        Assert.InRange(newest.Count(r => former.TryGetValue(r.HouseholdId, out var was) && was != r.Decile) / (double)newest.Count, 0.25, 0.42);
    }

    [Fact]
    public async Task Conditions_follow_from_the_members_and_are_commoner_among_the_poor()
    {
        await using var db = filled.Portal.Open();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var families = await db.Households.AsNoTracking().Include(h => h.Members).ToListAsync();

        Assert.All(families, family =>
        {
            var (present, known) = MemberConditions.Of(family.Members, today);
            Assert.Equal((present, known), (family.Conditions & HouseholdConditions.OfMembers, family.KnownConditions & HouseholdConditions.OfMembers));
        });
        // The illness of a member is asked of each member, and the demo's surveys ask the family.
        Assert.All(HouseholdConditionNames.All.Where(c => c.Condition != HouseholdConditions.ChronicIllness), c => Assert.Contains(families, f => f.Conditions.HasFlag(c.Condition)));
        foreach (var condition in new[] { HouseholdConditions.EarthFloor, HouseholdConditions.NoOwnToilet, HouseholdConditions.LowPower, HouseholdConditions.NoSavings })
            Assert.True(Share(1, 2, condition) > 3 * Share(8, 10, condition), $"{condition}");

        double Share(int from, int to, HouseholdConditions condition)
        {
            var some = families.Where(f => f.Decile >= from && f.Decile <= to && f.KnownConditions.HasFlag(condition)).ToList();
            return some.Count(f => f.Conditions.HasFlag(condition)) / (double)some.Count;
        }
    }

    [Fact]
    public async Task Surveys_say_what_the_conditions_say()
    {
        await using var db = filled.Portal.Open();
        var surveys = await db.Surveys.AsNoTracking().Include(s => s.Household).ToListAsync();

        Assert.InRange(surveys.Count / (double)Families, 0.9, 0.96);
        Assert.Equal(["dtsen", "p3ke"], surveys.Select(s => s.Instrument).Distinct().Order());
        Assert.All(surveys, survey =>
        {
            var instrument = Instruments.Of(survey.Instrument);
            Assert.All(survey.Given(), answer => Assert.Equal(answer.Value, instrument.Find(answer.Key)!.Understand(answer.Value)));
            var derived = instrument.Derive(survey.Given());
            Assert.Equal((derived.Present, derived.Known), (survey.Household.Conditions & derived.About, survey.Household.KnownConditions & derived.About));
            Assert.NotEqual(HouseholdConditions.None, derived.Known);
        });
        Assert.DoesNotContain(await db.Households.Where(h => !db.Surveys.Any(s => s.HouseholdId == h.Id)).ToListAsync(), h => (h.KnownConditions & ~HouseholdConditions.OfMembers) != 0);
    }

    [Fact]
    public async Task Facts_of_a_person_fit_age_and_sex()
    {
        await using var db = filled.Portal.Open();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var people = (await db.HouseholdMembers.AsNoTracking().ToListAsync()).Select(m => (Member: m, Age: Age.InYears(m.BirthDate!.Value, today))).ToList();

        Assert.DoesNotContain(people, p => p.Member.Pregnant is true && (p.Member.Sex == Sex.Male || p.Age is < 17 or > 45));
        Assert.DoesNotContain(people, p => p.Member is { Relation: FamilyRelation.Spouse, Marital: not MaritalStatus.Married });
        Assert.DoesNotContain(people, p => p.Age < 15 && p.Member.Marital != MaritalStatus.Unmarried);
        Assert.DoesNotContain(people, p => p.Member is { School: SchoolStatus.Attending, Work: not null and not WorkStatus.None });
        Assert.InRange(people.Count(p => p.Member.Pregnant is true), 20, 200);
        Assert.InRange(people.Count(p => p is { Age: >= 7 and <= 18, Member.School: SchoolStatus.NoLonger or SchoolStatus.Never }) / (double)people.Count(p => p.Age is >= 7 and <= 18), 0.02, 0.12);
        Assert.InRange(people.Count(p => p.Member.HealthInsurance is null) / (double)people.Count, 0.01, 0.05);
    }

    public sealed class Filled : IAsyncLifetime
    {
        public Portal Portal { get; private set; } = null!;

        public async Task InitializeAsync() => Portal = await DemoPortal.StartAsync(Families, seed: 1);

        public async Task DisposeAsync() => await Portal.DisposeAsync();
    }
}
