using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class RecountProposalsTests
{
    private static readonly ProposalStage[] Starts = [ProposalStage.Draft, ProposalStage.Submitted, ProposalStage.Deliberated, ProposalStage.DistrictVerified, ProposalStage.SocialVerified, ProposalStage.FieldChecked, ProposalStage.Approved];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Whatever_is_done_in_whatever_order_the_recount_finds_nothing(int seed)
    {
        await using var portal = await Portal.StartAsync();
        var villages = (await portal.Make.DistrictAsync(2)).Villages;
        var random = new Random(seed);
        List<Guid> made = [];
        for (var step = 0; step < 120; step++)
        {
            if (made.Count == 0 || random.Next(4) == 0) made.Add(await portal.Make.ProposalAsync(villages[random.Next(2)].Id, stage: Starts[random.Next(Starts.Length)], cycle: Builders.Cycle.AddMonths(random.Next(3))));
            else await ActAsync(portal, made[random.Next(made.Count)], random);
        }

        Assert.Equal(0, await RecountAsync(portal));
    }

    [Fact]
    public async Task Many_writers_at_once_leave_the_right_counts()
    {
        await using var portal = await Portal.StartAsync();
        var villages = (await portal.Make.DistrictAsync(2)).Villages;
        List<Guid> made = [];
        for (var i = 0; i < 30; i++) made.Add(await portal.Make.ProposalAsync(villages[i % 2].Id, stage: ProposalStage.Deliberated));

        // Recounts run between the writers: what a writer has saved and not yet counted is no difference.
        var recounts = Task.Run(async () =>
        {
            var found = 0;
            for (var i = 0; i < 8; i++) found += await RecountAsync(portal);
            return found;
        });
        await Parallel.ForEachAsync(made, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (id, ct) =>
        {
            var version = (await portal.Make.StoredProposalAsync(id)).Version;
            await portal.Make.RunAsync<VerifyProposal>(Builders.ActorOf(Role.DistrictHead), u => u.RunAsync(id, null, version, ct));
        });

        Assert.Equal(0, await recounts);
        Assert.Equal(0, await RecountAsync(portal));
        await using var db = portal.Open();
        Assert.Equal(30, await db.ProposalTallies.Where(t => t.Stage == ProposalStage.DistrictVerified).SumAsync(t => t.Count));
    }

    [Fact]
    public async Task A_planted_difference_is_found_told_and_repaired()
    {
        await using var portal = await Portal.StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Submitted);
        await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved);
        await using var db = portal.Open();
        await db.Database.ExecuteSqlAsync($"update proposal_tallies set count = count + 1 where stage = 'Submitted'");
        await db.Database.ExecuteSqlAsync($"delete from proposal_tallies where stage = 'Approved'");

        Assert.Equal(2, await RecountAsync(portal));
        Assert.Equal(0, await RecountAsync(portal));

        var told = await db.AuditEntries.Where(a => a.Subject == nameof(ProposalTally)).OrderBy(a => a.Sequence).Select(a => a.SubjectName).ToListAsync();
        Assert.Equal(["Hitung ulang usulan: 2 selisih, sudah diperbaiki", "Hitung ulang usulan: tidak ada selisih"], told);
        Assert.Equal(2, await db.ProposalTallies.SumAsync(t => t.Count));
        await Assert.ThrowsAsync<OutOfScopeException>(() =>
            portal.Make.RunAsync<RecountProposals, int>(new Actor { Name = "Desa", Reach = Reach.Villages, VillageIds = [village.Id] }, u => u.RunAsync(default)));
    }

    private static Task<int> RecountAsync(Portal portal) => portal.Make.RunAsync<RecountProposals, int>(Actor.System("Hitung ulang malam"), u => u.RunAsync(default));

    private static async Task ActAsync(Portal portal, Guid id, Random random)
    {
        var stored = await portal.Make.StoredProposalAsync(id);
        var (version, reason) = (stored.Version, "Sebab uji");
        var act = random.Next(6);
        try
        {
            await (act switch
            {
                0 => portal.Make.RunAsync<VerifyProposal>(Builders.ActorOf(stored.Stage == ProposalStage.Deliberated ? Role.DistrictHead : Role.SocialAgency), u => u.RunAsync(id, null, version, default)),
                1 => portal.Make.RunAsync<ApproveProposal>(Builders.ActorOf(Role.Secretariat), u => u.RunAsync(id, null, version, default)),
                2 => portal.Make.RunAsync<ReturnProposal>(Builders.ActorOf(stored.Stage == ProposalStage.Deliberated ? Role.DistrictHead : Role.SocialAgency), u => u.RunAsync(id, reason, version, default)),
                3 => portal.Make.RunAsync<RejectProposal>(Builders.ActorOf(stored.Stage == ProposalStage.Deliberated ? Role.DistrictHead : Role.SocialAgency), u => u.RunAsync(id, reason, version, default)),
                4 => portal.Make.RunAsync<ReviewManyProposals, IReadOnlyList<BulkOutcome>>(Builders.ActorOf(Role.Secretariat), u => u.RunAsync(BulkStep.Approve, [id], null, default)),
                _ => portal.Make.AgeProposalAsync(id, TimeSpan.FromDays(random.Next(40))),
            });
        }
        catch (RuleBrokenException)
        {
            // Random acts are often refused; refusing must not change the counts either.
        }
    }
}
