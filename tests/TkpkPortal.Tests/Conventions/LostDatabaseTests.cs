using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Conventions;

/// <summary>The database goes away while somebody types. Nothing typed is lost, and sending it again saves it once.</summary>
public sealed class LostDatabaseTests
{
    [Fact]
    public async Task A_form_sent_while_the_database_is_away_can_be_sent_again()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var name = Builders.Unique("Dinas <Putus> & \"Sambung\"");
        var form = await browser.OpenFormAsync("/opd/daftarkan");
        await TakeAwayAsync(portal);

        var away = await form.SendAsync(new() { ["Input.Name"] = name, ["Input.ShortName"] = "DPS", ["Input.HeadTitle"] = "Kepala\nDinas" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.Contains("Basis data sedang tidak dapat dihubungi", away.Text, StringComparison.Ordinal);
        Assert.Contains("Isian Anda masih ada", away.Text, StringComparison.Ordinal);
        Assert.Equal("Simpan lagi", away.Document.QuerySelector("form button")!.TextContent);
        Assert.NotNull(away.Response.Headers.RetryAfter);
        var kept = KeptForm(browser, away);
        Assert.Contains(kept.Fields, f => f.Value == name);

        var stillAway = await kept.SendAsync([]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, stillAway.Status);
        await BringBackAsync(portal);

        var answers = await Task.WhenAll(KeptForm(browser, stillAway).SendAsync([]), kept.SendAsync([]));

        Assert.All(answers, answer => Assert.Equal("/opd", answer.Location));
        await using var db = portal.Open();
        Assert.Equal(1, await db.Agencies.CountAsync(a => a.Name == name));
    }

    [Fact]
    public async Task A_page_asked_for_meanwhile_says_so_and_the_health_check_too()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        await TakeAwayAsync(portal);

        var page = await browser.GetAsync("/opd");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Null(page.Document.QuerySelector("form"));
        Assert.Contains("Nomor kejadian", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Npgsql", page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/sehat")).Status);

        await BringBackAsync(portal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/opd")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sehat")).Status);
    }

    [Fact]
    public async Task A_password_is_never_written_back()
    {
        await using var portal = await Portal.StartAsync();
        using var visitor = portal.Visitor();
        var form = await visitor.OpenFormAsync("/masuk");
        await TakeAwayAsync(portal);

        var away = await form.SendAsync(new() { ["Input.Name"] = "seseorang", ["Input.Password"] = Portal.Password });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.Status);
        Assert.DoesNotContain(Portal.Password, away.Html, StringComparison.Ordinal);
        Assert.Contains("kata sandi perlu diisi lagi", away.Text, StringComparison.Ordinal);
    }

    private static OpenForm KeptForm(Browser browser, Answer away)
    {
        var form = away.Document.QuerySelector("form[method=post]")!;
        return new(browser, form.GetAttribute("action")!, OpenForm.FieldsOf(form));
    }

    private static async Task TakeAwayAsync(Portal portal)
    {
        await AdministerAsync(portal, "alter database {0} allow_connections false");
        await AdministerAsync(portal, "select pg_terminate_backend(pid) from pg_stat_activity where datname = '{0}'");
    }

    private static Task BringBackAsync(Portal portal) => AdministerAsync(portal, "alter database {0} allow_connections true");

    private static async Task AdministerAsync(Portal portal, string sql)
    {
        var name = new NpgsqlConnectionStringBuilder(portal.ConnectionString).Database;
        await using var server = NpgsqlDataSource.Create(await TestCluster.ConnectionAsync());
        await using var command = server.CreateCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, name));
        await command.ExecuteNonQueryAsync();
    }
}
