using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Reports;

namespace TkpkPortal.Tests.Proposals;

public sealed class VisitPaperTests
{
    [Fact]
    public async Task The_route_goes_by_desa_dusun_and_rt_without_a_number_of_anybody()
    {
        var portal = await Portal.SharedAsync();
        var villages = (await portal.Make.DistrictAsync(2)).Villages;
        var visitor = await portal.Make.UserAsync(Role.Facilitator);
        var nik = Builders.Nik();
        await VisitAsync(portal, villages[1].Id, visitor.Id, "Kemuning", "Dusun A", "01");
        await VisitAsync(portal, villages[0].Id, visitor.Id, "Cempaka", "Dusun B", "01");
        await VisitAsync(portal, villages[0].Id, visitor.Id, "Bungur", "Dusun A", "02", nik);
        await VisitAsync(portal, villages[0].Id, visitor.Id, "Anggrek", "Dusun A", "01");
        await VisitAsync(portal, villages[0].Id, Guid.CreateVersion7(), "Dahlia", "Dusun A", "01");
        using var browser = await portal.SignInAsync(visitor.UserName!);

        var paper = PrintedPaper.Read(await browser.DownloadAsync("/laporan/kunjungan.pdf?kertas=f4"));

        int[] order = [.. new[] { "Anggrek", "Bungur", "Cempaka", "Kemuning" }.Select(n => paper.Text.IndexOf(n, StringComparison.Ordinal))];
        Assert.Equal(order.Order(), order);
        Assert.True(order[0] > 0);
        Assert.DoesNotContain("Dahlia", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(nik, paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("99••", paper.Text, StringComparison.Ordinal);
        Assert.Contains("usulan baru", paper.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Contains("4 usulan", (await db.AuditEntries.SingleAsync(a => a.ActorId == visitor.Id && a.Action == AuditAction.Export)).SubjectName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_visit_form_asks_every_line_of_the_diff_and_leaves_room_to_write()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var visitor = await portal.Make.UserAsync(Role.Facilitator);
        var household = await portal.Make.HouseholdAsync(village.Id);
        var content = await portal.Make.ContentOfAsync(household);
        var head = content.Family.Members[0];
        content = content with { Family = content.Family with { Address = "Jalan Baru 7", Members = [head with { Occupation = "Buruh tani" }], Answers = new Dictionary<string, string> { ["jenis_lantai"] = "8" } } };
        var id = await portal.Make.ProposalAsync(village.Id, ProposalKind.Correction, ProposalStage.FieldCheckAsked, household, content, facilitatorId: visitor.Id);
        using var browser = await portal.SignInAsync(visitor.UserName!);
        using var stranger = await portal.SignInAsync(Role.Facilitator);

        var paper = PrintedPaper.Read(await browser.DownloadAsync($"/laporan/usulan/{id}/formulir-kunjungan.pdf"));

        foreach (var words in new[] { "FORMULIR KUNJUNGAN", "Yang diusulkan, 3 isian", "Jalan Uji 1", "Jalan Baru 7", "Buruh tani", "Tanah", "Keluarga tidak ditemukan", "Keterangan:", visitor.FullName })
            Assert.Contains(words, paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(content.HeadName, paper.Title, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/laporan/usulan/{id}/formulir-kunjungan.html")).Status);
        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == id && a.Action == AuditAction.Read && a.ActorId == visitor.Id));
    }

    private static Task<Guid> VisitAsync(Portal portal, Guid villageId, Guid visitor, string name, string hamlet, string rt, string? nik = null)
    {
        var content = Builders.NewFamilyContent(name, nik);
        return portal.Make.ProposalAsync(villageId, stage: ProposalStage.FieldCheckAsked, facilitatorId: visitor, content: content with { Family = content.Family with { Hamlet = hamlet, Rt = rt } });
    }
}
