using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Programs;

public sealed class EnrollmentTests
{
    [Fact]
    public async Task A_family_is_enrolled_from_its_profile_and_ends_with_a_reason()
    {
        var portal = await Portal.SharedAsync();
        var (family, village) = await FamilyAsync(portal);
        await portal.Make.RankAsync(family, 1);
        var program = await portal.Make.AssistanceAsync();
        using var browser = await portal.SignInAsync(Role.SocialAgency);

        var enrolled = await browser.SubmitAsync($"/keluarga/{family}/program/tambah", Fields(program.Id));

        Assert.Equal($"/keluarga/{family}", enrolled.Location);
        var profile = await browser.GetAsync(enrolled.Location!);
        Assert.Contains($"Penerima {program.Name} tersimpan.", profile.Text, StringComparison.Ordinal);
        Assert.Contains($"Mulai menerima {program.Name}", profile.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("di luar rentang desil", profile.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((1, 0), await CountsAsync(portal, family, village, 1));
        await using var db = portal.Open();
        var enrollment = await db.Enrollments.SingleAsync(e => e.HouseholdId == family);
        var ended = await browser.SubmitAsync($"/keluarga/{family}/program/{enrollment.Id}/akhiri", new() { ["Input.Reason"] = "Graduated", ["Input.EndedOn"] = "1/2/2026" });
        Assert.True(ended.IsRedirect, ended.Text);
        Assert.Equal((0, 1), await CountsAsync(portal, family, village, 1));
        Assert.Contains("Graduasi", (await browser.GetAsync($"/keluarga/{family}")).Text, StringComparison.Ordinal);
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == enrollment.Id && a.RootId == family && a.VillageId == village && a.Action == AuditAction.Update));
    }

