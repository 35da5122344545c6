using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class HouseholdScopeTests
{
    private static readonly string[] FamilyPages =
        ["", "/perbaiki", "/anggota/tambah", "/anggota/{m}/perbaiki", "/anggota/{m}/keluarkan", "/ganti-kepala", "/keluar", "/pisah", "/gabung", "/gabung/cari"];

    private static readonly string[] CentralPages = ["/pindah", "/buka-nik", "/program/tambah", "/pendamping", "/program/{m}/akhiri"];

    [Fact]
    public async Task Every_page_of_a_family_is_missing_for_another_desa()
    {
        var portal = await Portal.SharedAsync();
        var (family, member, _, other) = await TwoDesaAsync(portal);
        using var browser = await portal.SignInAsync(Role.VillageOperator, other);

        foreach (var page in FamilyPages)
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Page(family, member, page))).Status);
        foreach (var page in CentralPages)
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Page(family, member, page))).Status);
    }

    [Fact]
    public async Task Posting_to_a_family_of_another_desa_changes_nothing()
    {
        var portal = await Portal.SharedAsync();
        var (family, member, _, other) = await TwoDesaAsync(portal);
        var own = await portal.Make.HouseholdAsync(other, 1);
        using var browser = await portal.SignInAsync(Role.VillageOperator, other);
        var before = await portal.Make.VersionAsync(family);

        var form = await browser.OpenFormAsync($"/keluarga/{own}/keluar");
        Dictionary<string, string> fields = form.Fields.ToDictionary(f => f.Key, f => f.Value);
        foreach (var page in FamilyPages.Skip(1))
        {
            fields["__kunci"] = Guid.NewGuid().ToString();
            var answer = await new OpenForm(browser, Page(family, member, page), [.. fields]).SendAsync(new()
            {
                ["Input.Reason"] = "Moved", ["Input.LeftOn"] = "2/1/2026", ["Input.Address"] = "Jalan Lain", ["Input.Name"] = "Orang Lain", ["Input.Sex"] = "Male",
                ["Input.Relation"] = "Child", ["MemberId"] = member.ToString(), ["FormerHeadBecomes"] = "Child",
            });
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.Equal(before, await portal.Make.VersionAsync(family));
    }

    [Fact]
    public async Task A_family_is_not_registered_in_a_desa_outside_the_scope()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, foreign, other) = await TwoDesaAsync(portal);
        using var browser = await portal.SignInAsync(Role.VillageOperator, other);
        var fields = HouseholdPagesTests.Fields(Builders.Nik());
        fields["VillageId"] = foreign.ToString();
        await using var db = portal.Open();
        var before = await db.Households.CountAsync(h => h.VillageId == foreign);

        var answer = await browser.SubmitAsync("/keluarga/daftarkan", fields);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(before, await db.Households.CountAsync(h => h.VillageId == foreign));
    }

    [Fact]
    public async Task List_counts_choices_and_workbook_hold_only_the_own_area()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, foreign, other) = await TwoDesaAsync(portal);
        var ownName = Builders.Unique("Keluarga Sendiri");
        await portal.Make.HouseholdAsync(other, headName: ownName);
        using var browser = await portal.SignInAsync(Role.VillageOperator, other);
        await using var db = portal.Open();
        var foreignVillage = await db.Areas.SingleAsync(a => a.Id == foreign);

        var list = await browser.GetAsync("/keluarga");
        var workbook = new MemoryStream(await browser.DownloadAsync("/keluarga?handler=Export"));

        Assert.Contains("1 keluarga cocok", list.Text, StringComparison.Ordinal);
        Assert.Contains(ownName, list.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(foreignVillage.Code, list.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/keluarga?desa={foreignVillage.Code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/keluarga?kecamatan={foreignVillage.Code[..8]}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/keluarga-per-desa?kecamatan={foreignVillage.Code[..8]}")).Status);
        var rows = MiniExcelLibs.MiniExcel.Query(workbook, useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(ownName, rows.Single()["kepala_keluarga"]);
        Assert.DoesNotContain(rows.SelectMany(r => r.Values), v => v?.ToString() is { Length: 16 } text && text.All(char.IsAsciiDigit));
        Assert.DoesNotContain(foreignVillage.Code, (await browser.GetAsync("/keluarga-per-desa")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_another_desa_opens_nothing()
    {
        var portal = await Portal.SharedAsync();
        var (family, _, _, other) = await TwoDesaAsync(portal);
        await portal.Make.HouseholdAsync(other);
        using var browser = await portal.SignInAsync(Role.VillageOperator, other);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/keluarga?sesudah={family}")).Status);
    }

    [Theory]
    [InlineData(Role.AgencyHead)]
    [InlineData(Role.AgencyOperator)]
    [InlineData(Role.Leader)]
    public async Task No_family_by_name_for_an_OPD_or_the_leader(Role role)
    {
        var portal = await Portal.SharedAsync();
        var (family, member, _, _) = await TwoDesaAsync(portal);
        using var browser = await portal.SignInAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/keluarga")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/keluarga?handler=Export")).Status);
        foreach (var page in FamilyPages.Concat(CentralPages))
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Page(family, member, page))).Status);
        Assert.Equal(role == Role.Leader ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await browser.GetAsync("/keluarga-per-desa")).Status);
    }

    [Fact]
    public async Task A_camat_sees_the_desa_of_the_kecamatan_and_may_not_write()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var family = await portal.Make.HouseholdAsync(villages[0].Id);
        await portal.Make.HouseholdAsync(villages[1].Id);
        using var browser = await portal.SignInAsync(Role.DistrictHead, district.Id);

        Assert.Contains("2 keluarga cocok", (await browser.GetAsync("/keluarga")).Text, StringComparison.Ordinal);
        Assert.Contains("1 keluarga cocok", (await browser.GetAsync($"/keluarga?desa={villages[1].Code}")).Text, StringComparison.Ordinal);
        var profile = await browser.GetAsync($"/keluarga/{family}");
        Assert.Equal(HttpStatusCode.OK, profile.Status);
        Assert.DoesNotContain("/perbaiki", profile.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/keluarga/{family}/perbaiki")).Status);
    }

    [Fact]
    public async Task The_use_cases_themselves_stop_at_the_area()
    {
        var portal = await Portal.SharedAsync();
        var (family, _, _, other) = await TwoDesaAsync(portal);
        var actor = new Actor { Name = "Operator", Role = Role.VillageOperator, Reach = Reach.Villages, VillageIds = [other], UserId = Guid.NewGuid() };

        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.Make.RunAsync<OpenHousehold, HouseholdView>(actor, u => u.RunAsync(family, CancellationToken.None)));
        await Assert.ThrowsAsync<RecordNotFoundException>(() => portal.Make.RunAsync<RevealIdentity, RevealedNumbers>(actor, u => u.RunAsync(family, "alasan yang cukup panjang", CancellationToken.None)));
        await using var db = portal.Open(actor);
        await using var all = portal.Open();
        var foreign = await all.Households.Where(h => h.Id == family).Select(h => h.VillageId).SingleAsync();
        await Assert.ThrowsAsync<Core.Data.OutOfScopeException>(() => TallyRecount.RunAsync(db, [foreign], CancellationToken.None));
        Assert.False(actor.May(Permission.RevealIdentity));
    }

    private static string Page(Guid family, Guid member, string page) => $"/keluarga/{family}{page.Replace("{m}", member.ToString(), StringComparison.Ordinal)}";

    private static async Task<(Guid Family, Guid Member, Guid Village, Guid OtherVillage)> TwoDesaAsync(Portal portal)
    {
        var (_, _, villages) = await portal.Make.DistrictAsync(1);
        var (_, _, others) = await portal.Make.DistrictAsync(1);
        var family = await portal.Make.HouseholdAsync(villages[0].Id, 1, Builders.Nik());
        await using var db = portal.Open();
        var member = await db.HouseholdMembers.Where(m => m.HouseholdId == family && m.Relation == FamilyRelation.Child).Select(m => m.Id).SingleAsync();
        return (family, member, villages[0].Id, others[0].Id);
    }
}
