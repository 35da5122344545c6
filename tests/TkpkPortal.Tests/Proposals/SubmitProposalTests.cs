using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>Beginning, handing in and taking back, on a real database.</summary>
public sealed class SubmitProposalTests
{
    [Fact]
    public async Task One_open_proposal_of_a_kind_for_one_family()
    {
        var (portal, village, family, desa) = await FamilyAsync();
        await portal.Make.StartAsync(desa, ProposalKind.Correction, householdId: family);

        await BreaksAsync(ProposalRules.AlreadyOpen, () => portal.Make.StartAsync(desa, ProposalKind.Correction, householdId: family));
        await portal.Make.StartAsync(desa, ProposalKind.Exit, householdId: family);
    }

    [Fact]
    public async Task A_family_that_left_or_is_not_named_is_not_proposed()
    {
        var (portal, village, family, desa) = await FamilyAsync();
        await BreaksAsync(DraftRules.FamilyNeeded, () => portal.Make.StartAsync(desa, ProposalKind.Correction));
        await portal.Make.RunAsync<Core.Programs.LeaveHousehold>(desa, async u => await u.RunAsync(family, new DateOnly(2026, 11, 1), LeaveReason.Moved, await portal.Make.VersionAsync(family), CancellationToken.None));

        await BreaksAsync(ProposalRules.FamilyHasLeft, () => portal.Make.StartAsync(desa, ProposalKind.Correction, householdId: family));
    }

