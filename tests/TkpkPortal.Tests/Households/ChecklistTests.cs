using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Settings;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class ChecklistTests
{
    private static readonly Checklist Poor = Checklist.Of(ChecklistKind.ExtremePoor);

    [Theory]
    [InlineData(6, 2, 6, true)]
    [InlineData(5, 3, 6, false)]
    [InlineData(5, 2, 6, null)]
    [InlineData(3, 2, 6, null)]
    [InlineData(2, 3, 6, false)]
    [InlineData(5, 0, 5, true)]
    [InlineData(0, 8, 6, false)]
    public void Six_of_eight_criteria_decide_and_open_ones_only_where_they_matter(int yes, int no, int needed, bool? met)
    {
        var answers = new Dictionary<string, bool?> { ["tanpa_tempat_tinggal"] = false };
        foreach (var (criterion, i) in Poor.Criteria.Where(c => !c.Decides).Select((c, i) => (c, i))) answers[criterion.Key] = i < yes ? true : i < yes + no ? false : null;

        var result = Poor.Judge(answers, needed);

        Assert.Equal((met, yes, 8 - yes - no), (result.Met, result.Yes, result.Open));
        Assert.DoesNotContain("desil", result.Sentence, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_shelter_a_family_is_fakir_miskin_at_once() =>
        Assert.True(Poor.Judge(new Dictionary<string, bool?> { ["tanpa_tempat_tinggal"] = true }, 6).Met);

    [Fact]
    public void The_decrees_are_on_the_lists_with_eight_and_five_criteria()
    {
        Assert.Equal(8, Poor.Counted);
        Assert.Equal("abcdefgh", string.Concat(Poor.Criteria.Select(c => c.Mark)));
        Assert.Equal(5, Checklist.Of(ChecklistKind.UnfitHouse).Counted);
    }

    [Fact]
    public void What_is_on_record_is_filled_in_and_a_floor_that_is_not_earth_may_still_be_plaster()
    {
        var known = HouseholdConditions.EarthFloor | HouseholdConditions.LowPower | HouseholdConditions.NoOwnToilet;

        var filled = Poor.Prefill(HouseholdConditions.LowPower, known, null);

        Assert.True(filled["listrik"]);
        Assert.False(filled["jamban"]);
        Assert.Null(filled["lantai"]);
        Assert.Null(filled["dinding"]);
        Assert.Null(filled["khawatir_makan"]);
        Assert.True(Checklist.Of(ChecklistKind.UnfitHouse).Prefill(0, 0, 7.1m)[Checklist.FloorPerPerson]);
        Assert.False(Checklist.Of(ChecklistKind.UnfitHouse).Prefill(0, 0, 7.2m)[Checklist.FloorPerPerson]);
    }

    [Fact]
    public async Task A_checklist_is_prefilled_filled_and_kept_with_its_threshold()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id, children: 2);
        await portal.Make.SurveyAsync(family, "dtsen", new(2026, 1, 5), ("luas_lantai", "18"), ("jenis_lantai", "8"));
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var address = $"/keluarga/{family}/daftar-periksa/rtlh";

        var before = await browser.GetAsync(address);
        var form = await browser.OpenFormAsync(address + "/isi");
        Assert.Contains(form.Fields, f => f is { Key: "Kriteria[lantai]", Value: "ya" });
        Assert.Contains(form.Fields, f => f is { Key: "Kriteria[luas_per_orang]", Value: "ya" });
        var answer = await form.SendAsync(new() { ["Input.AssessedOn"] = "6/1/2026", ["Kriteria[rusak]"] = "tidak" });

        Assert.Contains("Belum pernah diperiksa", before.Text, StringComparison.Ordinal);
        Assert.Contains("6 m² per orang", before.Text, StringComparison.Ordinal);
        Assert.True(answer.IsRedirect, answer.Text);
        var after = await browser.GetAsync(answer.Location!);
        Assert.Contains("Memenuhi kriteria rumah tidak layak huni: 2 dari 5 kriteria terpenuhi, batasnya 1.", after.Text, StringComparison.Ordinal);
        Assert.Contains("Memenuhi kriteria rumah tidak layak huni", (await browser.GetAsync($"/keluarga/{family}")).Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var kept = await db.ChecklistAssessments.SingleAsync(c => c.HouseholdId == family);
        Assert.Equal((ChecklistKind.UnfitHouse, 1, true), (kept.Kind, kept.Needed, kept.Met));
        Assert.Equal((true, false, (bool?)null), (kept.Given()["lantai"], kept.Given()["rusak"], kept.Given()["mck"]));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == kept.Id));
        Assert.Null((await db.Households.SingleAsync(h => h.Id == family)).Decile);
    }

    [Fact]
    public async Task A_checklist_without_an_answer_or_of_tomorrow_is_refused()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var address = $"/keluarga/{family}/daftar-periksa/rtlh/isi";

        var empty = await browser.SubmitAsync(address, new() { ["Input.AssessedOn"] = "6/1/2026" });
        var future = await browser.SubmitAsync(address, new() { ["Input.AssessedOn"] = "6/1/2999", ["Kriteria[rusak]"] = "ya" });
        var unknown = await browser.SubmitAsync(address, new() { ["Input.AssessedOn"] = "6/1/2026", ["Kriteria[warna_cat]"] = "ya" });

        Assert.Equal([SurveyRules.ChecklistEmpty.Sentence], empty.Problems);
        Assert.Equal([SurveyRules.ChecklistInFuture.Sentence], future.Problems);
        Assert.Equal([SurveyRules.UnknownCriterion.Sentence], unknown.Problems);
    }

    [Fact]
    public async Task The_threshold_is_a_setting_between_one_and_eight()
    {
        await using var portal = await Portal.StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        using var browser = await portal.SignInAsync(Role.Admin);

        var refused = await browser.SubmitAsync("/pengaturan", new() { ["Input.ExtremePoorNeeded"] = "9" });
        var saved = await browser.SubmitAsync("/pengaturan", new() { ["Input.ExtremePoorNeeded"] = "2" });

        Assert.Equal([new RuleBrokenException(SettingsRules.CriteriaOutOfRange, null, 8).Message], refused.Problems);
        Assert.True(saved.IsRedirect, saved.Text);
        var result = await portal.Make.RunAsync<AssessHousehold, ChecklistResult>(Actor.System("Uji"), u => u.RunAsync(
            family, ChecklistKind.ExtremePoor, new(2026, 1, 5), new Dictionary<string, bool?> { ["listrik"] = true, ["jamban"] = true, ["tanpa_tempat_tinggal"] = false }, default));
        Assert.True(result.Met);
    }
}
