using System.IO.Compression;
using System.Net;
using System.Text;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Conventions;

/// <summary>Somebody of another desa or OPD walks over every page, list, picker and download with the ids of families and programs that are not theirs.</summary>
public sealed class OutOfAreaTests
{
    public static TheoryData<Role> Outsiders => [Role.DistrictHead, Role.VillageOperator, Role.Facilitator, Role.AgencyHead, Role.AgencyOperator, Role.Leader];

    [Theory]
    [MemberData(nameof(Outsiders))]
    public async Task An_outsider_gets_nothing_from_any_page(Role role)
    {
        var portal = await Portal.SharedAsync();
        var world = await World.MakeAsync(portal);
        using var browser = await portal.SignInAsync(role);
        var secrets = role is Role.AgencyHead or Role.AgencyOperator ? world.AgencySecrets : world.FamilySecrets;

        Assert.Empty((await WalkAsync(portal, browser, role, world)).Where(found => secrets.Any(found.Text.Contains)).Select(found => found.Path));
    }

    [Fact]
    public async Task The_walk_does_find_what_an_insider_may_see()
    {
        var portal = await Portal.SharedAsync();
        var world = await World.MakeAsync(portal);
        using var browser = await portal.SignInAsync(Role.AgencyOperator, agencyId: world.Agency.Id);

        var found = await WalkAsync(portal, browser, Role.AgencyOperator, world);

        Assert.Contains(found, f => f.Path == "/program" && f.Text.Contains(world.Program.Name, StringComparison.Ordinal));
        Assert.Contains(found, f => f.Path == $"/program/{world.Program.Id}" && f.Text.Contains(world.Line.SubActivityName, StringComparison.Ordinal));
        Assert.Contains(found, f => f.Path == "/program?handler=Export" && f.Text.Contains(world.Program.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_walk_does_find_a_family_of_the_own_desa()
    {
        var portal = await Portal.SharedAsync();
        var world = await World.MakeAsync(portal);
        using var browser = await portal.SignInAsync(Role.VillageOperator, world.Village.Id);

        var found = await WalkAsync(portal, browser, Role.VillageOperator, world);

        Assert.Contains(found, f => f.Path == "/keluarga" && f.Text.Contains(world.Member.Name, StringComparison.Ordinal));
        Assert.Contains(found, f => f.Path == $"/keluarga/{world.Household.Id}" && f.Text.Contains(world.Member.Name, StringComparison.Ordinal));
        var proposal = world.Proposals.Proposal;
        Assert.Contains(found, f => f.Path == "/usulan" && f.Text.Contains(proposal.HeadName, StringComparison.Ordinal));
        Assert.Contains(found, f => f.Path == $"/usulan/{proposal.Id}" && f.Text.Contains(proposal.HeadName, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_outsider_posting_to_a_foreign_record_is_told_it_does_not_exist()
    {
        var portal = await Portal.SharedAsync();
        var (here, there) = (await World.MakeAsync(portal), await World.MakeAsync(portal));
        using var browser = await portal.SignInAsync(Role.AgencyOperator, agencyId: here.Agency.Id);
        List<string> accepted = [];
        var tried = 0;
        foreach (var route in (await PortalRoute.AllAsync(portal)).Where(r => r.Posts && r.TakesId && r.Permission is { } p && RolePermissions.Allow(Role.AgencyOperator, p)))
        {
            // A form of the own record, sent to the address of the foreign one.
            var page = await browser.GetAsync(route.Path(here.Program.Id, here.Line.Id));
            if (page.Status != HttpStatusCode.OK || page.Document.QuerySelector("main form[method=post]") is null) continue;
            var form = browser.FormOn(page, route.Path(there.Program.Id, there.Line.Id));
            var answer = await form.SendAsync([]);
            tried++;
            if (answer.Status != HttpStatusCode.NotFound) accepted.Add($"{route.Template}: {answer.Status} {answer.Location}");
        }

        Assert.Empty(accepted);
        Assert.True(tried >= 4, $"Only {tried} forms were tried.");
    }

    /// <summary>Every GET of the portal this role may open, with every id of the world in every place of a route. Wider modules join by themselves.</summary>
    private static async Task<List<(string Path, string Text)>> WalkAsync(Portal portal, Browser browser, Role role, World world)
    {
        Guid[][] idSets =
        [
            [world.Household.Id, world.Member.Id], [world.Household.Id, world.Enrollment.Id], [world.Program.Id, world.Line.Id],
            [world.Program.Id, world.Enrollment.Id], [world.Village.Id], [world.District.Id], [world.FollowUp.Id], [world.Meeting.Id, world.FollowUp.Id],
            [world.Proposals.Proposal.Id, world.Proposals.Photo.Id], [world.Proposals.Move.ProposalId], [world.Proposals.Deliberation.Id],
        ];
        List<(string, string)> found = [];
        foreach (var route in (await PortalRoute.AllAsync(portal)).Where(r => !r.IsPdf && r.Permission is { } p && RolePermissions.Allow(role, p)))
        {
            foreach (var path in (route.TakesId ? idSets.Select(route.Path) : [route.Path()]).Distinct())
            {
                found.Add((path, await TextAsync(browser, path)));
                foreach (var download in route.Downloads) found.Add(($"{path}?handler={download}", await TextAsync(browser, $"{path}?handler={download}")));
            }
        }

        return found;
    }

    private static async Task<string> TextAsync(Browser browser, string path)
    {
        var answer = await browser.GetAsync(path);
        Assert.True((int)answer.Status < 500, $"{path} answered {answer.Status}.");
        if (answer.Html.Length > 0 || answer.Status != HttpStatusCode.OK) return WebUtility.HtmlDecode(answer.Html);
        return PlainText(await browser.DownloadAsync(path));
    }

    /// <summary>A workbook's XML; anything else as it is.</summary>
    private static string PlainText(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK"u8)) return Encoding.UTF8.GetString(content);
        using var zip = new ZipArchive(new MemoryStream(content));
        var text = new StringBuilder();
        foreach (var entry in zip.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            text.Append(reader.ReadToEnd());
        }

        return WebUtility.HtmlDecode(text.ToString());
    }
}
