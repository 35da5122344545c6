using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Access;

public sealed class SignInLimitTests
{
    private const string Wrong = "sandi yang keliru";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_for_fifteen_minutes()
    {
        await using var portal = await StartAsync();
        var user = await portal.Make.UserAsync(Role.Secretariat);
        using var browser = portal.Visitor();
        for (var i = 0; i < 5; i++) Assert.Equal(HttpStatusCode.BadRequest, (await SignInTests.Try(browser, user.UserName!, Wrong)).Status);

        Assert.Equal(HttpStatusCode.BadRequest, (await SignInTests.Try(browser, user.UserName!, Portal.Password)).Status);
        _time.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.BadRequest, (await SignInTests.Try(browser, user.UserName!, Portal.Password)).Status);
        _time.Advance(TimeSpan.FromMinutes(1.1));
        Assert.True((await SignInTests.Try(browser, user.UserName!, Portal.Password)).IsRedirect);
    }

    [Fact]
    public async Task Four_wrong_passwords_and_a_right_one_start_the_count_anew()
    {
        await using var portal = await StartAsync();
        var user = await portal.Make.UserAsync(Role.Secretariat);
        for (var round = 0; round < 2; round++)
        {
            using var browser = portal.Visitor();
            for (var i = 0; i < 4; i++) await SignInTests.Try(browser, user.UserName!, Wrong);
            Assert.True((await SignInTests.Try(browser, user.UserName!, Portal.Password)).IsRedirect);
        }
    }

    [Fact]
    public async Task Parallel_guesses_are_all_counted()
    {
        await using var portal = await StartAsync();
        var user = await portal.Make.UserAsync(Role.Secretariat);
        using var browser = portal.Visitor();
        var forms = new List<OpenForm>();
        for (var i = 0; i < 8; i++) forms.Add(await browser.OpenFormAsync("/masuk"));

        await Task.WhenAll(forms.Select(f => f.SendAsync(new() { ["Input.Name"] = user.UserName!, ["Input.Password"] = Wrong })));

        var counters = portal.Services.GetRequiredService<SignInCounters>();
        Assert.Equal(_time.GetUtcNow().AddMinutes(15), (await counters.LockedUntilAsync(user.Id.ToString(), CancellationToken.None))!.Value, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task The_eleventh_sign_in_of_a_minute_is_asked_to_wait()
    {
        await using var portal = await StartAsync(new SignInLimits());
        var user = await portal.Make.UserAsync(Role.Secretariat);
        using var browser = portal.Visitor();
        for (var i = 0; i < 10; i++) Assert.Equal(HttpStatusCode.BadRequest, (await SignInTests.Try(browser, $"orang{i}", Wrong)).Status);
        _time.Advance(TimeSpan.FromSeconds(20));

        var answer = await SignInTests.Try(browser, user.UserName!, Portal.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("40", answer.Response.Headers.GetValues("Retry-After").Single());
        Assert.Contains("Terlalu banyak percobaan", answer.Text, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(41));
        Assert.True((await SignInTests.Try(browser, user.UserName!, Portal.Password)).IsRedirect);
    }

    [Fact]
    public async Task The_counters_hold_no_name_and_survive_a_restart()
    {
        await using var portal = await StartAsync(new SignInLimits());
        var counters = portal.Services.GetRequiredService<SignInCounters>();
        for (var i = 0; i < 10; i++) Assert.Null(await counters.CountAsync("nama", "SITI", CancellationToken.None));
        var afterRestart = new SignInCounters(portal.Database.Source, portal.Cipher, _time, new());

        Assert.NotNull(await afterRestart.CountAsync("nama", "SITI", CancellationToken.None));
        await using var db = portal.Open();
        var row = await db.SignInCounters.SingleAsync(c => c.Count == 11);
        Assert.Equal(FieldCipher.DigestBytes, row.Key.Length);
    }

    private Task<Portal> StartAsync(SignInLimits? limits = null) => Portal.StartAsync(builder =>
    {
        builder.Services.AddSingleton<TimeProvider>(_time);
        if (limits is not null) builder.Services.AddSingleton(limits);
    });
}