    [Fact]
    public async Task A_desa_or_family_out_of_scope_does_not_exist()
    {
        var (portal, _, family, _) = await FamilyAsync();
        var villages = (await portal.Make.DistrictAsync(2)).Villages;
        var other = Builders.OperatorOf(villages[0].Id);

        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.Make.StartAsync(other, ProposalKind.Correction, householdId: family));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.Make.StartAsync(other, ProposalKind.NewFamily, villages[1].Id));
    }

    [Fact]
    public async Task Nothing_changed_is_nothing_proposed()
    {
        var (portal, _, family, desa) = await FamilyAsync();
        var id = await portal.Make.StartAsync(desa, ProposalKind.Correction, householdId: family);
        await portal.Make.SaveDraftAsync(desa, id, Reasons());

        await BreaksAsync(ProposalRules.NothingProposed, () => portal.Make.SubmitAsync(desa, id));
    }

    [Fact]
    public async Task A_record_that_changed_meanwhile_stops_the_submission_until_it_is_loaded()
    {
        var (portal, _, family, desa) = await FamilyAsync();
        var id = await portal.Make.StartAsync(desa, ProposalKind.Correction, householdId: family);
        await portal.Make.SaveDraftAsync(desa, id, new FamilyPart(null, false, "Jalan Usulan", "Dusun Uji", "01", "02", null));
        await portal.Make.SaveDraftAsync(desa, id, Reasons());
        await portal.Make.RunAsync<CorrectHousehold>(desa, async u => await u.RunAsync(family, new("Jalan Sekretariat", "Dusun Lain", "01", "02"), null, false, await portal.Make.VersionAsync(family), CancellationToken.None));

        var broken = await BreaksAsync(ProposalRules.BaseOvertaken, () => portal.Make.SubmitAsync(desa, id));
        Assert.Contains("(Alamat)", broken.Message, StringComparison.Ordinal);
        await portal.Make.RunAsync<RefreshDraft>(desa, async u => await u.RunAsync(id, (await portal.Make.OpenProposalAsync(id)).Proposal.Version, CancellationToken.None));
        await portal.Make.SubmitAsync(desa, id);

        var line = Assert.Single(await portal.Make.LinesOfAsync(id));
        Assert.Equal(("Address", "Jalan Sekretariat", "Jalan Usulan"), (line.Field, line.Old, line.New));
    }

    [Fact]
    public async Task A_number_that_is_active_says_where_in_the_own_scope_and_only_that_elsewhere()
    {
        var portal = await Portal.SharedAsync();
        var villages = (await portal.Make.DistrictAsync(2)).Villages;
        var (here, there) = (Builders.Nik(), Builders.Nik());
        await portal.Make.HouseholdAsync(villages[0].Id, nik: here);
        await portal.Make.HouseholdAsync(villages[1].Id, nik: there);
        var desa = Builders.OperatorOf(villages[0].Id);
        var id = await portal.Make.StartAsync(desa, ProposalKind.NewFamily, villages[0].Id);

        var own = await portal.Make.SaveDraftAsync(desa, id, Head(here));
        var foreign = await portal.Make.SaveDraftAsync(desa, id, Head(there));

        Assert.Equal(DraftRules.NikHere, Assert.Single(own.Problems).Rule);
        Assert.Contains(villages[0].Name, own.Problems[0].Sentence, StringComparison.Ordinal);
        Assert.Equal(HouseholdRules.NikTakenElsewhere, Assert.Single(foreign.Problems).Rule);
    }

    [Fact]
    public async Task A_move_is_announced_to_the_desa_of_arrival_and_a_corrected_destination_moves_the_word()
    {
        var portal = await Portal.SharedAsync();
        var villages = (await portal.Make.DistrictAsync(3)).Villages;
        var family = await portal.Make.HouseholdAsync(villages[0].Id);
        var desa = Builders.OperatorOf(villages[0].Id);
        var id = await portal.Make.StartAsync(desa, ProposalKind.Move, householdId: family);
        await portal.Make.SaveDraftAsync(desa, id, Reasons());
        await portal.Make.SaveDraftAsync(desa, id, new FamilyPart(null, false, "Jalan Baru", null, null, null, villages[0].Id));
        await BreaksAsync(ProposalRules.Incomplete, () => portal.Make.SubmitAsync(desa, id));
        await portal.Make.SaveDraftAsync(desa, id, new FamilyPart(null, false, "Jalan Baru", null, null, null, villages[1].Id));
        await portal.Make.SubmitAsync(desa, id);

        Assert.Equal(id, Assert.Single(await IncomingAsync(villages[1].Id)));
        Assert.Empty(await IncomingAsync(villages[2].Id));
        await using (var db = portal.Open())
        {
            var proposal = await db.Proposals.Include(p => p.Incoming).SingleAsync(p => p.Id == id);
            proposal.DecideInDeliberation((await DeliberationAsync(db, villages[0].Id)).Id, DeliberationOutcome.Worthy, null, Builders.Cycle, Builders.ActorOf(Role.Secretariat), DateTimeOffset.UtcNow);
            proposal.Return("Desanya keliru.", Builders.ActorOf(Role.DistrictHead), DateTimeOffset.UtcNow);
            await db.SaveProposalsAsync(CancellationToken.None);
        }

        await portal.Make.SaveDraftAsync(desa, id, new FamilyPart(null, false, "Jalan Baru", null, null, null, villages[2].Id));
        await portal.Make.SubmitAsync(desa, id);

        Assert.Empty(await IncomingAsync(villages[1].Id));
        Assert.Equal(id, Assert.Single(await IncomingAsync(villages[2].Id)));
        Assert.Equal(2, (await portal.Make.OpenProposalAsync(id)).Proposal.Round);

        async Task<List<Guid>> IncomingAsync(Guid village)
        {
            await using var db = portal.Open(Builders.OperatorOf(village));
            return await db.IncomingMoves.Where(m => m.ToVillageId == village).Select(m => m.ProposalId).ToListAsync();
        }
    }

    [Theory]
    [InlineData(ProposalKind.OwnDataAccess)]
    [InlineData(ProposalKind.OwnDataObjection)]
    public async Task A_question_about_own_data_changes_nothing_and_has_its_clock(ProposalKind kind)
    {
        var (portal, village, family, desa) = await FamilyAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var id = await DraftPagesTests.StartAsync(browser, kind, family);
        await DraftPagesTests.SaveAsync(browser, $"/usulan/{id}/isi/alasan", new() { ["Input.Grounds"] = "Ingin melihat datanya.", ["Input.Informant"] = "Warga Uji", ["Input.IdentityCardSeen"] = "True" });
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/usulan/{id}/ajukan")).Status);

        await browser.SubmitAsync($"/usulan/{id}/ajukan", []);

        var (proposal, _) = await portal.Make.OpenProposalAsync(id);
        Assert.Equal((ProposalStage.Submitted, false), (proposal.Stage, proposal.IsLate));
        Assert.Empty(await portal.Make.LinesOfAsync(id));
        Assert.Contains("Harus dijawab paling lambat", (await browser.GetAsync($"/usulan/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_to_a_status_proposes_an_exit_and_one_to_the_data_opens_the_form()
    {
        var (portal, village, family, _) = await FamilyAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var id = await DraftPagesTests.StartAsync(browser, ProposalKind.Objection, family);
        var reasons = DraftPagesTests.ReasonFields();
        (reasons["Input.Informant"], reasons["Input.Ground"]) = ("Tetangga Uji", nameof(ObjectionGround.WrongData));
        Assert.EndsWith("/isi/keluarga", await DraftPagesTests.SaveAsync(browser, $"/usulan/{id}/isi/alasan", reasons), StringComparison.Ordinal);

        (reasons["Input.Ground"], reasons["Input.LeftOn"]) = (nameof(ObjectionGround.NoLongerPoor), "20/11/2026");
        Assert.EndsWith("/isi/periksa", await DraftPagesTests.SaveAsync(browser, $"/usulan/{id}/isi/alasan", reasons), StringComparison.Ordinal);
        Assert.True((await browser.SubmitAsync($"/usulan/{id}/ajukan", [])).IsRedirect);

        Assert.Equal([("LeaveReason", "NoLongerPoor"), ("LeftOn", "2026-11-20")], (await portal.Make.LinesOfAsync(id)).Select(l => (l.Field, l.New)).Order());
        Assert.Contains("Alasan keluar", (await browser.GetAsync($"/usulan/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_handed_in_late_counts_for_the_next_cycle_and_is_told_before_and_after()
    {
        var time = new FakeTimeProvider(new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
        await using var portal = await Portal.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var id = await portal.Make.StartAsync(Builders.OperatorOf(village.Id), ProposalKind.NewFamily, village.Id);
        await DraftPagesTests.FillAsync(portal, village.Id, id);

        Assert.Contains("Batas pengajuan periode November 2026 sudah lewat pada 11 November 2026. Yang diajukan hari ini masuk periode Desember 2026", (await browser.GetAsync($"/usulan/{id}/ajukan")).Text, StringComparison.Ordinal);
        var sent = await browser.SubmitAsync($"/usulan/{id}/ajukan", []);
        Assert.Contains("masuk periode Desember 2026", (await browser.GetAsync(sent.Location!)).Text, StringComparison.Ordinal);
        var (late, _) = await portal.Make.OpenProposalAsync(id);
        Assert.Equal((new DateOnly(2026, 12, 1), true), (late.CycleMonth, late.IsLate));

        time.Advance(TimeSpan.FromDays(8));
        var next = await portal.Make.StartAsync(Builders.OperatorOf(village.Id), ProposalKind.NewFamily, village.Id);
        await DraftPagesTests.FillAsync(portal, village.Id, next);
        Assert.Equal((new DateOnly(2026, 12, 1), false), ((await portal.Make.SubmitAsync(Builders.OperatorOf(village.Id), next)) is var s ? (s.Cycle, s.IsLate) : default));

        // 11 December has passed for the musyawarah of December too: the list of overdue ones finds it.
        time.Advance(TimeSpan.FromDays(20));
        using var later = await portal.SignInAsync(Role.VillageOperator, village.Id);
        Assert.Contains("Terlambat 8 hari", (await later.GetAsync("/usulan?terlambat=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_needs_a_reason_and_ends_it()
    {
        var (portal, village, family, desa) = await FamilyAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var id = await portal.Make.StartAsync(desa, ProposalKind.Correction, householdId: family);

        var refused = await browser.SubmitAsync($"/usulan/{id}/batalkan", new() { ["Input.Reason"] = " " });
        Assert.Equal((HttpStatusCode.BadRequest, ProposalRules.ReasonNeeded.Sentence), (refused.Status, refused.Problems.Single()));
        var done = await browser.SubmitAsync($"/usulan/{id}/batalkan", new() { ["Input.Reason"] = "Keluarga menarik permohonannya." });

        Assert.Equal($"/usulan/{id}", done.Location);
        var (proposal, _) = await portal.Make.OpenProposalAsync(id);
        Assert.Equal((ProposalStage.Cancelled, "Keluarga menarik permohonannya."), (proposal.Stage, proposal.Reason));
        await portal.Make.StartAsync(desa, ProposalKind.Correction, householdId: family);
    }

    private static ReasonsPart Reasons() => new() { Grounds = "Data berubah.", IdentityCardSeen = true, FamilyCardSeen = true };

    private static MemberPart Head(string nik) => new(new() { Name = "Warga Uji", Nik = nik, Relation = FamilyRelation.Head, Sex = Sex.Male }, true, false);

    private static async Task<(Portal Portal, Guid Village, Guid Family, Actor Desa)> FamilyAsync()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        return (portal, village.Id, await portal.Make.HouseholdAsync(village.Id, children: 1), Builders.OperatorOf(village.Id));
    }

    private static async Task<VillageDeliberation> DeliberationAsync(Core.Data.TkpkDbContext db, Guid village)
    {
        var held = db.VillageDeliberations.Add(new(village, DeliberationForm.Assembly, new(Builders.Cycle, null, "Balai desa", "Ketua Uji", "Ketua BPD", null, "1/BA", null), DateTimeOffset.UtcNow)).Entity;
        await db.SaveChangesAsync();
        return held;
    }

    private static async Task<RuleBrokenException> BreaksAsync(Rule rule, Func<Task> act)
    {
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(act);
        Assert.Equal(rule, broken.Rule);
        return broken;
    }
}
