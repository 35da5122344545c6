using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Access;

public sealed class UserPagesTests
{
    [Theory]
    [InlineData(Role.Secretariat)]
    [InlineData(Role.DistrictHead)]
    [InlineData(Role.Leader)]
    public async Task Only_an_admin_opens_the_users_pages(Role role)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(role);
        var user = await portal.Make.UserAsync(Role.Leader);

        foreach (var path in new[] { "/pengguna", "/pengguna?handler=Export", "/pengguna/undang", $"/pengguna/{user.Id}", $"/pengguna/{user.Id}/tautan", $"/pengguna/{user.Id}/nonaktifkan" })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_camat_needs_a_kecamatan_and_a_desa_operator_a_desa_of_our_kabupaten()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, district, villages) = await portal.Make.DistrictAsync();
        var elsewhere = await ForeignVillageAsync(portal);
        await OurRegencyAsync(portal, regency.Id);
        using var admin = await portal.SignInAsync(Role.Admin);
        var form = await admin.GetAsync("/pengguna/undang");
        Assert.Contains($"{district.Name} (seluruh kecamatan)", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(elsewhere.Name, form.Text, StringComparison.Ordinal);

        async Task<string?> Refusal(Role role, Guid? areaId) =>
            (await admin.SubmitAsync("/pengguna/undang", Fields("wilayah1", role, areaId))).Problems.SingleOrDefault();

        Assert.Equal(AccessRules.DistrictRequired.Sentence, await Refusal(Role.DistrictHead, null));
        Assert.Equal(AccessRules.DistrictRequired.Sentence, await Refusal(Role.DistrictHead, villages[0].Id));
        Assert.Equal(AccessRules.VillageRequired.Sentence, await Refusal(Role.VillageOperator, district.Id));
        Assert.Equal(AccessRules.VillageRequired.Sentence, await Refusal(Role.VillageOperator, elsewhere.Id));
        Assert.Equal(AccessRules.AgencyRequired.Sentence, await Refusal(Role.AgencyOperator, null));
        Assert.Null(await Refusal(Role.VillageOperator, villages[1].Id));
        await using var db = portal.Open();
        var user = await db.Users.SingleAsync(u => u.UserName == "wilayah1");
        Assert.Equal((Role.VillageOperator, villages[1].Id, (Guid?)null), (user.Role, user.AreaId!.Value, user.AgencyId));
    }

    [Fact]
    public async Task An_area_or_agency_the_role_does_not_use_is_not_kept()
    {
        var portal = await Portal.SharedAsync();
        using var admin = await portal.SignInAsync(Role.Admin);
        var user = await portal.Make.UserAsync(Role.AgencyOperator);

        await admin.SubmitAsync($"/pengguna/{user.Id}", new() { ["Input.Role"] = "Leader" });

        await using var db = portal.Open();
        var now = await db.Users.SingleAsync(u => u.Id == user.Id);
        Assert.Equal((Role.Leader, null), (now.Role, now.AgencyId));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == user.Id && a.Action == AuditAction.Update));
    }

    [Fact]
    public async Task A_taken_name_or_address_is_refused_and_a_wrong_shape_named()
    {
        var portal = await Portal.SharedAsync();
        using var admin = await portal.SignInAsync(Role.Admin);
        var user = await portal.Make.UserAsync(Role.Leader);
        var email = $"{user.UserName}@contoh.go.id";
        await admin.SubmitAsync($"/pengguna/{user.Id}", new() { ["Input.Email"] = email });

        var taken = await admin.SubmitAsync("/pengguna/undang", Fields(user.UserName!.ToUpperInvariant(), Role.Leader));
        Assert.Equal([AccessRules.UserNameTaken.Sentence], taken.Problems);
        var sameEmail = await admin.SubmitAsync("/pengguna/undang", new(Fields(user.UserName + "b", Role.Leader)) { ["Input.Person.Email"] = email.ToUpperInvariant() });
        Assert.Equal([AccessRules.EmailTaken.Sentence], sameEmail.Problems);
        Assert.NotNull(sameEmail.Document.QuerySelector("#Input_Person_Role option[value=Leader][selected]"));
        var empty = await admin.SubmitAsync("/pengguna/undang", new() { ["Input.UserName"] = "dua kata" });
        Assert.Equal(4, empty.Problems.Count);
        Assert.Contains(empty.Problems, p => p.StartsWith("Nama pengguna terdiri dari 3 sampai 50", StringComparison.Ordinal));
        Assert.Contains("Peran wajib dipilih.", empty.Problems);
    }

    [Fact]
    public async Task An_admin_keeps_the_own_role_and_account_and_the_last_admin_stays()
    {
        await using var portal = await Portal.StartAsync();
        var first = await portal.Make.UserAsync(Role.Admin);
        var second = await portal.Make.UserAsync(Role.Admin);
        using var browser = await portal.SignInAsync(first.UserName!);
        using var other = await portal.SignInAsync(second.UserName!);

        Assert.Equal([AccessRules.OwnRoleKept.Sentence], (await browser.SubmitAsync($"/pengguna/{first.Id}", new() { ["Input.Role"] = "Leader" })).Problems);
        Assert.Equal([AccessRules.NotOneself.Sentence], (await browser.SubmitAsync($"/pengguna/{first.Id}/nonaktifkan", [])).Problems);
        var mine = await browser.OpenFormAsync($"/pengguna/{second.Id}/nonaktifkan");
        var theirs = await other.OpenFormAsync($"/pengguna/{first.Id}/nonaktifkan");
        await Task.WhenAll(mine.SendAsync([]), theirs.SendAsync([]));

        await using var db = portal.Open();
        Assert.Equal(1, await db.Users.CountAsync(u => u.Role == Role.Admin && u.IsActive));
    }

    [Fact]
    public async Task The_second_editor_is_told_what_the_first_changed()
    {
        var portal = await Portal.SharedAsync();
        using var first = await portal.SignInAsync(Role.Admin);
        using var second = await portal.SignInAsync(Role.Admin);
        var user = await portal.Make.UserAsync(Role.Secretariat);
        var late = await second.OpenFormAsync($"/pengguna/{user.Id}");
        await first.SubmitAsync($"/pengguna/{user.Id}", new() { ["Input.Role"] = "Leader" });

        var conflict = await late.SendAsync(new() { ["Input.Position"] = "Jabatan baru" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("Peran dari “Sekretariat TKPK” menjadi “Pimpinan”", conflict.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_sign_ins_do_not_disturb_an_admins_edit()
    {
        var portal = await Portal.SharedAsync();
        using var admin = await portal.SignInAsync(Role.Admin);
        var user = await portal.Make.UserAsync(Role.Secretariat);
        var form = await admin.OpenFormAsync($"/pengguna/{user.Id}");
        using var visitor = portal.Visitor();
        await SignInTests.Try(visitor, user.UserName!, "sandi yang keliru");

        Assert.True((await form.SendAsync(new() { ["Input.Position"] = "Jabatan baru" })).IsRedirect);
    }

    [Fact]
    public async Task The_list_filters_by_role_and_state_and_exports_what_it_shows()
    {
        await using var portal = await Portal.StartAsync();
        using var admin = await portal.SignInAsync(Role.Admin);
        var leader = await portal.Make.UserAsync(Role.Leader);
        var camat = await portal.Make.UserAsync(Role.DistrictHead);
        await admin.SubmitAsync("/pengguna/undang", Fields("diundang", Role.Facilitator));
        await admin.SubmitAsync($"/pengguna/{leader.Id}/nonaktifkan", []);

        Assert.Contains("4 pengguna", (await admin.GetAsync("/pengguna")).Text, StringComparison.Ordinal);
        Assert.Equal([camat.FullName], Names(await admin.GetAsync("/pengguna?peran=camat")));
        Assert.Equal([leader.FullName], Names(await admin.GetAsync("/pengguna?keadaan=nonaktif")));
        Assert.Equal(["Orang Contoh"], Names(await admin.GetAsync("/pengguna?keadaan=diundang&cari=orang")));
        Assert.Contains("Belum ada pengguna yang cocok", (await admin.GetAsync("/pengguna?cari=zzz")).Text, StringComparison.Ordinal);
        Assert.NotEmpty(await admin.DownloadAsync("/pengguna?handler=Export&peran=camat"));
    }

    internal static Dictionary<string, string> Fields(string userName, Role role, Guid? areaId = null) => new()
    {
        ["Input.UserName"] = userName,
        ["Input.Person.FullName"] = "Orang Contoh",
        ["Input.Person.Position"] = "Jabatan Contoh",
        ["Input.Person.Role"] = role.ToString(),
        ["Input.Person.AreaId"] = areaId?.ToString() ?? "",
    };

    private static List<string> Names(Answer answer) => [.. answer.Document.QuerySelectorAll("tbody th").Select(t => t.TextContent.Trim())];

    private static async Task<Area> ForeignVillageAsync(Portal portal)
    {
        await using var db = portal.Open();
        Area? parent = null;
        foreach (var (code, name) in new[] { ("89.01", "Kabupaten Lain"), ("89.01.01", "Kecamatan Lain"), ("89.01.01.2001", "Desa Lain") })
        {
            Assert.True(AreaCode.TryParse(code, out var parsed));
            parent = db.Areas.Add(new(parsed, name, parent?.Id)).Entity;
        }

        await db.SaveChangesAsync();
        return parent!;
    }

    private static async Task OurRegencyAsync(Portal portal, Guid regencyId)
    {
        await using var db = portal.Open();
        (await db.Settings.SingleAsync()).RegencyId = regencyId;
        await db.SaveChangesAsync();
        portal.Services.GetRequiredService<CurrentSettings>().Forget();
    }
}
