using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Reporting;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class ReceiptStatusTests
{
    [Fact]
    public async Task The_pin_shows_number_stage_and_date_and_nothing_of_the_family()
    {
        var portal = await Portal.SharedAsync();
        var receipt = await ReceiptAsync(portal);
        using var visitor = portal.Visitor();

        var asked = await visitor.GetAsync(receipt.Path);
        var answer = await AskAsync(visitor, receipt.Path, receipt.Pin.Insert(3, " "));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains($"Usulan {receipt.Number}", answer.Text, StringComparison.Ordinal);
        Assert.Contains(ProposalNames.Of(ProposalStage.Submitted), answer.Text, StringComparison.Ordinal);
        Assert.Contains(ProposalNames.Awaits(ProposalKind.NewFamily, ProposalStage.Submitted), answer.Text, StringComparison.Ordinal);
        foreach (var page in new[] { asked, answer })
        {
            Assert.All(new[] { receipt.Head, receipt.Village, "Dusun Uji", "Usulan baru" }, word => Assert.DoesNotContain(word, page.Html, StringComparison.Ordinal));
            Assert.Equal("noindex, nofollow", page.Response.Headers.GetValues("X-Robots-Tag").Single());
            Assert.Contains("no-store", page.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(receipt.Number, asked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_code_and_a_wrong_pin_are_answered_alike()
    {
        var portal = await Portal.SharedAsync();
        var receipt = await ReceiptAsync(portal);
        using var visitor = portal.Visitor();
        var wrong = receipt.Pin == "123456" ? "654321" : "123456";

        var wrongPin = await AskAsync(visitor, receipt.Path, wrong);
        var wrongCode = await AskAsync(visitor, "/status-usulan/abcdefghjkmnpqrs", wrong);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (wrongPin.Status, wrongCode.Status));
        Assert.Equal([ReceiptRules.NoMatch.Sentence], wrongPin.Problems);
        Assert.Equal(wrongPin.Text, wrongCode.Text);
        Assert.Equal(["PIN terdiri atas enam angka."], (await AskAsync(visitor, receipt.Path, "12345")).Problems);
    }

    [Fact]
    public async Task Five_wrong_pins_close_a_receipt_for_fifteen_minutes_and_the_answer_does_not_tell()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = await Portal.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        var receipt = await ReceiptAsync(portal);
        var other = await ReceiptAsync(portal);
        using var visitor = portal.Visitor();
        for (var i = 0; i < 5; i++) await AskAsync(visitor, receipt.Path, receipt.Pin == "000000" ? "111111" : "000000");

        Assert.Equal([ReceiptRules.NoMatch.Sentence], (await AskAsync(visitor, receipt.Path, receipt.Pin)).Problems);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(visitor, other.Path, other.Pin)).Status);
        time.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(visitor, receipt.Path, receipt.Pin)).Status);
    }

    [Fact]
    public async Task Too_many_tries_a_minute_are_told_to_wait()
    {
        await using var portal = await Portal.StartAsync(builder => builder.Services.AddSingleton(new SignInLimits { PerMinute = 3 }));
        var receipt = await ReceiptAsync(portal);
        using var visitor = portal.Visitor();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await AskAsync(visitor, receipt.Path, receipt.Pin)).Status);

        var answer = await AskAsync(visitor, receipt.Path, receipt.Pin);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.NotNull(answer.Response.Headers.RetryAfter);
        Assert.Contains("Terlalu banyak percobaan", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt.Number, answer.Text, StringComparison.Ordinal);
    }

    private static Task<Answer> AskAsync(Browser browser, string path, string pin) => browser.SubmitAsync(path, new() { ["Input.Pin"] = pin });

    private static async Task<(string Path, string Pin, string Number, string Head, string Village)> ReceiptAsync(Portal portal)
    {
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var id = await portal.Make.ProposalAsync(village.Id);
        await using var db = portal.Open();
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id);
        return ($"/status-usulan/{proposal.PublicToken}", portal.Cipher.Open(proposal.PinCipher, id), ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number), proposal.HeadName, village.Name);
    }
}
