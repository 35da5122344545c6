using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>What happens at the edges: long lists, other roles, proposals that meet each other.</summary>
public sealed class CentreEdgeTests
{
    [Fact]
    public async Task A_long_list_pages_by_key_without_a_gap_and_its_download_holds_all()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        for (var i = 0; i < 30; i++) await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved);
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var first = await browser.GetAsync($"/usulan/kirim?desa={village.Code}");
        var second = await browser.GetAsync(first.Document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);
        var back = await browser.GetAsync(second.Document.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href")!);

        Assert.Equal((25, 5), (Numbers(first).Count, Numbers(second).Count));
        Assert.Equal(30, Numbers(first).Concat(Numbers(second)).Distinct().Count());
        Assert.Equal(Numbers(first), Numbers(back));
        Assert.Equal(30, MiniExcelLibs.MiniExcel.Query(new MemoryStream(await browser.DownloadAsync($"/usulan/kirim?desa={village.Code}&handler=Export")), useHeaderRow: true).Count());

        static List<string> Numbers(Answer page) => [.. page.Document.QuerySelectorAll("input[name=Ticked]").Select(i => i.GetAttribute("value")!)];
    }

    [Fact]
    public async Task Sending_and_applying_are_the_centres_desk_alone()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (approved, accepted) = (await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved), await portal.Make.AcceptedAsync(village.Id));
        var camat = Builders.ActorOf(Role.DistrictHead);

        var send = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.RunAsync<SendProposals, SentProposals>(camat, u => u.RunAsync(new([approved], new(null, null)), null, CancellationToken.None)));
        var apply = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.RunAsync<ApplyProposal, Guid>(camat, u => u.RunAsync(accepted, CancellationToken.None)));

        Assert.Equal((ProposalRules.NotYourStep, ProposalRules.NotYourStep), (send.Rule, apply.Rule));
        Assert.Equal((ProposalStage.Approved, ProposalStage.Answered), ((await portal.Make.ProposalRowAsync(approved)).Stage, (await portal.Make.ProposalRowAsync(accepted)).Stage));
        await using var db = portal.Open();
        Assert.False(await db.Households.AnyAsync(h => h.VillageId == village.Id));
    }

    [Fact]
    public async Task A_NIK_in_two_sent_proposals_asks_for_the_number()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var nik = Builders.Nik();
        var family = await portal.Make.HouseholdAsync(village.Id, nik: nik);
        var held = await portal.Make.ContentOfAsync(family);
        await portal.Make.SentAsync(village.Id, ProposalKind.Correction, family, held with { Family = held.Family with { Address = "Jalan Dua 1" } });
        var exit = await portal.Make.SentAsync(village.Id, ProposalKind.Exit, family, held with { LeaveReason = LeaveReason.Moved, LeftOn = "2026-10-05" });

        var id = await portal.Make.UploadAnswersAsync(await portal.Make.OfficeAsync(), Csv($";{nik};;Diterima;;;", $"{await portal.Make.NumberAsync(exit)};{nik};;Ditolak;;;Masih ada"));

        Assert.Equal((1, 1), ((await portal.Make.SettledAsync(id)).ChangedRecords, (await portal.Make.BatchAsync(id)).BadRows));
        await using var db = portal.Open();
        Assert.Equal(ImportRules.ProposalAmbiguous.Code, (await db.ImportProblems.SingleAsync(p => p.BatchId == id && p.IsError)).Code);
    }

    [Fact]
    public async Task A_refusal_stays_where_the_family_has_a_new_proposal_of_the_kind()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id);
        var held = await portal.Make.ContentOfAsync(family);
        var content = held with { Family = held.Family with { Address = "Jalan Lagi 1" } };
        var refused = await portal.Make.SentAsync(village.Id, ProposalKind.Correction, family, content);
        var number = await portal.Make.NumberAsync(refused);
        var batch = await portal.Make.AnswersAsync(Encoding.UTF8.GetString(Csv($"{number};;;Ditolak;;;Keliru")));
        var again = await portal.Make.ProposalAsync(village.Id, ProposalKind.Correction, ProposalStage.Submitted, family, content);

        var id = await portal.Make.UploadAnswersAsync(await portal.Make.OfficeAsync(), Csv($"{number};;;Diterima;2;;"));
        await portal.Make.SettledAsync(id);
        await portal.Make.StepAsync(batch.Id, b => b.Undo());
        Assert.Equal(ImportState.Undone, (await portal.Make.SettledAsync(batch.Id)).State);

        Assert.Equal((ProposalStage.Rejected, ProposalStage.Submitted), ((await portal.Make.ProposalRowAsync(refused)).Stage, (await portal.Make.ProposalRowAsync(again)).Stage));
        await using var db = portal.Open();
        Assert.Equal(ImportRules.ProposalReopened.Code, (await db.ImportProblems.SingleAsync(p => p.BatchId == id && p.IsError)).Code);
        using var browser = await portal.SignInAsync(Role.Secretariat);
        Assert.Contains(number, (await browser.GetAsync($"/impor/{batch.Id}/tertinggal")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decile_is_written_even_where_the_desa_put_the_record_right_by_hand()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id);
        var held = await portal.Make.ContentOfAsync(family);
        var id = await portal.Make.AcceptedAsync(village.Id, ProposalKind.Correction, family, held with { Family = held.Family with { Address = "Jalan Tangan 6" } }, decile: 3);
        await portal.Make.RunAsync<CorrectHousehold>(Actor.System("Uji"), async u => await u.RunAsync(family, new("Jalan Tangan 6", "Dusun Uji", "01", "02"), null, false, await portal.Make.VersionAsync(family), CancellationToken.None));

        await portal.Make.ApplyAsync(id);

        await using var db = portal.Open();
        Assert.Equal(3, (await db.Households.SingleAsync(h => h.Id == family)).Decile);
    }

    [Fact]
    public async Task A_member_who_left_meanwhile_is_a_conflict()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id, children: 1);
        var held = await portal.Make.ContentOfAsync(family);
        var child = held.Family.Members[1];
        var id = await portal.Make.AcceptedAsync(village.Id, ProposalKind.Correction, family, held with { Family = held.Family with { Members = [held.Family.Members[0], child with { Occupation = "Petani" }] } });
        await portal.Make.RunAsync<RemoveMember>(Actor.System("Uji"), async u => await u.RunAsync(family, child.Key, new(2026, 10, 3), LeaveReason.Moved, await portal.Make.VersionAsync(family), CancellationToken.None));

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.ApplyAsync(id));

        Assert.Equal(ProposalRules.AppliesToChanged, broken.Rule);
        Assert.Contains(child.Name!, broken.Message, StringComparison.Ordinal);
    }

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Builders.AnswerHeader)) + "\n");
}
