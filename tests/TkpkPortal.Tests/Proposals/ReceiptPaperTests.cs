using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Reports;
using TkpkPortal.Web.Charts;

namespace TkpkPortal.Tests.Proposals;

public sealed partial class ReceiptPaperTests
{
    [Fact]
    public async Task The_receipt_is_one_page_with_number_pin_and_the_address_of_the_status_page()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var id = await portal.Make.ProposalAsync(village.Id);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        await using var db = portal.Open();
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id);
        var pin = portal.Cipher.Open(proposal.PinCipher, id);
        var address = $"http://127.0.0.1/status-usulan/{proposal.PublicToken}";

        var screen = await browser.GetAsync($"/laporan/usulan/{id}/resi.html");
        Assert.Contains(address, screen.Text, StringComparison.Ordinal);
        Assert.Equal(QrDrawing.Of(address).Path, screen.Document.QuerySelector("svg.qr path")!.GetAttribute("d"));
        foreach (var size in new[] { "a4", "f4" })
        {
            var paper = PrintedPaper.Read(await browser.DownloadAsync($"/laporan/usulan/{id}/resi.pdf?kertas={size}"));
            Assert.Single(paper.Pages);
            Assert.Contains($"NOMOR {ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number)}", paper.Text, StringComparison.Ordinal);
            Assert.Contains($"{pin[..3]} {pin[3..]}", paper.Text, StringComparison.Ordinal);
            Assert.Contains(proposal.HeadName, paper.Text, StringComparison.Ordinal);
            Assert.Contains("tidak dipungut biaya", paper.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(proposal.HeadName, paper.Title, StringComparison.Ordinal);
        }

        Assert.Equal(3, await db.AuditEntries.CountAsync(a => a.SubjectId == id && a.Action == AuditAction.Read && a.Reason == "Resi dicetak."));
    }

    [Fact]
    public async Task A_receipt_about_own_data_names_the_day_of_the_answer()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        var id = await portal.Make.ProposalAsync(village.Id, ProposalKind.OwnDataAccess, ProposalStage.Draft, family, await portal.Make.ContentOfAsync(family));
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var text = (await browser.GetAsync($"/laporan/usulan/{id}/resi.html")).Text;

        Assert.Contains("dijawab paling lambat", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Musyawarah", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_page_is_one_page_with_the_deadlines_and_the_operator_may_print_it()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator);
        using var leader = await portal.SignInAsync(Role.Leader);
        foreach (var size in new[] { "a4", "f4" })
        {
            var paper = PrintedPaper.Read(await browser.DownloadAsync($"/laporan/petunjuk-petugas.pdf?kertas={size}"));
            Assert.Single(paper.Pages);
            Assert.Contains("PETUNJUK PETUGAS PENDAFTARAN", paper.Text, StringComparison.Ordinal);
            Assert.Contains("Mengajukan usulan", paper.Text, StringComparison.Ordinal);
            Assert.Contains("masuk periode berikutnya", paper.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync("/laporan/petunjuk-petugas.html")).Status);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        Assert.NotNull((await secretariat.GetAsync("/laporan")).Document.QuerySelector("a[href^='/laporan/petunjuk-petugas']"));
    }

    [Fact]
    public void The_drawn_code_is_module_for_module_what_the_encoder_made()
    {
        const string text = "https://tkpk.contoh.go.id/status-usulan/abcdefghjkmnpqrs";
        using var expected = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Indonesian.Culture;
        var drawing = QrDrawing.Of(text);
        CultureInfo.CurrentCulture = before;
        var drawn = new bool[drawing.Size, drawing.Size];
        foreach (Match run in Run().Matches(drawing.Path))
        {
            int x = Number(run, 1), y = Number(run, 2);
            for (var i = 0; i < Number(run, 3); i++) drawn[y, x + i] = true;
            Assert.Equal(x, Number(run, 4));
        }

        Assert.Equal(expected.ModuleMatrix.Count, drawing.Size);
        Assert.Equal(drawing.Path.Length, Run().Matches(drawing.Path).Sum(m => m.Length));
        for (var y = 0; y < drawing.Size; y++)
        {
            for (var x = 0; x < drawing.Size; x++) Assert.Equal(expected.ModuleMatrix[y][x], drawn[y, x]);
        }
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1H(\d+)z")]
    private static partial Regex Run();
}
