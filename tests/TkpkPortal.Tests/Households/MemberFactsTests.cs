using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class MemberFactsTests
{
    private static readonly Dictionary<string, string> Facts = new()
    {
        ["Input.Name"] = "Ibu Contoh", ["Input.Relation"] = "Spouse", ["Input.Sex"] = "Female", ["Input.BirthDate"] = "3/4/1995", ["Input.Marital"] = "Married", ["Input.Education"] = "LowerSecondary",
        ["Input.School"] = "NoLonger", ["Input.Work"] = "FarmLabourer", ["Input.Occupation"] = "Buruh petik kopi", ["Input.Disability"] = "Moderate", ["Input.Pregnant"] = "True",
        ["Input.HealthInsurance"] = "None",
    };

    [Fact]
    public async Task Every_fact_is_kept_shown_and_survives_a_correction_of_another()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        Assert.True((await browser.SubmitAsync($"/keluarga/{family}/anggota/tambah", Facts)).IsRedirect);
        var before = await MemberAsync(portal, family);
        Assert.True((await browser.SubmitAsync($"/keluarga/{family}/anggota/{before.Id}/perbaiki", new() { ["Input.Name"] = "Ibu Lain" })).IsRedirect);

        var after = await MemberAsync(portal, family);
        Assert.Equal("Ibu Lain", after.Name);
        Assert.Equal(
            (MaritalStatus.Married, Education.LowerSecondary, SchoolStatus.NoLonger, WorkStatus.FarmLabourer, "Buruh petik kopi", DisabilityLevel.Moderate, true, HealthInsurance.None),
            (after.Marital, after.Education, after.School, after.Work, after.Occupation, after.Disability, after.Pregnant, after.HealthInsurance));
        var profile = await browser.GetAsync($"/keluarga/{family}");
        foreach (var word in new[] { "kawin", "SMP sederajat", "tidak sekolah lagi", "Buruh petik kopi", "Hamil", "Disabilitas ringan atau sedang", "Tidak punya JKN" })
            Assert.Contains(word, profile.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True((await db.Households.SingleAsync(h => h.Id == family)).Conditions.HasFlag(HouseholdConditions.Pregnancy | HouseholdConditions.NoHealthInsurance));
    }

    [Fact]
    public async Task A_man_is_not_pregnant()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var answer = await browser.SubmitAsync($"/keluarga/{family}/anggota/tambah", new(Facts) { ["Input.Sex"] = "Male" });

        Assert.Equal([HouseholdRules.PregnantMan.Sentence], answer.Problems);
        Assert.Equal("#Input_Pregnant", answer.Document.QuerySelector(".problems a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Families_of_one_former_kitchen_are_linked_within_their_desa()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, villages) = await portal.Make.DistrictAsync(2);
        var families = new List<Guid>();
        foreach (var village in new[] { villages[0], villages[0], villages[1] }) families.Add(await portal.Make.HouseholdAsync(village.Id));
        using var browser = await portal.SignInAsync(Role.Secretariat);

        foreach (var family in families) Assert.True((await browser.SubmitAsync($"/keluarga/{family}/perbaiki", new() { ["Input.LegacyNumber"] = "000123" })).IsRedirect);

        var profile = await browser.GetAsync($"/keluarga/{families[0]}");
        Assert.NotNull(profile.Document.QuerySelector($"main a[href='/keluarga/{families[1]}']"));
        Assert.Null(profile.Document.QuerySelector($"main a[href='/keluarga/{families[2]}']"));
        Assert.True((await browser.SubmitAsync($"/keluarga/{families[0]}/perbaiki", new() { ["Input.Address"] = "Jalan Lain" })).IsRedirect);
        await using var db = portal.Open();
        Assert.Equal("000123", await db.Households.Where(h => h.Id == families[0]).Select(h => h.LegacyHouseholdNumber).SingleAsync());
    }

    [Fact]
    public async Task A_family_leaves_as_merged_only_by_merging()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var answer = await browser.SubmitAsync($"/keluarga/{family}/keluar", new() { ["Input.Reason"] = "Merged", ["Input.LeftOn"] = "2/1/2026" });

        Assert.Equal([HouseholdRules.MergedOnlyByMerging.Sentence], answer.Problems);
    }

    private static async Task<HouseholdMember> MemberAsync(Portal portal, Guid family)
    {
        await using var db = portal.Open();
        return await db.HouseholdMembers.AsNoTracking().SingleAsync(m => m.HouseholdId == family && m.Relation != FamilyRelation.Head);
    }
}
