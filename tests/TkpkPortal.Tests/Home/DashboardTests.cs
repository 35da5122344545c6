using System.Net;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Home;

public sealed class DashboardTests
{
    [Fact]
    public async Task An_empty_portal_says_what_to_do_first()
    {
        await using var portal = await Portal.StartAsync();
        using var leader = await portal.SignInAsync(Role.Leader);

        var page = await leader.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Kabupaten kami belum dipilih", page.Text, StringComparison.Ordinal);
        Assert.Contains("Belum ada angka BPS", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_role_lands_on_a_page_of_its_own()
    {
        var portal = await Portal.SharedAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var browser = await portal.SignInAsync(role);
            var page = await browser.GetAsync("/");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(role == Role.Leader ? "dalam satu layar" : "Yang harus diselesaikan", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_without_a_page_is_not_found_for_everybody()
    {
        var portal = await Portal.SharedAsync();
        using var visitor = portal.Visitor();
        using var leader = await portal.SignInAsync(Role.Leader);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/tidak-ada")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync("/tidak-ada")).Status);
    }
}
