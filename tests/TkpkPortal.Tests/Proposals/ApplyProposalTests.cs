using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class ApplyProposalTests
{
    [Fact]
    public async Task A_new_family_enters_the_registry_with_its_people_answers_and_decile()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (nik, card) = (Builders.Nik(), Builders.CardNumber());
        var content = Builders.NewFamilyContent("Kepala Baru", nik);
        content = content with
        {
            Family = content.Family with
            {
                CardNumber = card,
                Members = [.. content.Family.Members, new() { Name = "Anak Baru", Relation = FamilyRelation.Child, Sex = Sex.Female, BirthDate = "2014-02-03", School = SchoolStatus.Attending }],
                Answers = new Dictionary<string, string> { ["jenis_lantai"] = "8", ["luas_lantai"] = "36,5" },
            },
        };
        var id = await portal.Make.AcceptedAsync(village.Id, content: content, decile: 2);

        var family = await portal.Make.ApplyAsync(id);

        await using var db = portal.Open();
        var held = await db.Households.Include(h => h.Members).SingleAsync(h => h.Id == family);
        Assert.Equal(("Kepala Baru", "Jalan Uji 1", "Dusun Uji", 2, village.Id), (held.HeadName, held.Address, held.Hamlet, held.MemberCount, held.VillageId));
        Assert.Equal((2, "DTSEN", new DateOnly(2026, 10, 1)), (held.Decile, held.DecileSource, held.DecileReleasedOn));
        Assert.True(held.Conditions.HasFlag(HouseholdConditions.EarthFloor));
        Assert.Equal("36.5", (await AnswersAsync(portal, held.Id))["luas_lantai"]);
        Assert.Equal(card, portal.Cipher.Open(held.CardNumberCipher!, held.Id));
        var head = held.Members.Single(m => m.Relation == FamilyRelation.Head);
        Assert.Equal((nik, new DateOnly(1980, 5, 17)), (portal.Cipher.Open(head.NikCipher!, head.Id), head.BirthDate));
        Assert.Equal((SchoolStatus.Attending, new DateOnly(2014, 2, 3)), (held.Members.Single(m => m.Relation == FamilyRelation.Child).School!.Value, held.Members.Single(m => m.Relation == FamilyRelation.Child).BirthDate!.Value));
        var proposal = await db.Proposals.SingleAsync(p => p.Id == id);
        Assert.Equal((ProposalStage.Applied, family), (proposal.Stage, proposal.HouseholdId));
        var rank = await db.WelfareDeciles.SingleAsync(d => d.HouseholdId == family);
        Assert.Equal((2, proposal.AnswerBatchId), (rank.Decile, rank.BatchId));
        Assert.Equal((1, 2), (await db.VillageTallies.Where(t => t.VillageId == village.Id && t.Decile == 2).SumAsync(t => t.Households), await db.VillageTallies.Where(t => t.VillageId == village.Id).SumAsync(t => t.Members)));
        Assert.Equal((0, 1), (await portal.Make.CountedAsync(village.Id, ProposalStage.Answered), await portal.Make.CountedAsync(village.Id, ProposalStage.Applied)));
        Assert.Equal(ProposalRules.WrongStage, (await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.ApplyAsync(id))).Rule);
        Assert.Equal(1, await db.Households.CountAsync(h => h.VillageId == village.Id));
    }

    [Fact]
    public async Task A_correction_writes_what_changed_and_a_page_shows_it_first()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id, children: 1, nik: Builders.Nik());
        await portal.Make.SurveyAsync(family, "dtsen", new(2026, 1, 5), ("jenis_lantai", "6"), ("jenis_atap", "1"));
        var held = await portal.Make.ContentOfAsync(family);
        held = held with { Base = held.Base! with { Answers = await AnswersAsync(portal, family) } };
        held = held with { Family = held.Base! };
        var child = held.Family.Members.Single(m => m.Relation == FamilyRelation.Child);
        var id = await portal.Make.AcceptedAsync(village.Id, ProposalKind.Correction, family, held with
        {
            Family = held.Family with
            {
                Address = "Jalan Betul 8",
                Members =
                [
                    .. held.Family.Members.Where(m => m.Key != child.Key), child with { Occupation = "Pelajar", LeaveReason = LeaveReason.Moved, LeftOn = "2026-10-01" },
                    new() { Name = "Nenek Datang", Relation = FamilyRelation.Parent, Sex = Sex.Female, BirthDate = "1950-01-02" },
                ],
                Answers = new Dictionary<string, string>(held.Family.Answers) { ["jenis_lantai"] = "8" },
            },
        });
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var page = await browser.GetAsync($"/usulan/{id}/terapkan");
        var answer = await browser.SubmitAsync($"/usulan/{id}/terapkan", []);

        Assert.Contains(page.Document.QuerySelectorAll("main table tbody tr"), row => string.Join('|', row.Children.Select(c => c.TextContent.Trim())) == "Alamat|Jalan Uji 1|Jalan Betul 8");
        Assert.Contains("Jenis lantai terluas", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/keluarga/{family}", answer.Location);
        await using var db = portal.Open();
        var now = await db.Households.Include(h => h.Members).SingleAsync(h => h.Id == family);
        Assert.Equal(("Jalan Betul 8", 2), (now.Address, now.MemberCount));
        var gone = now.Members.Single(m => m.Id == child.Key);
        Assert.Equal((new DateOnly(2026, 10, 1), LeaveReason.Moved, "Pelajar"), (gone.LeftOn!.Value, gone.LeaveReason!.Value, gone.Occupation));
        Assert.Contains(now.Members, m => m.Name == "Nenek Datang" && m.LeftOn is null);
        Assert.True(now.Conditions.HasFlag(HouseholdConditions.EarthFloor));
        Assert.Equal("1", (await AnswersAsync(portal, family))["jenis_atap"]);
        Assert.Equal("8", (await AnswersAsync(portal, family))["jenis_lantai"]);
        var profile = await browser.GetAsync($"/keluarga/{family}");
        Assert.Contains("Penerapan ke data keluarga", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada usulan:", profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_changed_meanwhile_stops_it_and_is_named()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id);
        var held = await portal.Make.ContentOfAsync(family);
        var id = await portal.Make.AcceptedAsync(village.Id, ProposalKind.Correction, family, held with { Family = held.Family with { Address = "Jalan Usulan 2", Rt = "09" } });
        await CorrectAsync(portal, family, new("Jalan Orang Lain 5", "Dusun Uji", "01", "02"));
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.ApplyAsync(id));
        var page = await browser.GetAsync($"/usulan/{id}/terapkan");

        Assert.Equal(ProposalRules.AppliesToChanged, broken.Rule);
        Assert.Contains("Alamat", broken.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("RT", broken.Message, StringComparison.Ordinal);
        Assert.Contains("Data keluarga berubah sejak usulan diajukan", page.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal("01", (await db.Households.SingleAsync(h => h.Id == family)).Rt);
        Assert.Equal(ProposalStage.Answered, (await portal.Make.ProposalRowAsync(id)).Stage);
        await CorrectAsync(portal, family, new("Jalan Usulan 2", "Dusun Uji", "09", "02"));
        Assert.Equal(ProposalRules.AppliesToNothing, (await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.ApplyAsync(id))).Rule);
    }

    [Fact]
    public async Task A_NIK_that_somebody_else_took_meanwhile_leaves_everything_as_it_was()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var nik = Builders.Nik();
        var id = await portal.Make.AcceptedAsync(village.Id, content: Builders.NewFamilyContent(nik: nik), decile: 1);
        await portal.Make.HouseholdAsync(village.Id, nik: nik);

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.ApplyAsync(id));

        Assert.Equal(HouseholdRules.NikTakenHere, broken.Rule);
        await using var db = portal.Open();
        Assert.Equal((1, ProposalStage.Answered), (await db.Households.CountAsync(h => h.VillageId == village.Id), (await portal.Make.ProposalRowAsync(id)).Stage));
        Assert.Equal((1, 0), (await portal.Make.CountedAsync(village.Id, ProposalStage.Answered), await portal.Make.CountedAsync(village.Id, ProposalStage.Applied)));
    }

    [Fact]
    public async Task An_exit_ends_the_help_and_an_objection_that_amounts_to_one_does_too()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var program = await portal.Make.AssistanceAsync();
        foreach (var kind in new[] { ProposalKind.Exit, ProposalKind.Objection })
        {
            var family = await portal.Make.HouseholdAsync(village.Id);
            await portal.Make.EnrollAsync(family, program.Id);
            var held = await portal.Make.ContentOfAsync(family);
            var id = await portal.Make.AcceptedAsync(village.Id, kind, family, held with { Ground = kind == ProposalKind.Objection ? ObjectionGround.NoLongerPoor : null, LeaveReason = LeaveReason.NoLongerPoor, LeftOn = "2026-10-20" });

            await portal.Make.ApplyAsync(id);

            await using var db = portal.Open();
            var left = await db.Households.SingleAsync(h => h.Id == family);
            Assert.Equal((new DateOnly(2026, 10, 20), LeaveReason.NoLongerPoor, 0), (left.LeftOn!.Value, left.LeaveReason!.Value, left.ActiveProgramCount));
            Assert.Equal((new DateOnly(2026, 10, 20), EnrollmentEndReason.NoLongerPoor), await db.Enrollments.Where(e => e.HouseholdId == family).Select(e => new ValueTuple<DateOnly, EnrollmentEndReason>(e.EndedOn!.Value, e.EndReason!.Value)).SingleAsync());
            Assert.Equal(0, await db.VillageTallies.Where(t => t.VillageId == village.Id).SumAsync(t => t.Households));
        }
    }

    [Fact]
    public async Task A_family_that_already_left_is_a_conflict_for_a_correction()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id);
        var held = await portal.Make.ContentOfAsync(family);
        var id = await portal.Make.AcceptedAsync(village.Id, ProposalKind.Correction, family, held with { Family = held.Family with { Address = "Jalan Telat 2" } });
        await portal.Make.RunAsync<LeaveHousehold>(Actor.System("Uji"), async u => await u.RunAsync(family, new(2026, 10, 1), LeaveReason.Moved, await portal.Make.VersionAsync(family), CancellationToken.None));

        Assert.Equal(ProposalRules.AppliesToChanged, (await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.ApplyAsync(id))).Rule);
    }

    [Fact]
    public async Task A_move_brings_the_family_to_the_other_desa_and_its_counts_along()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, villages) = await portal.Make.DistrictAsync(2);
        var family = await portal.Make.HouseholdAsync(villages[0].Id);
        var held = await portal.Make.ContentOfAsync(family);
        var id = await portal.Make.AcceptedAsync(villages[0].Id, ProposalKind.Move, family, held with { ToVillageId = villages[1].Id, Family = held.Family with { Address = "Jalan Pindah 1" } });

        await portal.Make.ApplyAsync(id);

        await using var db = portal.Open();
        var moved = await db.Households.SingleAsync(h => h.Id == family);
        Assert.Equal((villages[1].Id, "Jalan Pindah 1"), (moved.VillageId, moved.Address));
        Assert.Equal((0, 1), (await db.VillageTallies.Where(t => t.VillageId == villages[0].Id).SumAsync(t => t.Households), await db.VillageTallies.Where(t => t.VillageId == villages[1].Id).SumAsync(t => t.Households)));
    }

    [Fact]
    public async Task When_the_head_died_another_member_becomes_head()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id, children: 1, headName: "Kepala Wafat");
        var held = await portal.Make.ContentOfAsync(family);
        var (head, child) = (held.Family.Members[0], held.Family.Members[1]);
        var id = await portal.Make.AcceptedAsync(village.Id, ProposalKind.Correction, family, held with
        {
            Family = held.Family with { Members = [head with { LeaveReason = LeaveReason.Deceased, LeftOn = "2026-10-02" }, child with { Relation = FamilyRelation.Head }] },
        });

        await portal.Make.ApplyAsync(id);

        await using var db = portal.Open();
        var now = await db.Households.Include(h => h.Members).SingleAsync(h => h.Id == family);
        Assert.Equal((child.Name, 1), (now.HeadName, now.MemberCount));
        Assert.Equal(LeaveReason.Deceased, now.Members.Single(m => m.Id == head.Key).LeaveReason);
    }

    [Fact]
    public async Task Two_appliers_at_once_apply_it_once()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var id = await portal.Make.AcceptedAsync(village.Id, decile: 1);

        var tried = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            try
            {
                await portal.Make.ApplyAsync(id);
                return null;
            }
            catch (RuleBrokenException refused)
            {
                return refused.Rule;
            }
        }));

        Assert.Single(tried, r => r is null);
        Assert.Single(tried, r => r == ProposalRules.WrongStage);
        await using var db = portal.Open();
        Assert.Equal(1, await db.Households.CountAsync(h => h.VillageId == village.Id));
        Assert.Equal(1, await db.ProposalSteps.CountAsync(s => s.ProposalId == id && s.Act == ProposalAct.Apply));
    }

    [Fact]
    public async Task A_correction_of_own_data_is_applied_without_the_centre()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id);
        var held = await portal.Make.ContentOfAsync(family);
        var id = await portal.Make.OwnCorrectionAsync(village.Id, family, held with { Family = held.Family with { Hamlet = "Dusun Sendiri" } });

        await portal.Make.ApplyAsync(id);

        await using var db = portal.Open();
        var now = await db.Households.SingleAsync(h => h.Id == family);
        Assert.Equal(("Dusun Sendiri", null), (now.Hamlet, now.Decile));
        Assert.Equal(ProposalStage.Applied, (await portal.Make.ProposalRowAsync(id)).Stage);
    }

    [Fact]
    public async Task All_of_a_desa_are_applied_at_once_and_the_refused_ones_tell_why()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var nik = Builders.Nik();
        var (good, blocked) = (await portal.Make.AcceptedAsync(village.Id), await portal.Make.AcceptedAsync(village.Id, content: Builders.NewFamilyContent("Kepala Ganda", nik)));
        await portal.Make.HouseholdAsync((await portal.Make.VillageAsync()).Id, nik: nik);
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await browser.SubmitAsync($"/usulan/terapkan?desa={village.Code}", new() { ["All"] = "true" });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("1 usulan diterapkan", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Kepala Ganda", answer.Text, StringComparison.Ordinal);
        Assert.Contains("NIK ini sudah tercatat aktif", answer.Text, StringComparison.Ordinal);
        Assert.Equal((ProposalStage.Applied, ProposalStage.Answered), ((await portal.Make.ProposalRowAsync(good)).Stage, (await portal.Make.ProposalRowAsync(blocked)).Stage));
    }

    private static async Task CorrectAsync(Portal portal, Guid family, HouseholdDetails details) => await portal.Make.RunAsync<CorrectHousehold>(
        Actor.System("Uji"), async u => await u.RunAsync(family, details, null, false, await portal.Make.VersionAsync(family), CancellationToken.None));

    private static async Task<IReadOnlyDictionary<string, string>> AnswersAsync(Portal portal, Guid family)
    {
        await using var db = portal.Open();
        return await db.AnswersNowAsync(family, CancellationToken.None);
    }
}
