using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Settings;

public sealed class SettingsPagesTests
{
    private static readonly byte[] Png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 1, 2, 3, 4];

    [Fact]
    public async Task Saved_settings_work_at_once()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, _, _) = await portal.Make.DistrictAsync(1);
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await browser.SubmitAsync("/pengaturan", new()
        {
            ["Input.RegencyId"] = regency.Id.ToString(), ["Input.VillageTerm"] = "pekon", ["Input.TimeZoneId"] = "Asia/Jayapura",
            ["Input.TargetDecile"] = "4", ["Input.ImplausibleGrowth"] = "3,5", ["Input.AbsorptionTarget"] = "92,5", ["Input.City"] = "Liwa",
        });

        Assert.Equal("/pengaturan", answer.Location);
        var next = await browser.GetAsync("/pengaturan");
        Assert.Contains(regency.Name, next.Text, StringComparison.Ordinal);
        Assert.Contains("WIT", next.Document.QuerySelector(".foot")!.TextContent.Split("Waktu server")[1], StringComparison.Ordinal);
        await using var db = portal.Open();
        var settings = await db.Settings.SingleAsync();
        Assert.Equal((regency.Id, "pekon", "Asia/Jayapura", 4, 3.5m, 92.5m, "Liwa"), (settings.RegencyId, settings.VillageTerm, settings.TimeZoneId, settings.TargetDecile, settings.ImplausibleGrowth, settings.AbsorptionTarget, settings.City));
        var trail = await browser.GetAsync("/jejak?jenis=PortalSettings");
        Assert.Contains($"Kabupaten kami: kosong menjadi {regency.Code} {regency.Name}", trail.Text, StringComparison.Ordinal);
        Assert.Contains("Zona waktu: WIB menjadi WIT", trail.Text, StringComparison.Ordinal);
        Assert.Contains("Batas perubahan penduduk tersirat: 3 menjadi 3,5", trail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.TargetDecile", "11", nameof(SettingsRules.DecileOutOfRange))]
    [InlineData("Input.TargetDecile", "0", nameof(SettingsRules.DecileOutOfRange))]
    [InlineData("Input.ImplausibleGrowth", "0", nameof(SettingsRules.GrowthOutOfRange))]
    [InlineData("Input.AbsorptionTarget", "100,1", nameof(SettingsRules.AbsorptionOutOfRange))]
    [InlineData("Input.TimeZoneId", "Europe/Paris", nameof(SettingsRules.UnknownZone))]
    [InlineData("Input.RegencyId", "0190d5c4-3b7a-7b3c-9d1e-5a2b4c6d8e0f", nameof(SettingsRules.NotARegency))]
    public async Task A_value_out_of_range_is_refused_and_nothing_changes(string field, string value, string rule)
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Admin);

        var answer = await browser.SubmitAsync("/pengaturan", new() { [field] = value, ["Input.City"] = "Kota Batal" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([((Rule)typeof(SettingsRules).GetField(rule)!.GetValue(null)!).Sentence], answer.Problems);
        Assert.Equal("Kota Batal", answer.Document.QuerySelector("#Input_City")!.GetAttribute("value"));
        await using var db = portal.Open();
        Assert.Equal("", (await db.Settings.SingleAsync()).City);
    }

    [Fact]
    public async Task A_number_in_words_is_refused_in_Indonesian()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Admin);

        var answer = await browser.SubmitAsync("/pengaturan", new() { ["Input.AbsorptionTarget"] = "sembilan puluh" });

        Assert.Contains("harus berupa angka", answer.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_editors_the_second_is_told()
    {
        await using var portal = await Portal.StartAsync();
        using var first = await portal.SignInAsync(Role.Admin);
        using var second = await portal.SignInAsync(Role.Secretariat);
        var late = await second.OpenFormAsync("/pengaturan");
        await first.SubmitAsync("/pengaturan", new() { ["Input.City"] = "Liwa" });

        var answer = await late.SendAsync(new() { ["Input.City"] = "Krui" });

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Kota pada surat dari “kosong” menjadi “Liwa”", answer.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_emblem_is_kept_encrypted_and_served_to_signed_in_people_only()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        using var visitor = portal.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/lambang")).Status);
        var form = await browser.OpenFormAsync("/pengaturan/lambang");

        Assert.Equal("/pengaturan/lambang", (await form.SendAsync([], ("Upload", "lambang apa saja.gif", Png))).Location);

        var served = await browser.GetAsync("/lambang");
        Assert.Equal("image/png", served.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", served.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Png, await browser.DownloadAsync("/lambang"));
        Assert.True((await visitor.GetAsync("/lambang")).IsRedirect);
        await using var db = portal.Open();
        var file = await db.StoredFiles.SingleAsync();
        Assert.True(file.SealedContent.AsSpan().IndexOf(Png.AsSpan(0, 8)) < 0);
        Assert.Equal(Png.Length, file.Size);

        await browser.SubmitAsync("/pengaturan/lambang/hapus", []);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/lambang")).Status);
    }

    [Fact]
    public async Task What_only_calls_itself_an_image_is_refused()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        (byte[] Content, Rule Rule)[] refused =
        [
            (Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), SettingsRules.EmblemNotAnImage),
            ([], SettingsRules.EmblemNotAnImage),
            ([.. Png, .. new byte[SettingsRules.EmblemLimit]], SettingsRules.EmblemTooLarge),
        ];
        foreach (var (content, rule) in refused)
        {
            var form = await browser.OpenFormAsync("/pengaturan/lambang");
            var answer = await form.SendAsync([], ("Upload", "lambang.png", content));
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal([rule.Sentence], answer.Problems);
        }

        await using var db = portal.Open();
        Assert.False(await db.StoredFiles.AnyAsync());
    }

    [Fact]
    public async Task Signatories_are_added_corrected_and_deactivated()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        Dictionary<string, string> typed = new()
        {
            ["Input.Office"] = "Kepala Bappeda selaku Sekretaris TKPK", ["Input.Name"] = "Nama Contoh", ["Input.Rank"] = "Pembina (IV/a)",
            ["Input.Nip"] = "19700101 199503 1 001", ["Input.Place"] = "Signs",
        };
        Assert.Equal("/pengaturan/penandatangan", (await browser.SubmitAsync("/pengaturan/penandatangan/tambah", typed)).Location);
        await using var db = portal.Open();
        var signatory = await db.Signatories.AsNoTracking().SingleAsync();
        Assert.Equal("197001011995031001", signatory.Nip);

        await browser.SubmitAsync($"/pengaturan/penandatangan/{signatory.Id}", new() { ["Input.Prefix"] = "Plt.", ["Input.Nip"] = "" });
        await browser.SubmitAsync($"/pengaturan/penandatangan/{signatory.Id}/nonaktifkan", []);

        var changed = await db.Signatories.AsNoTracking().SingleAsync();
        Assert.Equal(("Plt.", "", false), (changed.Prefix, changed.Nip, changed.IsActive));
        Assert.Null((await new SignatoriesQuery(db).RunAsync(default)).Signs);
        var again = await browser.SubmitAsync($"/pengaturan/penandatangan/{signatory.Id}/nonaktifkan", []);
        Assert.Equal([SettingsRules.SignatoryAlreadyInactive.Sentence], again.Problems);
        await browser.SubmitAsync($"/pengaturan/penandatangan/{signatory.Id}/aktifkan", []);
        Assert.Equal("Nama Contoh", (await new SignatoriesQuery(db).RunAsync(default)).Signs?.Name);
    }

    [Fact]
    public async Task A_nip_of_another_length_is_refused_with_what_was_read()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await browser.SubmitAsync("/pengaturan/penandatangan/tambah", new() { ["Input.Office"] = "Kepala", ["Input.Name"] = "Nama", ["Input.Nip"] = "1970 0101", ["Input.Place"] = "Signs" });

        Assert.Equal([new RuleBrokenException(SettingsRules.NipShape, null, 8).Message], answer.Problems);
    }

    [Theory]
    [InlineData(Role.AgencyHead)]
    [InlineData(Role.Leader)]
    public async Task Others_may_not_change_settings(Role role)
    {
        using var browser = await (await Portal.SharedAsync()).SignInAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/pengaturan")).Status);
    }
}
