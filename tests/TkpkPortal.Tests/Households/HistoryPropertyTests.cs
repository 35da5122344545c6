using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

/// <summary>Whatever people do to families, in whatever order: one head, each number once, right counts, and a trail from which the present can be rebuilt.</summary>
public sealed class HistoryPropertyTests
{
    private static readonly Gen<(int Act, int One, int Two, int Number)[]> Acts = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 7]).Array[25, 45];

    [Fact]
    public async Task Any_sequence_of_acts_keeps_the_register_whole()
    {
        var portal = await Portal.SharedAsync();
        await Acts.SampleAsync(
            async acts =>
            {
                var run = new Run(portal, (await portal.Make.DistrictAsync(2)).Villages.Select(v => v.Id).ToList());
                await run.Make.EnrollableAsync();
                foreach (var act in acts) await run.DoAsync(act);
                await run.CheckAsync();
            },
            iter: 8,
            threads: 1);
    }

    [Fact]
    public async Task Every_act_does_happen()
    {
        var portal = await Portal.SharedAsync();
        var run = new Run(portal, (await portal.Make.DistrictAsync(2)).Villages.Select(v => v.Id).ToList());
        await run.Make.EnrollableAsync();
        var random = new Random(4);
        for (var i = 0; i < 160; i++) await run.DoAsync((random.Next(10), random.Next(6), random.Next(6), random.Next(8)));

        Assert.Equal(Enumerable.Range(0, 10), run.Done.Order());
        await run.CheckAsync();
    }

    private sealed class Run(Portal portal, List<Guid> villages)
    {
        private static readonly Actor Somebody = Actor.System("Uji");
        private readonly string[] _niks = [.. Enumerable.Range(0, 8).Select(_ => Builders.Nik())];
        private readonly string[] _cards = [.. Enumerable.Range(0, 8).Select(_ => Builders.CardNumber())];
        private readonly List<Guid> _programs = [];

        public Run Make => this;

        public HashSet<int> Done { get; } = [];

        public async Task EnrollableAsync()
        {
            for (var i = 0; i < 2; i++) _programs.Add((await portal.Make.AssistanceAsync()).Id);
        }

        public async Task DoAsync((int Act, int One, int Two, int Number) a)
        {
            try
            {
                await ActAsync(a.Act, a.One, a.Two, a.Number);
                Done.Add(a.Act);
            }
            catch (Exception e) when (e is RuleBrokenException or RecordNotFoundException)
            {
                // Random acts are often refused; refusing must not change anything either.
            }
        }

        private async Task ActAsync(int act, int one, int two, int number)
        {
            await using var db = portal.Open();
            var families = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => villages.Contains(h.VillageId)).OrderBy(h => h.RegisteredAt).ToListAsync();
            if (families.Count == 0) act = 0;
            var family = act == 0 ? null : families[^(1 + (one % Math.Min(4, families.Count)))];
            var other = act == 0 ? null : families[^(1 + (two % Math.Min(4, families.Count)))];
            var members = family?.Members.OrderBy(m => m.Id).ToList() ?? [];
            var member = members.Count == 0 ? Guid.Empty : members[two % members.Count].Id;
            var details = new HouseholdDetails($"Jalan {number}", number % 2 == 0 ? "Dusun" : null, "1", null);
            var today = new DateOnly(2026, 1, 1 + number);
            var relation = (FamilyRelation)(2 + (number % 7));
            switch (act)
            {
                case 0:
                    await portal.Make.RunAsync<RegisterHousehold, Guid>(Somebody, u => u.RunAsync(
                        new(villages[one % 2], two % 2 == 0 ? _cards[number] : null, details, [Builders.Member(_niks[number]), Builders.Member(null, FamilyRelation.Child), Builders.Member(null, FamilyRelation.Child)]), default));
                    break;
                case 1:
                    await portal.Make.RunAsync<AddMember, Guid>(Somebody, u => u.RunAsync(family!.Id, Builders.Member(two % 2 == 0 ? _niks[number] : null, relation), default));
                    break;
                case 2:
                    await portal.Make.RunAsync<RemoveMember>(Somebody, u => u.RunAsync(family!.Id, member, today, LeaveReason.Deceased, family.Version, default));
                    break;
                case 3:
                    await portal.Make.RunAsync<ChangeHead>(Somebody, u => u.RunAsync(family!.Id, member, relation, family.Version, default));
                    break;
                case 4:
                    await portal.Make.RunAsync<MoveHousehold>(Somebody, u => u.RunAsync(family!.Id, villages[number % 2], details, family.Version, default));
                    break;
                case 5:
                    await portal.Make.RunAsync<SplitHousehold, Guid>(Somebody, u => u.RunAsync(
                        family!.Id, new(new Dictionary<Guid, FamilyRelation> { [member] = FamilyRelation.Head }, villages[number % 2], number % 3 == 0 ? _cards[number] : null, details), family.Version, default));
                    break;
                case 6:
                    await portal.Make.RunAsync<MergeHouseholds>(Somebody, u => u.RunAsync(
                        family!.Id, family.Version, other!.Id, other.Version, other.Members.ToDictionary(m => m.Id, m => m.Id.GetHashCode() % 4 == 0 ? null : (FamilyRelation?)relation), default));
                    break;
                case 7:
                    if (number > 2) return;
                    await portal.Make.RunAsync<LeaveHousehold>(Somebody, u => u.RunAsync(family!.Id, today, LeaveReason.Moved, family.Version, default));
                    break;
                case 8:
                    await CorrectAsync(family!, members.FirstOrDefault(m => m.Id == member), details, number);
                    break;
                default:
                    await portal.Make.EnrollAsync(family!.Id, _programs[number % 2]);
                    break;
            }
        }

        private async Task CorrectAsync(Household family, HouseholdMember? member, HouseholdDetails details, int number)
        {
            if (number % 2 == 0 || member is null)
            {
                await portal.Make.RunAsync<CorrectHousehold>(Somebody, u => u.RunAsync(family.Id, details, number > 3 ? _cards[number] : null, number == 2, family.Version, default));
                return;
            }

            var corrected = new MemberDetails(Builders.Unique("Diperbaiki"), member.Relation, (Sex)(number % 2), new DateOnly(1990, 2, 1 + number), (Education)(number % 5), null) { School = SchoolStatus.NoLonger, Marital = MaritalStatus.Married };
            await portal.Make.RunAsync<CorrectMember>(Somebody, u => u.RunAsync(family.Id, member.Id, corrected, number > 4 ? _niks[number] : null, number == 1, family.Version, default));
        }

        public async Task CheckAsync()
        {
            await using var db = portal.Open();
            var families = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => villages.Contains(h.VillageId)).ToListAsync();
            var active = families.Where(h => h.LeftOn is null).ToList();
            Assert.All(active, h => Assert.Equal(h.HeadName, Assert.Single(h.Members, m => m.LeftOn is null && m.Relation == FamilyRelation.Head).Name));
            Assert.All(active, h => Assert.Equal(h.MemberCount, h.Members.Count(m => m.LeftOn is null)));
            Assert.All(families.Where(h => h.LeftOn is not null), h => Assert.DoesNotContain(h.Members, m => m.LeftOn is null));
            var niks = active.SelectMany(h => h.Members).Where(m => m is { LeftOn: null, NikDigest: not null }).Select(m => portal.Cipher.Open(m.NikCipher!, m.Id)).ToList();
            Assert.Equal(niks.Distinct().Count(), niks.Count);
            var cards = active.Where(h => h.CardNumberCipher is not null).Select(h => portal.Cipher.Open(h.CardNumberCipher!, h.Id)).ToList();
            Assert.Equal(cards.Distinct().Count(), cards.Count);
            await CheckCountsAsync(db, active);
            foreach (var family in families) await CheckTrailAsync(db, family);
        }

        private async Task CheckCountsAsync(Core.Data.TkpkDbContext db, List<Household> active)
        {
            var ids = active.ConvertAll(h => h.Id);
            var open = (await db.Enrollments.AsNoTracking().Where(e => e.EndedOn == null && villages.Contains(e.Household.VillageId)).ToListAsync()).ToLookup(e => e.HouseholdId);
            Assert.All(open, e => Assert.Contains(e.Key, ids));
            Assert.All(open, e => Assert.Equal(e.Select(x => x.ProgramId).Distinct().Count(), e.Count()));
            Assert.All(active, h => Assert.Equal(open[h.Id].Count(), h.ActiveProgramCount));
            var expected = active.GroupBy(h => h.VillageId).Select(g => (g.Key, g.Count(), g.Sum(h => h.MemberCount), g.Count(h => h.ActiveProgramCount == 0))).Order();
            var kept = (await db.VillageTallies.AsNoTracking().Where(t => villages.Contains(t.VillageId)).ToListAsync()).Select(t => (t.VillageId, t.Households, t.Members, t.Unreached)).Order();
            Assert.Equal(expected, kept);
        }

        /// <summary>Folds the entries of this family alone, and compares with its rows.</summary>
        private async Task CheckTrailAsync(Core.Data.TkpkDbContext db, Household family)
        {
            var trail = portal.Services.CreateScope().ServiceProvider.GetRequiredService<AuditTrail>();
            var entries = await db.AuditEntries.AsNoTracking().Where(a => a.RootId == family.Id).OrderBy(a => a.Sequence).ToListAsync();
            Dictionary<(string, Guid), Dictionary<string, string?>> state = [];
            foreach (var entry in entries)
            {
                var fields = state.TryGetValue((entry.Subject, entry.SubjectId!.Value), out var known) ? known : state[(entry.Subject, entry.SubjectId.Value)] = [];
                foreach (var change in trail.ToldBy(entry.Id, entry.SealedChanges)) fields[change.Field] = change.New;
            }

            Compare(db, family, state[(nameof(Household), family.Id)]);
            var here = state.Where(s => s.Key.Item1 == nameof(HouseholdMember) && s.Value["HouseholdId"] == family.Id.ToString()).ToDictionary(s => s.Key.Item2, s => s.Value);
            Assert.Equal(family.Members.Select(m => m.Id).Order(), here.Keys.Order());
            foreach (var member in family.Members) Compare(db, member, here[member.Id]);
            var programs = state.Count(s => s.Key.Item1 == nameof(Enrollment) && s.Value["HouseholdId"] == family.Id.ToString() && s.Value.GetValueOrDefault("EndedOn") is null);
            Assert.Equal(family.ActiveProgramCount, programs);
        }

        private static void Compare(Core.Data.TkpkDbContext db, object noun, Dictionary<string, string?> told)
        {
            // Counted from the enrollments below; the rest is technical or follows from other fields.
            HashSet<string> not = ["Id", "Version", "UpdatedAt", "Conditions", "KnownConditions", "OriginBatchId", "LastBatchId", "NikDigest", "CardNumberDigest", "ActiveProgramCount", "RegisteredAt"];
            foreach (var property in db.Model.FindEntityType(noun.GetType())!.GetProperties().Where(p => !not.Contains(p.Name)))
            {
                var value = property.PropertyInfo!.GetValue(noun);
                var told1 = told.GetValueOrDefault(property.Name);
                if (value is byte[] or null) Assert.Equal(value is null, told1 is null);
                else Assert.Equal(value is DateOnly d ? d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture), told1);
            }
        }
    }
}
