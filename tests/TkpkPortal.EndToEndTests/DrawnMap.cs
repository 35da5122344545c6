using Microsoft.Playwright;
using TkpkPortal.Tests.Charts;

namespace TkpkPortal.EndToEndTests;

/// <summary>A map as the browser holds it.</summary>
internal static class DrawnMap
{
    /// <summary>Every district is drawn; with boundaries each meets a neighbour along the very same points, so that no gap can open between them.</summary>
    public static async Task CheckAsync(IPage page, int districts, bool withBoundaries)
    {
        Assert.Equal(districts, await page.Locator("main svg a").CountAsync());
        var shapes = await page.Locator("main svg.map a path").EvaluateAllAsync<string[]>("paths => paths.map(p => p.getAttribute('d'))");
        if (!withBoundaries)
        {
            Assert.Empty(shapes);
            return;
        }

        Assert.Equal(districts, shapes.Length);
        var edges = shapes.Select(shape => EdgesOf(shape).ToHashSet()).ToList();
        Assert.All(edges, own => Assert.True(edges.Where(other => !ReferenceEquals(other, own)).Sum(other => other.Count(own.Contains)) > 1));
    }

    private static IEnumerable<string> EdgesOf(string path) => PathReader.Read(path).SelectMany(ring => ring.Select((corner, i) =>
    {
        var next = ring[(i + 1) % ring.Count];
        return corner.CompareTo(next) < 0 ? $"{corner}{next}" : $"{next}{corner}";
    }));
}
