using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Setup;

namespace TkpkPortal.Tests.Conventions;

/// <summary>Every page asks for a permission, takes no database, and its forms carry a token.</summary>
public sealed class PagePolicyTests
{
    /// <summary>First segment of the routes anybody may open.</summary>
    private static readonly string[] Anonymous = ["masuk", "undangan", "status-usulan"];

    [Fact]
    public async Task Every_page_asks_for_a_permission() => Assert.Empty(WithoutPermit(await PortalRoute.AllAsync(await Portal.SharedAsync())));

    [Fact]
    public void A_planted_page_without_permit_is_caught()
    {
        Assert.Single(WithoutPermit([PortalRoute.Of("rahasia", typeof(UnprotectedModel), [])]));
        Assert.Single(WithoutPermit([PortalRoute.Of("rahasia", typeof(OpenedModel), [])]));
    }

    [Fact]
    public void No_page_takes_the_database() => Assert.Empty(TakingTheDatabase(typeof(PortalApp).Assembly.GetTypes()));

    [Fact]
    public void A_planted_page_with_the_database_is_caught() => Assert.Single(TakingTheDatabase([typeof(UnprotectedModel)]));

    [Fact]
    public async Task An_endpoint_without_policy_is_refused_to_the_admin_too()
    {
        await using var portal = await Portal.StartAsync(map: app => app.MapGet("/tanpa-izin", () => "rahasia"));
        using var visitor = portal.Visitor();
        using var admin = await portal.SignInAsync(Role.Admin);

        Assert.Contains("/masuk?", (await visitor.GetAsync("/tanpa-izin")).Location, StringComparison.Ordinal);
        var answer = await admin.GetAsync("/tanpa-izin");
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.DoesNotContain("rahasia", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_health_check_and_static_files_are_anonymous_beside_pages()
    {
        var portal = await Portal.SharedAsync();
        var open = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText!)
            .Where(r => r != "/sehat" && !IsStatic(r));

        Assert.Empty(open);
    }

    [Fact]
    public async Task A_post_without_token_is_refused_on_every_page()
    {
        var portal = await Portal.SharedAsync();
        var routes = (await PortalRoute.AllAsync(portal)).Where(r => r.Posts).ToList();
        Dictionary<Role, Browser> browsers = [];
        using var visitor = portal.Visitor();
        List<string> accepted = [];
        foreach (var route in routes)
        {
            var browser = visitor;
            if (route.SomeRole() is { } role && !browsers.TryGetValue(role, out browser!)) browsers[role] = browser = await portal.SignInAsync(role);
            var answer = await new OpenForm(browser, route.Path(Guid.CreateVersion7()), []).SendAsync(new() { ["Input.Name"] = "x" });
            if (answer.Status != HttpStatusCode.BadRequest || answer.Problems.Count > 0) accepted.Add($"{route.Template}: {answer.Status}");
        }

        foreach (var browser in browsers.Values) browser.Dispose();
        Assert.NotEmpty(routes);
        Assert.Empty(accepted);
    }

    [Fact]
    public void No_page_gives_up_its_token() => Assert.Empty(WithoutToken(typeof(PortalApp).Assembly.GetTypes()));

    [Fact]
    public void A_planted_page_without_token_is_caught() => Assert.Single(WithoutToken([typeof(OpenedModel)]));

    private static bool IsStatic(string route) => route.StartsWith("lib/", StringComparison.Ordinal) || Path.GetExtension(route) is ".css" or ".js" or ".svg" or ".map" or ".gz" or ".br" || route.StartsWith("{**", StringComparison.Ordinal);

    private static List<string> WithoutPermit(IEnumerable<PortalRoute> routes) =>
        [.. routes.Where(r => r.Permission is null && !Anonymous.Contains(r.Template.Split('/')[0])).Select(r => r.Template)];

    private static List<string> TakingTheDatabase(IEnumerable<Type> types) =>
    [
        .. types.Where(t => t.IsSubclassOf(typeof(PageModel)))
            .Where(t => t.GetConstructors().SelectMany(c => c.GetParameters()).Any(p => p.ParameterType == typeof(TkpkDbContext) || p.ParameterType == typeof(TkpkDatabase)))
            .Select(t => t.FullName!),
    ];

    private static List<string> WithoutToken(IEnumerable<Type> types) =>
        [.. types.Where(t => t.IsSubclassOf(typeof(PageModel)) && t.GetCustomAttributes(inherit: true).Any(a => a is IgnoreAntiforgeryTokenAttribute)).Select(t => t.FullName!)];

    private sealed class UnprotectedModel(TkpkDbContext db) : PageModel
    {
        public TkpkDbContext Db { get; } = db;
    }

    [AllowAnonymous]
    [IgnoreAntiforgeryToken]
    private sealed class OpenedModel : PageModel;
}