    [Fact]
    public async Task Outside_the_decile_range_is_told_not_refused()
    {
        var portal = await Portal.SharedAsync();
        var (family, _) = await FamilyAsync(portal);
        await portal.Make.RankAsync(family, 7);
        var program = await portal.Make.AssistanceAsync(from: 1, to: 4);
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await browser.SubmitAsync($"/keluarga/{family}/program/tambah", Fields(program.Id));

        var profile = await browser.GetAsync(answer.Location!);
        Assert.Contains("di luar rentang desil program (1–4)", profile.Text, StringComparison.Ordinal);
        Assert.Contains("Di luar rentang desil 1–4", profile.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_closed_future_and_left_are_refused()
    {
        var portal = await Portal.SharedAsync();
        var (family, _) = await FamilyAsync(portal);
        var program = await portal.Make.AssistanceAsync();
        await RefusesAsync(portal, EnrollmentRules.StartsInFuture, family, program.Id, new DateOnly(2090, 1, 1));
        await portal.Make.EnrollAsync(family, program.Id);
        await RefusesAsync(portal, EnrollmentRules.AlreadyEnrolled, family, program.Id);
        var closed = await portal.Make.AssistanceAsync();
        await using (var db = portal.Open())
        {
            (await db.Programs.SingleAsync(p => p.Id == closed.Id)).Close();
            await db.SaveChangesAsync();
        }

        await RefusesAsync(portal, EnrollmentRules.ProgramClosed, family, closed.Id);
        var version = await portal.Make.VersionAsync(family);
        await portal.Make.RunAsync<LeaveHousehold>(Actor.System("Uji"), u => u.RunAsync(family, new DateOnly(2026, 1, 1), LeaveReason.Moved, version, CancellationToken.None));
        await RefusesAsync(portal, EnrollmentRules.HouseholdLeft, family, (await portal.Make.AssistanceAsync()).Id);
    }

    [Fact]
    public async Task An_end_lies_between_the_start_and_today_and_comes_once()
    {
        var portal = await Portal.SharedAsync();
        var (family, _) = await FamilyAsync(portal);
        var enrolled = await portal.Make.EnrollAsync(family, (await portal.Make.AssistanceAsync()).Id);
        Task EndAsync(DateOnly on) => portal.Make.RunAsync<EndEnrollment>(Actor.System("Uji"), u => u.RunAsync(enrolled.Id, on, EnrollmentEndReason.Moved, CancellationToken.None));

        Assert.Equal(EnrollmentRules.EndsInFuture, (await Assert.ThrowsAsync<RuleBrokenException>(() => EndAsync(new(2090, 1, 1)))).Rule);
        Assert.Equal(EnrollmentRules.EndsBeforeStart, (await Assert.ThrowsAsync<RuleBrokenException>(() => EndAsync(new(2025, 1, 1)))).Rule);
        await EndAsync(new(2026, 2, 1));
        Assert.Equal(EnrollmentRules.AlreadyEnded, (await Assert.ThrowsAsync<RuleBrokenException>(() => EndAsync(new(2026, 2, 2)))).Rule);
    }

    [Fact]
    public async Task A_double_click_enrolls_once()
    {
        var portal = await Portal.SharedAsync();
        var (family, village) = await FamilyAsync(portal);
        var program = await portal.Make.AssistanceAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var form = await browser.OpenFormAsync($"/keluarga/{family}/program/tambah");

        var answers = await Task.WhenAll(form.SendAsync(Fields(program.Id)), form.SendAsync(Fields(program.Id)));

        Assert.All(answers, a => Assert.True(a.IsRedirect, a.Text));
        Assert.Equal((1, 0), await CountsAsync(portal, family, village, 0));
    }

    [Fact]
    public async Task An_OPD_sees_and_ends_its_own_recipients_and_counts_those_of_others()
    {
        var portal = await Portal.SharedAsync();
        var agency = await portal.Make.AgencyAsync();
        var (family, village) = await FamilyAsync(portal);
        var (own, other) = (await portal.Make.AssistanceAsync(agency.Id), await portal.Make.AssistanceAsync());
        var enrolled = await portal.Make.EnrollAsync(family, own.Id);
        var foreign = await portal.Make.EnrollAsync(family, other.Id);
        using var browser = await portal.SignInAsync(Role.AgencyOperator, agencyId: agency.Id);

        var list = await browser.GetAsync($"/program/{own.Id}/penerima");

        Assert.Contains("1 keluarga penerima", list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/keluarga/", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("••••", list.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/program/{other.Id}/penerima")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/program/{other.Id}/penerima/{foreign.Id}/akhiri")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/program/{own.Id}/penerima/{foreign.Id}/akhiri")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/keluarga/{family}/program/{enrolled.Id}/akhiri")).Status);
        var workbook = MiniExcelLibs.MiniExcel.Query(new MemoryStream(await browser.DownloadAsync($"/program/{own.Id}/penerima?handler=Export")), useHeaderRow: true).ToList();
        Assert.Single(workbook);
        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.AnyAsync(a => a.Action == AuditAction.Export && a.SubjectId == own.Id && a.AgencyId == agency.Id));
        var ended = await browser.SubmitAsync($"/program/{own.Id}/penerima/{enrolled.Id}/akhiri", new() { ["Input.Reason"] = "ProgramEnded", ["Input.EndedOn"] = "1/2/2026" });
        Assert.True(ended.IsRedirect, ended.Text);
        Assert.Equal((1, 0), await CountsAsync(portal, family, village, 0));
        Assert.Contains("Belum ada penerima yang cocok", (await browser.GetAsync($"/program/{own.Id}/penerima")).Text, StringComparison.Ordinal);
        Assert.Contains("Berakhir 1 Feb 2026", (await browser.GetAsync($"/program/{own.Id}/penerima?berakhir=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_that_leaves_stops_receiving_and_the_OPD_sees_it()
    {
        var portal = await Portal.SharedAsync();
        var (family, _) = await FamilyAsync(portal);
        var program = await portal.Make.AssistanceAsync();
        await portal.Make.EnrollAsync(family, program.Id);
        var version = await portal.Make.VersionAsync(family);
        await portal.Make.RunAsync<LeaveHousehold>(Actor.System("Uji"), u => u.RunAsync(family, new DateOnly(2026, 1, 9), LeaveReason.Deceased, version, CancellationToken.None));
        using var browser = await portal.SignInAsync(Role.AgencyHead, agencyId: program.AgencyId);

        Assert.Contains("Belum ada penerima yang cocok", (await browser.GetAsync($"/program/{program.Id}/penerima")).Text, StringComparison.Ordinal);
        Assert.Contains("Berakhir 9 Jan 2026", (await browser.GetAsync($"/program/{program.Id}/penerima?berakhir=true")).Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var ended = await db.Enrollments.AsNoTracking().SingleAsync(e => e.HouseholdId == family);
        Assert.Equal((new DateOnly(2026, 1, 9), EnrollmentEndReason.Deceased), (ended.EndedOn, ended.EndReason));
        Assert.Equal(0, await db.Households.Where(h => h.Id == family).Select(h => h.ActiveProgramCount).SingleAsync());
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == ended.Id && a.Action == Core.Audit.AuditAction.Update && a.RootId == family && a.AgencyId == program.AgencyId));
    }

    [Fact]
    public async Task Recipients_page_through_without_a_gap()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var program = await portal.Make.AssistanceAsync();
        for (var i = 0; i < 30; i++) await portal.Make.EnrollAsync(await portal.Make.HouseholdAsync(village.Id), program.Id);
        using var browser = await portal.SignInAsync(Role.AgencyOperator, agencyId: program.AgencyId);

        var first = await browser.GetAsync($"/program/{program.Id}/penerima");
        var second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        string[] Names(Answer page) => [.. page.Document.QuerySelectorAll("tbody th").Select(th => th.TextContent.Trim())];
        Assert.Equal(30, Names(first).Concat(Names(second)).Distinct().Count());
        Assert.Equal(Names(first), Names(await browser.GetAsync(second.Document.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)));
    }

    private static async Task<(Guid Family, Guid Village)> FamilyAsync(Portal portal)
    {
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        return (await portal.Make.HouseholdAsync(village), village);
    }

    private static async Task RefusesAsync(Portal portal, Rule rule, Guid family, Guid program, DateOnly? on = null)
    {
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.RunAsync<EnrollHousehold, EnrollmentResult>(
            Actor.System("Uji"), u => u.RunAsync(family, program, on ?? new DateOnly(2026, 1, 5), null, CancellationToken.None)));
        Assert.Equal(rule, broken.Rule);
    }

    private static async Task<(int Active, int Unreached)> CountsAsync(Portal portal, Guid family, Guid village, int decile)
    {
        await using var db = portal.Open();
        return (await db.Households.Where(h => h.Id == family).Select(h => h.ActiveProgramCount).SingleAsync(),
            await db.VillageTallies.Where(t => t.VillageId == village && t.Decile == decile).Select(t => t.Unreached).SingleAsync());
    }

    private static Dictionary<string, string> Fields(Guid programId) => new() { ["Input.ProgramId"] = programId.ToString(), ["Input.StartedOn"] = "5/1/2026" };
}
