using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class BulkReviewTests
{
    [Fact]
    public async Task Good_ones_go_through_and_the_others_are_told_one_by_one()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var me = await portal.Make.UserAsync(Role.DistrictHead, district.Id);
        var foreign = await portal.Make.ProposalAsync((await portal.Make.DistrictAsync(1)).Villages[0].Id, stage: ProposalStage.Deliberated, content: Builders.NewFamilyContent("Keluarga Kecamatan Lain"));
        Guid[] good = [await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Deliberated), await portal.Make.ProposalAsync(villages[1].Id, stage: ProposalStage.Deliberated)];
        var own = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Deliberated, createdBy: me.Id);
        var early = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Submitted);
        using var camat = await portal.SignInAsync(me.UserName!);

        // The refused ones stand between the good ones: no failure takes a neighbour with it.
        var answer = await SendAsync(camat, "verifikasi", [good[0], own, foreign, early, good[1]], "Sudah diperiksa");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("2 usulan diverifikasi", answer.Text, StringComparison.Ordinal);
        Assert.Contains("3 usulan tidak dapat diproses", answer.Text, StringComparison.Ordinal);
        Assert.Contains(ProposalRules.OwnProposal.Sentence, answer.Text, StringComparison.Ordinal);
        Assert.Contains(ReviewRules.OutOfReach.Sentence, answer.Text, StringComparison.Ordinal);
        Assert.Contains("tahapnya sekarang diajukan desa", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Keluarga Kecamatan Lain", answer.Text, StringComparison.Ordinal);
        foreach (var id in good)
        {
            var stored = await portal.Make.StoredProposalAsync(id);
            Assert.Equal((ProposalStage.DistrictVerified, "Sudah diperiksa"), (stored.Stage, stored.Steps.MaxBy(s => s.At)!.Note));
        }

        foreach (var id in new[] { own, foreign }) Assert.Equal(ProposalStage.Deliberated, (await portal.Make.StoredProposalAsync(id)).Stage);
        await using var db = portal.Open();
        Assert.Equal(2, await db.ProposalTallies.Where(t => t.Stage == ProposalStage.DistrictVerified && (t.VillageId == villages[0].Id || t.VillageId == villages[1].Id)).SumAsync(t => t.Count));
    }

    [Fact]
    public async Task A_bulk_return_needs_one_reason_and_keeps_what_was_ticked()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var id = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.DistrictVerified);
        using var social = await portal.SignInAsync(Role.SocialAgency);

        var silent = await SendAsync(social, "kembalikan", [id], " ");
        var again = await social.FormOn(silent, "/usulan/tugas/kembalikan").SendAsync(new() { ["Reason"] = "KK belum dilampirkan" });

        Assert.Equal((HttpStatusCode.BadRequest, ProposalRules.ReasonNeeded.Sentence), (silent.Status, Assert.Single(silent.Problems)));
        Assert.Contains("1 usulan dikembalikan", again.Text, StringComparison.Ordinal);
        Assert.Equal((ProposalStage.Returned, "KK belum dilampirkan"), ((await portal.Make.StoredProposalAsync(id)).Stage, (await portal.Make.StoredProposalAsync(id)).Reason));
    }

    [Fact]
    public async Task None_ticked_and_more_than_two_hundred_are_refused_as_a_whole()
    {
        var portal = await Portal.SharedAsync();
        using var secretariat = await portal.SignInAsync(Role.Secretariat);

        var none = await SendAsync(secretariat, "sahkan", [], "");
        var many = await SendAsync(secretariat, "sahkan", [.. Enumerable.Range(0, 201).Select(_ => Guid.NewGuid())], "");
        var most = await SendAsync(secretariat, "sahkan", [.. Enumerable.Range(0, 200).Select(_ => Guid.NewGuid())], "");

        Assert.Equal(ReviewRules.NothingChosen.Sentence, Assert.Single(none.Problems));
        Assert.Equal("Paling banyak 200 usulan sekali jalan; yang dicentang 201.", Assert.Single(many.Problems));
        Assert.Contains("200 usulan tidak dapat diproses", most.Text, StringComparison.Ordinal);
        Assert.Equal("/usulan/tugas", (await secretariat.GetAsync("/usulan/tugas/sahkan")).Location);
    }

    [Fact]
    public async Task Four_eyes_hold_in_bulk_and_a_double_click_takes_the_step_once()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var id = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.DistrictVerified);
        using var social = await portal.SignInAsync(Role.SocialAgency);
        var form = social.FormOn(await social.GetAsync("/usulan/tugas?kelompok=dinas-sosial"), "/usulan/tugas");
        var typed = new Dictionary<string, string> { ["Chosen"] = id.ToString() };
        var click = new OpenForm(social, "/usulan/tugas/verifikasi", [.. form.Fields]);

        var first = await click.SendAsync(typed);
        var second = await click.SendAsync(typed);
        var approval = await SendAsync(social, "sahkan", [id], "");

        Assert.Contains("1 usulan diverifikasi", first.Text, StringComparison.Ordinal);
        Assert.True(second.IsRedirect);
        Assert.Contains(ProposalRules.SecondPair.Sentence, approval.Text, StringComparison.Ordinal);
        Assert.Single((await portal.Make.StoredProposalAsync(id)).Steps, s => s.Act == ProposalAct.VerifySocial);
        Assert.Equal(ProposalStage.SocialVerified, (await portal.Make.StoredProposalAsync(id)).Stage);
    }

    /// <summary>Any form of the person gives the token; every send has a key of its own.</summary>
    private static async Task<Answer> SendAsync(Browser browser, string verb, IReadOnlyList<Guid> ids, string reason)
    {
        var fields = browser.FormOn(await browser.GetAsync("/akun/kata-sandi"), "/").Fields.Where(f => f.Key is "__antiPalsu" or "__kunci").ToList();
        return await new OpenForm(browser, $"/usulan/tugas/{verb}", [.. fields, .. ids.Select(id => new KeyValuePair<string, string>("Chosen", id.ToString()))]).SendAsync(new() { ["Reason"] = reason });
    }
}
