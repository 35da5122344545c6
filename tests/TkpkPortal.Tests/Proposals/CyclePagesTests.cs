using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class CyclePagesTests
{
    private static readonly string Month = FormattableString.Invariant($"{Builders.CycleFromNow(1):yyyy-MM}");

    [Fact]
    public async Task The_rule_of_every_month_is_saved_and_refused_by_its_rules()
    {
        await using var portal = await Portal.StartAsync();
        using var secretariat = await portal.SignInAsync(Role.Secretariat);

        var order = await secretariat.SubmitAsync("/periode", new() { ["Input.SubmitDay"] = "15" });
        var range = await secretariat.SubmitAsync("/periode", new() { ["Input.SendDay"] = "32" });
        var people = await secretariat.SubmitAsync("/periode", new() { ["Input.LeastAttendees"] = "0" });
        var saved = await secretariat.SubmitAsync("/periode", new() { ["Input.SubmitDay"] = "10", ["Input.SendDay"] = "31", ["Input.AllowStatement"] = "true", ["Input.LeastAttendees"] = "7" });

        Assert.Equal(CycleRules.OutOfOrder.Sentence, Assert.Single(order.Problems));
        Assert.Equal(CycleRules.DayOutOfRange.Sentence, Assert.Single(range.Problems));
        Assert.Equal(CycleRules.AttendeesOutOfRange.Sentence, Assert.Single(people.Problems));
        Assert.True(saved.IsRedirect);
        await using var db = portal.Open();
        var stored = await db.CycleDefaults.SingleAsync();
        Assert.Equal((10, 31, true, 7), (stored.SubmitDay, stored.SendDay, stored.AllowStatement, stored.LeastAttendees));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == stored.Id));
        var again = await secretariat.SubmitAsync("/periode", new() { ["Input.SubmitDay"] = "9" });
        Assert.True(again.IsRedirect);
        Assert.Equal(9, await db.CycleDefaults.AsNoTracking().Select(c => c.SubmitDay).SingleAsync());
        using var social = await portal.SignInAsync(Role.SocialAgency);
        Assert.Equal(HttpStatusCode.Forbidden, (await social.GetAsync("/periode")).Status);
    }

    [Fact]
    public async Task One_month_gets_its_own_deadlines_which_hold_at_once_and_follows_the_rule_again()
    {
        await using var portal = await Portal.StartAsync();
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        var (first, path) = (Builders.CycleFromNow(1), $"/periode/{Month}");

        var outside = await secretariat.SubmitAsync(path, Dates(first.AddMonths(1), 5, 6, 7, 8, 9));
        var order = await secretariat.SubmitAsync(path, Dates(first, 5, 4, 7, 8, 9));
        var past = await secretariat.SubmitAsync("/periode/2026-01", []);
        var saved = await secretariat.SubmitAsync(path, Dates(first, 5, 6, 7, 8, 9));

        Assert.Equal(CycleRules.OutsideMonth.Sentence, Assert.Single(outside.Problems));
        Assert.Equal(CycleRules.OutOfOrder.Sentence, Assert.Single(order.Problems));
        Assert.Equal(CycleRules.Past.Sentence, Assert.Single(past.Problems));
        Assert.True(saved.IsRedirect);
        Assert.Equal(first.AddDays(4), (await CalendarAsync(portal)).Of(first).SubmitBy);
        Assert.Contains("Diatur sendiri", (await secretariat.GetAsync("/periode")).Text, StringComparison.Ordinal);
        Assert.True((await secretariat.SubmitAsync($"{path}/ikuti-aturan", [])).IsRedirect);
        Assert.Equal(first.AddDays(10), (await CalendarAsync(portal)).Of(first).SubmitBy);
        await using var db = portal.Open();
        Assert.Empty(await db.UpdateCycles.ToListAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await secretariat.GetAsync("/periode/2026-13")).Status);
    }

    private static Task<CycleCalendar> CalendarAsync(Portal portal) => portal.Make.RunAsync<CycleCalendarQuery, CycleCalendar>(Actor.System("Uji"), q => q.RunAsync(default));

    private static Dictionary<string, string> Dates(DateOnly month, params int[] days) => new[] { "SubmitBy", "DeliberateBy", "DistrictBy", "SocialBy", "SendBy" }
        .Zip(days, (name, day) => (name, day)).ToDictionary(d => $"Input.{d.name}", d => FormattableString.Invariant($"{d.day:00}/{month:MM/yyyy}"));
}
