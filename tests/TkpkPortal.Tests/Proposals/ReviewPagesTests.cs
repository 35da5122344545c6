using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class ReviewPagesTests
{
    [Fact]
    public async Task A_camat_sees_diff_and_evidence_and_verifies()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(1);
        var nik = Builders.Nik();
        var id = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Deliberated, content: Builders.NewFamilyContent("Warga Diusulkan", nik));
        using var camat = await portal.SignInAsync(Role.DistrictHead, district.Id);

        var page = await camat.GetAsync($"/usulan/{id}/verifikasi");
        var answer = await camat.SubmitAsync($"/usulan/{id}/verifikasi", new() { ["Input.Note"] = "Sudah dicocokkan dengan ketua RT." });

        Assert.Contains("Warga Diusulkan", page.Text, StringComparison.Ordinal);
        Assert.Contains("99••••••••••••••", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(nik, page.Html, StringComparison.Ordinal);
        Assert.Contains("17 Mei 1980", page.Text, StringComparison.Ordinal);
        Assert.Contains("0 foto", page.Text, StringComparison.Ordinal);
        Assert.Equal("/usulan/tugas", answer.Location);
        var stored = await portal.Make.StoredProposalAsync(id);
        var step = stored.Steps.MaxBy(s => s.At)!;
        Assert.Equal((ProposalStage.DistrictVerified, ProposalAct.VerifyDistrict, "Sudah dicocokkan dengan ketua RT.", "Camat"), (stored.Stage, step.Act, step.Note, step.Office));
        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == id && a.Action == AuditAction.Read && a.ActorId == step.ActorId));
        Assert.Equal(1, await CountAsync(portal, villages[0].Id, ProposalStage.DistrictVerified));
        Assert.Equal(0, await CountAsync(portal, villages[0].Id, ProposalStage.Deliberated));
    }

    [Theory]
    [InlineData("kembalikan", ProposalStage.Returned, ProposalAct.Return)]
    [InlineData("tolak", ProposalStage.Rejected, ProposalAct.Reject)]
    public async Task Giving_back_and_rejecting_need_a_reason_without_numbers_and_tell_it(string verb, ProposalStage to, ProposalAct act)
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var id = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.DistrictVerified);
        using var social = await portal.SignInAsync(Role.SocialAgency);

        var silent = await social.SubmitAsync($"/usulan/{id}/{verb}", new() { ["Input.Reason"] = "  " });
        var number = await social.SubmitAsync($"/usulan/{id}/{verb}", new() { ["Input.Reason"] = $"NIK {Builders.Nik()} salah" });
        var unchanged = (await portal.Make.StoredProposalAsync(id)).Stage;
        var told = await social.SubmitAsync($"/usulan/{id}/{verb}", new() { ["Input.Reason"] = "Nama ayah berbeda dengan KK." });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, ProposalStage.DistrictVerified), (silent.Status, number.Status, unchanged));
        Assert.Equal(ProposalRules.ReasonNeeded.Sentence, Assert.Single(silent.Problems));
        Assert.Equal(HouseholdRules.NumberInText.Sentence, Assert.Single(number.Problems));
        Assert.Equal("/usulan/tugas", told.Location);
        var stored = await portal.Make.StoredProposalAsync(id);
        Assert.Equal((to, act, "Nama ayah berbeda dengan KK."), (stored.Stage, stored.Steps.MaxBy(s => s.At)!.Act, stored.Reason));
    }

    [Fact]
    public async Task Nobody_reviews_the_own_proposal_and_who_verified_does_not_approve()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var me = await portal.Make.UserAsync(Role.SocialAgency);
        var own = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.DistrictVerified, createdBy: me.Id);
        var others = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.DistrictVerified);
        using var browser = await portal.SignInAsync(me.UserName!);

        var ownAnswer = await browser.SubmitAsync($"/usulan/{own}/verifikasi", []);
        var ownReturn = await browser.SubmitAsync($"/usulan/{own}/kembalikan", new() { ["Input.Reason"] = "Salah" });
        await browser.SubmitAsync($"/usulan/{others}/verifikasi", []);
        var approval = await browser.SubmitAsync($"/usulan/{others}/sahkan", []);
        using var second = await portal.SignInAsync(Role.Secretariat);
        var approved = await second.SubmitAsync($"/usulan/{others}/sahkan", new() { ["Input.Note"] = "Setuju" });

        Assert.Equal(ProposalRules.OwnProposal.Sentence, Assert.Single(ownAnswer.Problems));
        Assert.Equal(ProposalRules.OwnProposal.Sentence, Assert.Single(ownReturn.Problems));
        Assert.Equal(ProposalStage.DistrictVerified, (await portal.Make.StoredProposalAsync(own)).Stage);
        Assert.Equal((HttpStatusCode.BadRequest, ProposalRules.SecondPair.Sentence), (approval.Status, Assert.Single(approval.Problems)));
        Assert.True(approved.IsRedirect);
        Assert.Equal(ProposalStage.Approved, (await portal.Make.StoredProposalAsync(others)).Stage);
    }

    [Fact]
    public async Task A_step_of_the_wrong_stage_or_the_wrong_office_is_refused_and_not_offered()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(1);
        var waiting = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Deliberated);
        var early = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Submitted);
        var atSocial = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.DistrictVerified);
        using var camat = await portal.SignInAsync(Role.DistrictHead, district.Id);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);

        var offered = await camat.GetAsync($"/usulan/{early}/verifikasi");
        var form = await camat.GetAsync($"/usulan/{waiting}/verifikasi");
        var tooEarly = await camat.FormOn(form, $"/usulan/{early}/verifikasi").SendAsync(new() { ["Version"] = await VersionAsync(portal, early) });
        var returnForm = await camat.GetAsync($"/usulan/{waiting}/kembalikan");
        var notMine = await camat.FormOn(returnForm, $"/usulan/{atSocial}/kembalikan").SendAsync(new() { ["Version"] = await VersionAsync(portal, atSocial), ["Input.Reason"] = "Bukan tugas saya" });

        Assert.Null(offered.Document.QuerySelector("main form[method=post]"));
        Assert.Contains("Menunggu musyawarah", offered.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, tooEarly.Status);
        Assert.StartsWith("Usulan ini tidak dapat diverifikasi kecamatan", Assert.Single(tooEarly.Problems), StringComparison.Ordinal);
        Assert.Equal("Langkah ini dikerjakan oleh Dinas Sosial.", Assert.Single(notMine.Problems));
        Assert.Equal(HttpStatusCode.Forbidden, (await secretariat.GetAsync($"/usulan/{waiting}/verifikasi")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await camat.GetAsync($"/usulan/{waiting}/sahkan")).Status);
        Assert.Equal(ProposalStage.DistrictVerified, (await portal.Make.StoredProposalAsync(atSocial)).Stage);
    }

    [Fact]
    public async Task A_reviewer_who_looked_at_an_older_round_is_told_that_it_has_changed()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(1);
        var id = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Deliberated);
        using var camat = await portal.SignInAsync(Role.DistrictHead, district.Id);
        var form = await camat.OpenFormAsync($"/usulan/{id}/verifikasi");
        await portal.Make.AgeProposalAsync(id, TimeSpan.FromDays(1));

        var answer = await form.SendAsync([]);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal(ProposalStage.Deliberated, (await portal.Make.StoredProposalAsync(id)).Stage);
    }

    [Fact]
    public async Task A_visit_goes_to_an_active_pendamping_who_records_what_was_found()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var visitor = await portal.Make.UserAsync(Role.Facilitator);
        var desk = await portal.Make.UserAsync(Role.VillageOperator, village.Id);
        var id = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.SocialVerified);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        using var browser = await portal.SignInAsync(visitor.UserName!);
        using var stranger = await portal.SignInAsync(Role.Facilitator);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/usulan/{id}/cek-lapangan")).Status);
        var nobody = await secretariat.SubmitAsync($"/usulan/{id}/minta-cek-lapangan", new() { ["Input.FacilitatorId"] = "" });
        var notVisitor = await secretariat.SubmitAsync($"/usulan/{id}/minta-cek-lapangan", new() { ["Input.FacilitatorId"] = desk.Id.ToString() });
        var asked = await secretariat.SubmitAsync($"/usulan/{id}/minta-cek-lapangan", new() { ["Input.FacilitatorId"] = visitor.Id.ToString(), ["Input.Note"] = "Periksa lantainya." });
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/usulan/{id}/cek-lapangan")).Status);
        var form = await browser.GetAsync($"/usulan/{id}/cek-lapangan");
        var nothing = await browser.SubmitAsync($"/usulan/{id}/cek-lapangan", []);
        var silent = await browser.SubmitAsync($"/usulan/{id}/cek-lapangan", new() { ["Input.Finding"] = "Differs" });
        var recorded = await browser.SubmitAsync($"/usulan/{id}/cek-lapangan", new() { ["Input.Finding"] = "Differs", ["Input.Reason"] = "Lantai sudah keramik." });

        Assert.Equal(ProposalRules.VisitorNeeded.Sentence, Assert.Single(nobody.Problems));
        Assert.Equal(ReviewRules.NotAVisitor.Sentence, Assert.Single(notVisitor.Problems));
        Assert.True(asked.IsRedirect);
        Assert.NotNull(form.Document.QuerySelector($"main a[href='/usulan/{id}/foto']"));
        Assert.Contains("Periksa lantainya.", form.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, nothing.Status);
        Assert.Equal(ProposalRules.ReasonNeeded.Sentence, Assert.Single(silent.Problems));
        Assert.True(recorded.IsRedirect);
        var stored = await portal.Make.StoredProposalAsync(id);
        Assert.Equal((ProposalStage.FieldChecked, (FieldFinding?)FieldFinding.Differs, (Guid?)visitor.Id), (stored.Stage, stored.Finding, stored.FacilitatorId));
        Assert.Equal(1, await CountAsync(portal, village.Id, ProposalStage.FieldChecked));
    }

    [Fact]
    public async Task A_question_about_own_data_is_answered_with_its_clock_in_sight()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var household = await portal.Make.HouseholdAsync(village.Id);
        var id = await portal.Make.ProposalAsync(village.Id, ProposalKind.OwnDataAccess, ProposalStage.Submitted, household, await portal.Make.ContentOfAsync(household));
        await portal.Make.AgeProposalAsync(id, TimeSpan.FromHours(75.5));
        using var secretariat = await portal.SignInAsync(Role.Secretariat);

        var page = await secretariat.GetAsync($"/usulan/{id}/jawab");
        var silent = await secretariat.SubmitAsync($"/usulan/{id}/jawab", []);
        var answered = await secretariat.SubmitAsync($"/usulan/{id}/jawab", new() { ["Input.Reason"] = "Salinan data diserahkan langsung." });

        Assert.Contains("lewat 4 jam", page.Text, StringComparison.Ordinal);
        Assert.Equal(ProposalRules.ReasonNeeded.Sentence, Assert.Single(silent.Problems));
        Assert.True(answered.IsRedirect);
        Assert.Equal(ProposalStage.Completed, (await portal.Make.StoredProposalAsync(id)).Stage);
    }

    [Fact]
    public async Task A_correction_of_own_data_needs_no_musyawarah_but_two_people()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var household = await portal.Make.HouseholdAsync(village.Id);
        var content = await portal.Make.ContentOfAsync(household);
        var id = await portal.Make.ProposalAsync(village.Id, ProposalKind.OwnDataCorrection, ProposalStage.Submitted, household, content with { Family = content.Family with { Address = "Jalan Benar 9" } });
        using var social = await portal.SignInAsync(Role.SocialAgency);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);

        await TakenAsync(social, $"/usulan/{id}/verifikasi", []);
        var same = await social.SubmitAsync($"/usulan/{id}/sahkan", []);
        await TakenAsync(secretariat, $"/usulan/{id}/sahkan", []);
        var waiting = await secretariat.GetAsync($"/usulan/tugas?kelompok=penerapan-data-sendiri&desa={village.Code}");

        Assert.Equal(ProposalRules.SecondPair.Sentence, Assert.Single(same.Problems));
        Assert.Equal(ProposalStage.Approved, (await portal.Make.StoredProposalAsync(id)).Stage);
        Assert.NotNull(waiting.Document.QuerySelector($"a[href='/usulan/{id}/terapkan']"));
    }

    [Fact]
    public async Task Every_step_of_the_way_is_in_the_trail_with_actor_office_time_and_note()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(1);
        var visitor = await portal.Make.UserAsync(Role.Facilitator);
        var id = await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Deliberated);
        using var camat = await portal.SignInAsync(Role.DistrictHead, district.Id);
        using var social = await portal.SignInAsync(Role.SocialAgency);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        using var walker = await portal.SignInAsync(visitor.UserName!);

        await TakenAsync(camat, $"/usulan/{id}/verifikasi", new() { ["Input.Note"] = "Langkah satu" });
        await TakenAsync(social, $"/usulan/{id}/verifikasi", new() { ["Input.Note"] = "Langkah dua" });
        await TakenAsync(secretariat, $"/usulan/{id}/minta-cek-lapangan", new() { ["Input.FacilitatorId"] = visitor.Id.ToString(), ["Input.Note"] = "Langkah tiga" });
        await TakenAsync(walker, $"/usulan/{id}/cek-lapangan", new() { ["Input.Finding"] = "Matches", ["Input.Reason"] = "Langkah empat" });
        await TakenAsync(secretariat, $"/usulan/{id}/sahkan", new() { ["Input.Note"] = "Langkah lima" });

        var steps = (await portal.Make.StoredProposalAsync(id)).Steps.OrderBy(s => s.At).ToList();
        // The builder took the first two, at one moment.
        Assert.Equal([ProposalAct.VerifyDistrict, ProposalAct.VerifySocial, ProposalAct.AskFieldCheck, ProposalAct.RecordFieldCheck, ProposalAct.Approve], steps.Skip(2).Select(s => s.Act).ToArray());
        await using var db = portal.Open();
        foreach (var step in steps.Skip(2))
        {
            var entry = await db.AuditEntries.AsNoTracking().SingleAsync(a => a.SubjectId == step.Id);
            var told = new AuditTrail(portal.Cipher, TimeProvider.System, new RequestTrace()).ChangesOf(entry.Id, entry.SealedChanges).ToDictionary(c => c.Field, c => c.New);
            Assert.Equal((nameof(ProposalStep), AuditAction.Create, step.ActorId, step.ActorName), (entry.Subject, entry.Action, entry.ActorId, entry.ActorName));
            Assert.Equal((step.Office, step.Note, step.Act.ToString(), id.ToString()), (told["Office"], told["Note"], told["Act"], told["ProposalId"]));
            Assert.True((entry.At - step.At).Duration() < TimeSpan.FromSeconds(5));
            Assert.NotEmpty(step.Office);
        }

        Assert.Equal(["Langkah satu", "Langkah dua", "Langkah tiga", "Langkah empat", "Langkah lima"], steps.Skip(2).Select(s => s.Note));
    }

    private static async Task TakenAsync(Browser browser, string path, Dictionary<string, string> typed)
    {
        var answer = await browser.SubmitAsync(path, typed);
        Assert.True(answer.IsRedirect, $"{path}: {string.Join("; ", answer.Problems)}");
    }

    private static async Task<int> CountAsync(Portal portal, Guid villageId, ProposalStage stage)
    {
        await using var db = portal.Open();
        return await db.ProposalTallies.Where(t => t.VillageId == villageId && t.Stage == stage).SumAsync(t => t.Count);
    }

    private static async Task<string> VersionAsync(Portal portal, Guid id) => (await portal.Make.StoredProposalAsync(id)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
