using System.Text.RegularExpressions;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Pages.Help;

namespace TkpkPortal.Tests.Conventions;

/// <summary>Every page opens, and none prints a NIK or KK number.</summary>
public sealed partial class CrawlTests
{
    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task No_page_prints_sixteen_digits_in_a_row(Role role)
    {
        var portal = await Portal.SharedAsync();
        var world = await World.MakeAsync(portal, UniqueNik());
        using var browser = await portal.SignInAsync(
            role, role is Role.DistrictHead ? world.District.Id : role is Role.VillageOperator ? world.Village.Id : null, role is Role.AgencyHead or Role.AgencyOperator ? world.Agency.Id : null);
        List<string> printed = [];
        foreach (var route in (await PortalRoute.AllAsync(portal)).Where(r => !r.IsPdf && r.Permission is { } p && RolePermissions.Allow(role, p)))
        {
            Guid[][] ids = [[world.Household.Id, world.Member.Id], [world.Household.Id, world.Enrollment.Id], [world.Program.Id, world.Line.Id], [world.Agency.Id], [world.Village.Id], [world.Meeting.Id], [world.Change.BatchId]];
            foreach (var path in ids.Select(route.Path).Distinct())
            {
                var answer = await browser.GetAsync(path);
                Assert.True((int)answer.Status < 500, $"{path} answered {answer.Status}.");
                if (ShowsNumber(answer.Html)) printed.Add(path);
            }
        }

        Assert.Empty(printed);
    }

    [Theory]
    [InlineData("<td>9901014107850001</td>", true)]
    [InlineData("<td>99••••••••••••••</td>", false)]
    [InlineData("<td>197001011995031001</td>", false)]
    [InlineData("<a href=\"/keluarga/0190d5c4-3b7a-7b3c-9d1e-5a2b4c6d8e0f\">", false)]
    public void A_planted_number_is_caught(string html, bool caught) => Assert.Equal(caught, ShowsNumber(html));

    [Fact]
    public void Every_menu_has_help() =>
        Assert.All(
            Enum.GetValues<Role>().SelectMany(r => Menu.For(new Actor { Name = "Uji", Reach = Reach.Everything, Role = r })).SelectMany(g => g).Select(i => i.Route).Distinct(),
            route => Assert.NotNull(HelpTopics.Of(route)));

    [Fact]
    public async Task Help_shows_a_role_its_own_menus_only()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator);
        var help = await browser.GetAsync("/bantuan");

        Assert.NotNull(help.Document.QuerySelector("main a[href='/keluarga']"));
        Assert.Null(help.Document.QuerySelector("main a[href='/pengguna']"));
        Assert.Contains("WCAG) 2.2 tingkat AA", (await browser.GetAsync("/aksesibilitas")).Text, StringComparison.Ordinal);
    }

    private static int _sequence;

    private static string UniqueNik() => FormattableString.Invariant($"99010141078{50000 + Interlocked.Increment(ref _sequence):00000}");

    private static bool ShowsNumber(string html) => Sixteen().IsMatch(html);

    [GeneratedRegex(@"(?<!\d)\d{16}(?!\d)")]
    private static partial Regex Sixteen();
}
