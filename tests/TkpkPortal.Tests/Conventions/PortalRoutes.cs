using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Tests.Conventions;

/// <summary>One page or paper of the running portal: its route, what it asks for, what it answers to.</summary>
internal sealed partial record PortalRoute(string Template, Permission? Permission, IReadOnlyList<(string Verb, string? Name)> Handlers)
{
    /// <summary>Printed by the browser engine from the same data as its .html; walks read that one.</summary>
    public bool IsPdf => Template.EndsWith(".pdf", StringComparison.Ordinal);

    public bool Posts => Handlers.Any(h => h.Verb == "Post");

    /// <summary>Handlers of GET beside the page itself: exports.</summary>
    public IEnumerable<string> Downloads => Handlers.Where(h => h.Verb == "Get" && h.Name is not null).Select(h => h.Name!);

    public bool TakesId => Template.Contains(":guid", StringComparison.Ordinal);

    /// <summary>The address with every place of the route filled: ids in order (the last one again for the rest), 1 for numbers, this year for a year.</summary>
    public string Path(params Guid[] ids)
    {
        var next = 0;
        return "/" + Place().Replace(Template, place => place.Value switch
        {
            var p when p.Contains(":guid", StringComparison.Ordinal) => (ids.Length == 0 ? Guid.Empty : ids[Math.Min(next++, ids.Length - 1)]).ToString(),
            var p when p.Contains("tahun", StringComparison.OrdinalIgnoreCase) || p.Contains("year", StringComparison.OrdinalIgnoreCase) => "2025",
            var p when p.Contains("bulan", StringComparison.Ordinal) => "2025-01",
            var p when p.Contains(":int", StringComparison.Ordinal) => "1",
            _ => "x",
        }).TrimStart('/');
    }

    /// <summary>A role that may open the page; null for pages open to everybody.</summary>
    public Role? SomeRole() => Permission is { } permission ? Enum.GetValues<Role>().First(r => RolePermissions.Allow(r, permission)) : null;

    public static async Task<IReadOnlyList<PortalRoute>> AllAsync(Portal portal)
    {
        var loader = portal.Services.GetRequiredService<PageLoader>();
        List<PortalRoute> routes = [];
        foreach (var page in portal.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            routes.Add(Of(page.AttributeRouteInfo!.Template!, compiled.ModelTypeInfo!, [.. compiled.HandlerMethods.Select(h => (h.HttpMethod, (string?)h.Name))]));
        }

        routes.AddRange(portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && e.Metadata.GetMetadata<PermitAttribute>() is not null)
            .Select(e => new PortalRoute(e.RoutePattern.RawText!.TrimStart('/'), e.Metadata.GetMetadata<PermitAttribute>()!.Permission, [("Get", null)])));
        return [.. routes.OrderBy(r => r.Template, StringComparer.Ordinal)];
    }

    public static PortalRoute Of(string template, Type model, IReadOnlyList<(string Verb, string? Name)> handlers) =>
        new(template, model.GetCustomAttribute<PermitAttribute>()?.Permission, handlers);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Place();
}
