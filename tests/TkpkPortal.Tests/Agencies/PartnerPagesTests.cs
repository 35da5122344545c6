using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Agencies;

public sealed class PartnerPagesTests
{
    [Fact]
    public async Task A_partner_is_registered_corrected_deactivated_and_reactivated()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var name = Builders.Unique("Perkebunan Uji");

        await browser.SubmitAsync("/mitra/daftarkan", new() { ["Input.Name"] = name, ["Input.Kind"] = "Business" });
        await using var db = portal.Open();
        var id = (await db.Partners.SingleAsync(p => p.Name == name)).Id;
        Assert.True((await browser.SubmitAsync($"/mitra/{id}", new() { ["Input.Contribution"] = "Akses pasar" })).IsRedirect);
        Assert.True((await browser.SubmitAsync($"/mitra/{id}/nonaktifkan", [])).IsRedirect);
        Assert.Equal([AgencyRules.PartnerAlreadyInactive.Sentence], (await browser.SubmitAsync($"/mitra/{id}/nonaktifkan", [])).Problems);
        Assert.DoesNotContain(name, (await browser.GetAsync("/mitra")).Text, StringComparison.Ordinal);
        Assert.Contains("Akses pasar", (await browser.GetAsync($"/mitra?nonaktif=true&cari={Uri.EscapeDataString(name)}")).Text, StringComparison.Ordinal);
        Assert.True((await browser.SubmitAsync($"/mitra/{id}/aktifkan", [])).IsRedirect);
    }

    [Fact]
    public async Task Without_a_kind_the_form_asks_for_it()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await browser.SubmitAsync("/mitra/daftarkan", new() { ["Input.Name"] = Builders.Unique("Mitra") });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["Pilih jenis mitra."], answer.Problems);
    }
}
