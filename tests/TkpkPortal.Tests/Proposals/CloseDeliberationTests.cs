using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>Closing moves every proposal exactly by its outcome, with the counts, or none.</summary>
public sealed class CloseDeliberationTests
{
    [Fact]
    public async Task Each_proposal_moves_by_its_outcome_with_its_counts_and_its_trail()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var (worthy, unworthy, late) = (await portal.Make.ProposalAsync(village), await portal.Make.ProposalAsync(village), await portal.Make.ProposalAsync(village, cycle: new(2026, 9, 1)));
        var untouched = await portal.Make.ProposalAsync(village);
        var id = await portal.Make.ReadyDeliberationAsync(
            village, (worthy, DeliberationOutcome.Worthy, null), (unworthy, DeliberationOutcome.NotWorthy, "Sudah mampu."), (late, DeliberationOutcome.Postponed, "Bukti belum ada."));

        var closed = await CloseAsync(portal, village, id);

        var next = NextOpenCycle();
        Assert.Equal((1, 1, 1, next), (closed.Worthy, closed.NotWorthy, closed.Postponed, closed.Until));
        Assert.Empty(closed.Skipped);
        await using var db = portal.Open();
        var after = await db.Proposals.Where(p => p.VillageId == village).ToDictionaryAsync(p => p.Id);
        Assert.Equal((ProposalStage.Deliberated, id, ProposalStage.Deliberated), (after[worthy].Stage, after[worthy].DeliberationId, after[worthy].Reached));
        Assert.Equal((ProposalStage.Rejected, null, "Sudah mampu."), (after[unworthy].Stage, after[unworthy].DeliberationId, after[unworthy].Reason));
        Assert.Equal((ProposalStage.Submitted, next, "Bukti belum ada."), (after[late].Stage, after[late].CycleMonth, after[late].Reason));
        Assert.Equal(ProposalStage.Submitted, after[untouched].Stage);
        Assert.True(await portal.Make.TalliesAreRightAsync(village));
        Assert.True(await db.VillageDeliberations.AnyAsync(d => d.Id == id && d.ClosedAt != null && d.ClosedBy == "Operator Desa Uji"));
        Assert.True(await db.ProposalSteps.AnyAsync(s => s.ProposalId == worthy && s.Act == ProposalAct.Deliberate && s.ActorName == "Operator Desa Uji" && s.Office == "Operator desa"));
        foreach (var proposal in new[] { worthy, unworthy }) Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == proposal && a.Action == AuditAction.Update && a.VillageId == village));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == id && a.Subject == nameof(VillageDeliberation) && a.Action == AuditAction.Update && a.ActorName == "Operator Desa Uji"));
    }

    [Fact]
    public async Task One_postponed_before_its_cycle_began_keeps_it()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var early = NextOpenCycle().AddMonths(3);
        var proposal = await portal.Make.ProposalAsync(village, cycle: early);
        var id = await portal.Make.ReadyDeliberationAsync(village, (proposal, DeliberationOutcome.Postponed, "Keluarga sedang di luar daerah."));

        var closed = await CloseAsync(portal, village, id);

        Assert.Equal(early, closed.Until);
        await using (var db = portal.Open()) Assert.Equal(early, await db.Proposals.Where(p => p.Id == proposal).Select(p => p.CycleMonth).SingleAsync());
        Assert.True(await portal.Make.TalliesAreRightAsync(village));
        // It waits again, so the next musyawarah may take it up.
        var again = await portal.Make.DeliberationAsync(village);
        Assert.Equal(1, await portal.Make.RunAsync<SetDeliberationAgenda, int>(Builders.OperatorOf(village), async u => await u.RunAsync(again, [proposal], await portal.Make.DeliberationVersionAsync(again), default)));
    }

    [Fact]
    public async Task One_postponed_in_the_month_of_its_cycle_goes_to_the_next_one()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "Asia/Jakarta"));
        var own = new DateOnly(today.Year, today.Month, 1);
        var id = await portal.Make.ReadyDeliberationAsync(village, (await portal.Make.ProposalAsync(village, cycle: own), DeliberationOutcome.Postponed, "Keluarga sedang di luar daerah."));

        Assert.Equal(own.AddMonths(1), (await CloseAsync(portal, village, id)).Until);
    }

    [Fact]
    public async Task A_proposal_cancelled_meanwhile_is_skipped_and_named()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var (stays, gone) = (await portal.Make.ProposalAsync(village), await portal.Make.ProposalAsync(village));
        var id = await portal.Make.ReadyDeliberationAsync(village, (stays, DeliberationOutcome.Worthy, null), (gone, DeliberationOutcome.Worthy, null));
        string number;
        await using (var db = portal.Open())
        {
            var proposal = await db.Proposals.SingleAsync(p => p.Id == gone);
            proposal.Cancel("Keluarga menarik usulannya.", Builders.ActorOf(Role.VillageOperator), DateTimeOffset.UtcNow);
            await db.SaveProposalsAsync(default);
            number = ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number);
        }

        var closed = await CloseAsync(portal, village, id);

        Assert.Equal(1, closed.Worthy);
        Assert.Equal([number], closed.Skipped);
        await using var after = portal.Open();
        Assert.Equal(ProposalStage.Cancelled, await after.Proposals.Where(p => p.Id == gone).Select(p => p.Stage).SingleAsync());
        Assert.True(await portal.Make.TalliesAreRightAsync(village));
    }

    [Fact]
    public async Task Somebody_whose_step_it_is_not_moves_nothing()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var proposal = await portal.Make.ProposalAsync(village);
        var id = await portal.Make.ReadyDeliberationAsync(village, (proposal, DeliberationOutcome.Worthy, null));
        var camat = Builders.OperatorOf(village) with { Role = Role.DistrictHead };

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => CloseAsync(portal, village, id, camat));

        Assert.Equal(ProposalRules.NotYourStep, refused.Rule);
        await using var db = portal.Open();
        Assert.Null((await db.VillageDeliberations.SingleAsync(d => d.Id == id)).ClosedAt);
        Assert.Equal(ProposalStage.Submitted, (await db.Proposals.SingleAsync(p => p.Id == proposal)).Stage);
        Assert.True(await portal.Make.TalliesAreRightAsync(village));
    }

    [Fact]
    public async Task Two_who_close_at_once_move_each_proposal_once()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var proposal = await portal.Make.ProposalAsync(village);
        var id = await portal.Make.ReadyDeliberationAsync(village, (proposal, DeliberationOutcome.Worthy, null));

        var results = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ => await Record.ExceptionAsync(() => CloseAsync(portal, village, id))));

        Assert.Single(results, r => r is null);
        Assert.Single(results, r => r is DbUpdateConcurrencyException or RuleBrokenException);
        await using var db = portal.Open();
        Assert.Equal(1, await db.ProposalSteps.CountAsync(s => s.ProposalId == proposal && s.Act == ProposalAct.Deliberate));
        Assert.True(await portal.Make.TalliesAreRightAsync(village));
    }

    [Fact]
    public async Task Two_agendas_cannot_take_the_same_proposal_at_once()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var proposal = await portal.Make.ProposalAsync(village);
        var (first, second) = (await portal.Make.DeliberationAsync(village), await portal.Make.DeliberationAsync(village));

        var results = await Task.WhenAll(new[] { first, second }.Select(async id => await Record.ExceptionAsync(async () =>
        {
            var version = await portal.Make.DeliberationVersionAsync(id);
            await portal.Make.RunAsync<SetDeliberationAgenda, int>(Builders.OperatorOf(village), u => u.RunAsync(id, [proposal], version, default));
        })));

        Assert.Equal(DeliberationRules.OnAnotherAgenda, Assert.IsType<RuleBrokenException>(Assert.Single(results, r => r is not null)).Rule);
        await using var db = portal.Open();
        Assert.Equal(1, await db.DeliberationItems.CountAsync(i => i.ProposalId == proposal));
    }

    private static async Task<ClosedDeliberation> CloseAsync(Portal portal, Guid village, Guid id, Actor? actor = null)
    {
        var version = await portal.Make.DeliberationVersionAsync(id);
        return await portal.Make.RunAsync<CloseDeliberation, ClosedDeliberation>(actor ?? Builders.OperatorOf(village), u => u.RunAsync(id, version, default));
    }

    /// <summary>By the shipped days: until the 11th this month's, afterwards the next.</summary>
    private static DateOnly NextOpenCycle()
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTime.UtcNow, "Asia/Jakarta"));
        var month = new DateOnly(today.Year, today.Month, 1);
        return today.Day <= 11 ? month : month.AddMonths(1);
    }
}
