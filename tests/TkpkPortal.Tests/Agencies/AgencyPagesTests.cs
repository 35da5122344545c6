using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Agencies;

public sealed class AgencyPagesTests
{
    [Fact]
    public async Task The_secretariat_registers_an_agency_and_the_trail_tells()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var name = Builders.Unique("Dinas Percobaan");

        var answer = await browser.SubmitAsync("/opd/daftarkan", Fields(name));

        Assert.Equal("/opd", answer.Location);
        Assert.Contains($"{name} tersimpan", (await browser.GetAsync("/opd")).Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var agency = await db.Agencies.SingleAsync(a => a.Name == name);
        Assert.Equal("Kepala Dinas", agency.HeadTitle);
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == agency.Id && a.Action == AuditAction.Create));
    }

    [Fact]
    public async Task A_taken_name_is_refused_and_the_typed_text_stays()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var agency = await portal.Make.AgencyAsync();

        var answer = await browser.SubmitAsync("/opd/daftarkan", Fields(agency.Name));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([AgencyRules.NameTaken.Sentence], answer.Problems);
        Assert.Equal(agency.Name, answer.Document.QuerySelector("#Input_Name")!.GetAttribute("value"));
        Assert.StartsWith("Galat: ", answer.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_names_every_missing_field()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await browser.SubmitAsync("/opd/daftarkan", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Nama OPD wajib diisi.", answer.Problems);
        Assert.Equal(3, answer.Problems.Count);
    }

    [Fact]
    public async Task A_double_click_makes_one_agency()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var name = Builders.Unique("Dinas Ganda");
        var form = await browser.OpenFormAsync("/opd/daftarkan");

        var answers = await Task.WhenAll(form.SendAsync(Fields(name)), form.SendAsync(Fields(name)));

        Assert.All(answers, a => Assert.Equal("/opd", a.Location));
        await using var db = portal.Open();
        Assert.Equal(1, await db.Agencies.CountAsync(a => a.Name == name));
    }

    [Fact]
    public async Task The_second_editor_sees_what_the_first_changed_and_may_save_again()
    {
        var portal = await Portal.SharedAsync();
        using var first = await portal.SignInAsync(Role.Secretariat);
        using var second = await portal.SignInAsync(Role.Secretariat);
        var agency = await portal.Make.AgencyAsync();
        var late = await second.OpenFormAsync($"/opd/{agency.Id}");
        await first.SubmitAsync($"/opd/{agency.Id}", new() { ["Input.HeadTitle"] = "Plt. Kepala" });

        var conflict = await late.SendAsync(new() { ["Input.HeadTitle"] = "Kepala Baru" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("menjadi “Plt. Kepala”", conflict.Problems.Single(), StringComparison.Ordinal);
        Assert.Equal("Kepala Baru", conflict.Document.QuerySelector("#Input_HeadTitle")!.GetAttribute("value"));
        var again = await second.FormOn(conflict, $"/opd/{agency.Id}").SendAsync([]);
        Assert.True(again.IsRedirect);
        await using var db = portal.Open();
        Assert.Equal("Kepala Baru", (await db.Agencies.SingleAsync(a => a.Id == agency.Id)).HeadTitle);
    }

    [Fact]
    public async Task A_desa_operator_may_not_open_the_list()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator);

        var answer = await browser.GetAsync("/opd");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("bukan untuk peran Anda", answer.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Fields(string name) => new() { ["Input.Name"] = name, ["Input.ShortName"] = "Dinas", ["Input.HeadTitle"] = "Kepala Dinas" };
}
