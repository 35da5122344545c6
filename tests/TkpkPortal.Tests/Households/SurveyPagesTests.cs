using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class SurveyPagesTests
{
    [Fact]
    public async Task Answers_are_kept_as_given_and_the_conditions_follow()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var answer = await browser.SubmitAsync($"/keluarga/{family}/survei/tambah?instrumen=dtsen", new()
        {
            ["Input.TakenOn"] = "2/3/2026", ["Jawaban[jenis_lantai]"] = "8", ["Jawaban[fasilitas_bab]"] = "1", ["Jawaban[penerangan]"] = "1", ["Jawaban[daya]"] = "1", ["Jawaban[luas_lantai]"] = "21,5",
        });

        Assert.True(answer.IsRedirect, answer.Text);
        await using var db = portal.Open();
        var survey = await db.Surveys.SingleAsync(s => s.HouseholdId == family);
        Assert.Equal(("dtsen", "2026", new DateOnly(2026, 3, 2)), (survey.Instrument, survey.Edition, survey.TakenOn));
        Assert.Equal(
            new Dictionary<string, string> { ["jenis_lantai"] = "8", ["fasilitas_bab"] = "1", ["penerangan"] = "1", ["daya"] = "1", ["luas_lantai"] = "21.5" }.OrderBy(a => a.Key),
            survey.Given().OrderBy(a => a.Key));
        var kept = await db.Households.SingleAsync(h => h.Id == family);
        Assert.Equal(HouseholdConditions.EarthFloor | HouseholdConditions.LowPower, kept.Conditions & ~HouseholdConditions.OfMembers);
        Assert.Equal(HouseholdConditions.EarthFloor | HouseholdConditions.LowPower | HouseholdConditions.NoOwnToilet, kept.KnownConditions & ~HouseholdConditions.OfMembers);
        Assert.Equal(1, (await db.VillageConditionTallies.SingleAsync(t => t.VillageId == village.Id && t.Condition == HouseholdConditions.EarthFloor)).Households);
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == survey.Id && a.Action == AuditAction.Create && a.VillageId == village.Id));
        var page = await browser.GetAsync(answer.Location!);
        Assert.Contains("Jenis lantai terluas|8|Tanah", Rows(page));
        Assert.Contains("Luas lantai|21.5|21,5 m²", Rows(page));
        Assert.Contains("Jenis atap terluas|–|Tidak ditanyakan", Rows(page));
        var profile = await browser.GetAsync($"/keluarga/{family}");
        Assert.Contains("Lantai tanah DTSEN, 2 Mar 2026 Ada", profile.Document.QuerySelectorAll("#kondisi li").Select(Folded));
        Assert.Contains("Tanpa jamban sendiri DTSEN, 2 Mar 2026 Tidak", profile.Document.QuerySelectorAll("#kondisi details li").Select(Folded));
        Assert.Contains("atap tidak layak", profile.Document.QuerySelector("#kondisi .meta")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_survey_decides_whenever_it_was_typed_in_and_only_what_it_asked()
    {
        var portal = await Portal.SharedAsync();
        var family = await portal.Make.HouseholdAsync((await portal.Make.DistrictAsync(1)).Villages[0].Id);

        await portal.Make.SurveyAsync(family, "p3ke", new(2024, 5, 1), ("jenis_lantai", "Semen"), ("fasilitas_bab", "Tidak ada"));
        await portal.Make.SurveyAsync(family, "regsosek2022", new(2022, 10, 15), ("jenis_lantai", "8"), ("jenis_atap", "7"));

        await using (var db = portal.Open())
        {
            var kept = await db.Households.SingleAsync(h => h.Id == family);
            Assert.Equal(HouseholdConditions.NoOwnToilet | HouseholdConditions.WeakRoof, kept.Conditions & ~HouseholdConditions.OfMembers);
        }

        await portal.Make.SurveyAsync(family, "dtsen", new(2026, 1, 5), ("fasilitas_bab", "1"), ("jenis_atap", "8"));

        await using (var db = portal.Open())
        {
            var kept = await db.Households.SingleAsync(h => h.Id == family);
            Assert.Equal(HouseholdConditions.None, kept.Conditions & ~HouseholdConditions.OfMembers);
            Assert.Equal(HouseholdConditions.NoOwnToilet | HouseholdConditions.EarthFloor, kept.KnownConditions & ~HouseholdConditions.OfMembers);
        }
    }

    [Fact]
    public async Task What_is_no_answer_is_refused_and_what_was_typed_stays()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var address = $"/keluarga/{family}/survei/tambah?instrumen=dtsen";

        var number = await browser.SubmitAsync(address, new() { ["Input.TakenOn"] = "2/3/2026", ["Jawaban[luas_lantai]"] = "luas sekali", ["Jawaban[jenis_lantai]"] = "8" });
        var nothing = await browser.SubmitAsync(address, new() { ["Input.TakenOn"] = "2/3/2026" });
        var future = await browser.SubmitAsync(address, new() { ["Input.TakenOn"] = "2/3/2999", ["Jawaban[jenis_lantai]"] = "8" });
        var foreign = await browser.SubmitAsync(address, new() { ["Input.TakenOn"] = "2/3/2026", ["Jawaban[hamil]"] = "1" });
        var undated = await browser.SubmitAsync(address, new() { ["Jawaban[jenis_lantai]"] = "8" });

        Assert.Equal(HttpStatusCode.BadRequest, number.Status);
        Assert.Equal([new RuleBrokenException(SurveyRules.NotANumber, null, "Luas lantai").Message], number.Problems);
        Assert.Equal("luas sekali", number.Document.QuerySelector("[name='Jawaban[luas_lantai]']")!.GetAttribute("value"));
        Assert.Equal("8", number.Document.QuerySelector("[name='Jawaban[jenis_lantai]'] option[selected]")!.GetAttribute("value"));
        Assert.NotNull(number.Document.QuerySelector(number.Document.QuerySelector(".problems a")!.GetAttribute("href")!));
        Assert.Equal([SurveyRules.NothingAnswered.Sentence], nothing.Problems);
        Assert.Equal([SurveyRules.InFuture.Sentence], future.Problems);
        Assert.Equal([new RuleBrokenException(SurveyRules.NotAnAnswer, null, "hamil").Message], foreign.Problems);
        Assert.Equal(["Tanggal pendataan wajib diisi, misalnya 27/03/2026."], undated.Problems);
        await using var db = portal.Open();
        Assert.False(await db.Surveys.AnyAsync(s => s.HouseholdId == family));
    }

    [Fact]
    public async Task Surveys_and_checklists_of_another_desa_do_not_exist_and_readers_may_not_write()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var family = await portal.Make.HouseholdAsync(villages[0].Id);
        var own = await portal.Make.HouseholdAsync(villages[1].Id);
        var survey = await portal.Make.SurveyAsync(family, "dtsen", new(2026, 1, 5), ("jenis_lantai", "8"));
        using var other = await portal.SignInAsync(Role.VillageOperator, villages[1].Id);
        using var camat = await portal.SignInAsync(Role.DistrictHead, district.Id);
        using var leader = await portal.SignInAsync(Role.Leader);

        foreach (var page in new[] { $"/keluarga/{family}/survei/tambah", $"/keluarga/{family}/survei/{survey}", $"/keluarga/{own}/survei/{survey}", $"/keluarga/{family}/daftar-periksa/rtlh", $"/keluarga/{family}/daftar-periksa/rtlh/isi", $"/laporan/keluarga/{family}/profil.html", $"/laporan/desa/{villages[0].Id}/profil.html", $"/keluarga/{own}/daftar-periksa/lain" })
            Assert.True((await other.GetAsync(page)).Status == HttpStatusCode.NotFound, page);
        Assert.Equal(HttpStatusCode.OK, (await camat.GetAsync($"/keluarga/{family}/survei/{survey}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await camat.GetAsync($"/keluarga/{family}/daftar-periksa/fakir-miskin")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await camat.GetAsync($"/keluarga/{family}/survei/tambah")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await camat.GetAsync($"/keluarga/{family}/daftar-periksa/fakir-miskin/isi")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"/keluarga/{family}/survei/{survey}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"/laporan/keluarga/{family}/profil.html")).Status);
    }

    [Fact]
    public async Task A_family_that_left_is_not_surveyed()
    {
        var portal = await Portal.SharedAsync();
        var family = await portal.Make.HouseholdAsync((await portal.Make.DistrictAsync(1)).Villages[0].Id);
        await portal.Make.RunAsync<LeaveHousehold>(Actor.System("Uji"), async u => await u.RunAsync(family, new(2026, 1, 2), LeaveReason.Moved, await portal.Make.VersionAsync(family), default));

        var survey = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.SurveyAsync(family, "dtsen", new(2026, 1, 5), ("jenis_lantai", "8")));
        var checklist = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.RunAsync<AssessHousehold>(
            Actor.System("Uji"), u => u.RunAsync(family, ChecklistKind.UnfitHouse, new(2026, 1, 5), new Dictionary<string, bool?> { ["lantai"] = true }, default)));

        Assert.Equal(HouseholdRules.AlreadyLeft, survey.Rule);
        Assert.Equal(HouseholdRules.AlreadyLeft, checklist.Rule);
    }

    private static string Folded(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<string> Rows(Answer page) =>
        [.. page.Document.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim())))];
}
