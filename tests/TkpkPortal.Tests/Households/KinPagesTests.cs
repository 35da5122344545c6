using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

/// <summary>Move, split and merge, as people do them.</summary>
public sealed class KinPagesTests
{
    [Fact]
    public async Task A_family_moves_and_both_desa_count_it_right()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, villages) = await portal.Make.DistrictAsync(2);
        var family = await portal.Make.HouseholdAsync(villages[0].Id, 2);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        using var old = await portal.SignInAsync(Role.VillageOperator, villages[0].Id);
        using var next = await portal.SignInAsync(Role.VillageOperator, villages[1].Id);
        var form = await secretariat.OpenFormAsync($"/keluarga/{family}/pindah");

        var same = await form.SendAsync(Address(villages[0].Id));
        var answers = await Task.WhenAll(form.SendAsync(Address(villages[1].Id)), form.SendAsync(Address(villages[1].Id)));

        Assert.Equal([HouseholdRules.AlreadyInVillage.Sentence], same.Problems);
        Assert.All(answers, a => Assert.Equal($"/keluarga/{family}", a.Location));
        Assert.Equal(default, await HouseholdPagesTests.TallyAsync(portal, villages[0].Id, 0));
        Assert.Equal((1, 3, 1), await HouseholdPagesTests.TallyAsync(portal, villages[1].Id, 0));
        Assert.Equal(HttpStatusCode.NotFound, (await old.GetAsync($"/keluarga/{family}")).Status);
        var profile = await next.GetAsync($"/keluarga/{family}");
        Assert.Contains($"Keluarga pindah dari {villages[0].Name} ke {villages[1].Name}", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Alamat: Jalan Uji 1 menjadi Jalan Tujuan 5", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/pindah", profile.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await next.GetAsync($"/keluarga/{family}/pindah")).Status);
        await using var db = portal.Open();
        Assert.Single(await db.AuditEntries.Where(a => a.SubjectId == family && a.Action == AuditAction.Update && a.VillageId == villages[1].Id).ToListAsync());
    }

    [Fact]
    public async Task A_child_splits_off_with_the_same_row_and_both_histories_tell_it()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var card = Builders.CardNumber();
        var family = await portal.Make.HouseholdAsync(village.Id, 2, cardNumber: card);
        await portal.Make.RankAsync(family, 2);
        var children = await ChildrenAsync(portal, family);
        await portal.Make.CorrectAsync(family, children[0], nik: Builders.Nik());
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var path = $"/keluarga/{family}/pisah";

        var nobody = await browser.SubmitAsync(path, []);
        var headless = await browser.SubmitAsync(path, new() { [$"Leaving[{children[0]}]"] = "Child" });
        var sameCard = await browser.SubmitAsync(path, new() { [$"Leaving[{children[0]}]"] = "Head", ["Input.CardNumber"] = card });
        var split = await browser.SubmitAsync(path, new() { [$"Leaving[{children[0]}]"] = "Head", ["Input.Address"] = "Jalan Sendiri 7" });

        Assert.Equal([HouseholdRules.NobodySplits.Sentence], nobody.Problems);
        Assert.Equal([HouseholdRules.NewHeadNeeded.Sentence], headless.Problems);
        Assert.Equal(HttpStatusCode.BadRequest, sameCard.Status);
        Assert.StartsWith("Nomor KK ini sudah tercatat aktif pada keluarga ", sameCard.Problems.Single(), StringComparison.Ordinal);
        Assert.True(split.IsRedirect, split.Text);
        await using var db = portal.Open();
        var made = await db.Households.Include(h => h.Members).AsNoTracking().SingleAsync(h => h.SplitFromId == family);
        Assert.Equal((children[0], FamilyRelation.Head, "Jalan Sendiri 7", 1, null), (made.Members.Single().Id, made.Members[0].Relation, made.Address, made.MemberCount, made.Decile));
        Assert.Equal(16, portal.Cipher.Open(made.Members[0].NikCipher!, children[0]).Length);
        Assert.Equal((1, 2, 1), await HouseholdPagesTests.TallyAsync(portal, village.Id, 2));
        Assert.Equal((1, 1, 1), await HouseholdPagesTests.TallyAsync(portal, village.Id, 0));
        var head = await db.Households.Where(h => h.Id == family).Select(h => h.HeadName).SingleAsync();
        var (there, here) = (await browser.GetAsync(split.Location!), await browser.GetAsync($"/keluarga/{family}"));
        Assert.Contains($"Keluarga dipisah dari keluarga {head} ke KK sendiri", there.Text, StringComparison.Ordinal);
        Assert.Contains($"{made.HeadName} datang dari keluarga {head}", there.Text, StringComparison.Ordinal);
        Assert.Contains($"{made.HeadName} pindah ke keluarga {made.HeadName}", here.Text, StringComparison.Ordinal);
        Assert.Contains("Pisah dari keluarga ini", here.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_moves_people_and_help_and_never_doubles_a_program()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, villages) = await portal.Make.DistrictAsync(2);
        var card = Builders.CardNumber();
        var (family, other) = (await portal.Make.HouseholdAsync(villages[0].Id), await portal.Make.HouseholdAsync(villages[1].Id, 1, Builders.Nik(), card));
        var (both, only) = (await portal.Make.AssistanceAsync(), await portal.Make.AssistanceAsync());
        await portal.Make.EnrollAsync(family, both.Id);
        await portal.Make.EnrollAsync(other, both.Id);
        await portal.Make.EnrollAsync(other, only.Id);
        var child = (await ChildrenAsync(portal, other))[0];
        await using var db = portal.Open();
        var head = await db.HouseholdMembers.Where(m => m.HouseholdId == other && m.Relation == FamilyRelation.Head).Select(m => m.Id).SingleAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var found = await browser.SubmitAsync($"/keluarga/{family}/gabung/cari", new() { ["Find.Other"] = card });
        var blank = await browser.SubmitAsync(found.Location!, new() { [$"People[{head}]"] = "Parent" });
        var merged = await browser.SubmitAsync(found.Location!, new() { [$"People[{head}]"] = "Parent", [$"People[{child}]"] = JoinAsSame });

        Assert.EndsWith($"?dengan={other}", found.Location, StringComparison.Ordinal);
        Assert.Equal([HouseholdRules.RelationMissing.Sentence], blank.Problems);
        Assert.True(merged.IsRedirect, merged.Text);
        var kept = await db.Households.Include(h => h.Members).AsNoTracking().SingleAsync(h => h.Id == family);
        var gone = await db.Households.Include(h => h.Members).AsNoTracking().SingleAsync(h => h.Id == other);
        Assert.Equal((2, 2), (kept.MemberCount, kept.ActiveProgramCount));
        Assert.Equal((LeaveReason.Merged, family, 0, 0), (gone.LeaveReason, gone.MergedIntoId, gone.MemberCount, gone.ActiveProgramCount));
        Assert.Equal(LeaveReason.Duplicate, gone.Members.Single().LeaveReason);
        var enrollments = await db.Enrollments.AsNoTracking().Where(e => e.HouseholdId == family || e.HouseholdId == other).ToListAsync();
        Assert.Equal([both.Id, only.Id], enrollments.Where(e => e.EndedOn is null && e.HouseholdId == family).Select(e => e.ProgramId).Order());
        Assert.Equal((other, EnrollmentEndReason.Duplicate), enrollments.Where(e => e.EndedOn is not null).Select(e => (e.HouseholdId, e.EndReason!.Value)).Single());
        Assert.Equal((1, 2, 0), await HouseholdPagesTests.TallyAsync(portal, villages[0].Id, 0));
        Assert.Equal(default, await HouseholdPagesTests.TallyAsync(portal, villages[1].Id, 0));
        var (here, there) = (await browser.GetAsync($"/keluarga/{family}"), await browser.GetAsync($"/keluarga/{other}"));
        Assert.Contains($"datang dari keluarga {gone.HeadName}", here.Text, StringComparison.Ordinal);
        Assert.Contains($"{only.Name} diteruskan dari keluarga {gone.HeadName}", here.Text, StringComparison.Ordinal);
        Assert.Contains($"Keluarga digabung ke keluarga {kept.HeadName}", there.Text, StringComparison.Ordinal);
        // The desa it left reads that it went, not to whom.
        using var desa = await portal.SignInAsync(Role.VillageOperator, villages[1].Id);
        var left = await desa.GetAsync($"/keluarga/{other}");
        Assert.Contains("pindah ke keluarga lain di luar wilayah Anda", left.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(kept.HeadName, left.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desa_operator_finds_no_family_of_another_desa_to_merge()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, villages) = await portal.Make.DistrictAsync(2);
        var card = Builders.CardNumber();
        var (family, foreign) = (await portal.Make.HouseholdAsync(villages[0].Id), await portal.Make.HouseholdAsync(villages[1].Id, cardNumber: card));
        using var browser = await portal.SignInAsync(Role.VillageOperator, villages[0].Id);
        var path = $"/keluarga/{family}/gabung/cari";

        foreach (var typed in new[] { card, $"http://portal/keluarga/{foreign}", "tidak ada" })
            Assert.Equal([HouseholdRules.OtherFamilyUnknown.Sentence], (await browser.SubmitAsync(path, new() { ["Find.Other"] = typed })).Problems);
        Assert.Equal([HouseholdRules.SameFamily.Sentence], (await browser.SubmitAsync(path, new() { ["Find.Other"] = family.ToString() })).Problems);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/keluarga/{family}/gabung?dengan={foreign}")).Status);
        var actor = new Actor { Name = "Operator", Role = Role.VillageOperator, Reach = Reach.Villages, VillageIds = [villages[0].Id], UserId = Guid.NewGuid() };
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.Make.RunAsync<MergeHouseholds>(actor, u => u.RunAsync(family, 0, foreign, 0, new Dictionary<Guid, FamilyRelation?>(), CancellationToken.None)));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.Make.RunAsync<MoveHousehold>(actor, u => u.RunAsync(family, villages[1].Id, new("Jalan", null, null, null), 0, CancellationToken.None)));
    }

    [Fact]
    public async Task A_family_changed_meanwhile_stops_a_split()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id, 1);
        var child = (await ChildrenAsync(portal, family))[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var form = await browser.OpenFormAsync($"/keluarga/{family}/pisah");
        await portal.Make.CorrectAsync(family, child, name: "Nama Baru");

        var conflict = await form.SendAsync(new() { [$"Leaving[{child}]"] = "Head" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Equal("Head", conflict.Document.QuerySelector("select[name^=Leaving] option[selected]")!.GetAttribute("value"));
        Assert.True((await browser.FormOn(conflict, $"/keluarga/{family}/pisah").SendAsync([])).IsRedirect);
    }

    private const string JoinAsSame = "sama";

    private static Dictionary<string, string> Address(Guid village) => new() { ["Input.VillageId"] = village.ToString(), ["Input.Address"] = "Jalan Tujuan 5" };

    private static async Task<List<Guid>> ChildrenAsync(Portal portal, Guid family)
    {
        await using var db = portal.Open();
        return await db.HouseholdMembers.Where(m => m.HouseholdId == family && m.Relation == FamilyRelation.Child).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync();
    }
}
