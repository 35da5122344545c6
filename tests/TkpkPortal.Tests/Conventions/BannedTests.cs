using System.Text.RegularExpressions;

namespace TkpkPortal.Tests.Conventions;

/// <summary>What may stand nowhere in src, and why.</summary>
public sealed partial class BannedTests
{
    private static readonly (string Pattern, string[] Endings, string Where, string Why, string[] But)[] Banned =
    [
        (@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", [".cs", ".cshtml", ".razor"], "src/", "ask TimeProvider or KabupatenClock", []),
        (@"\bHtml\.Raw\b|\bMarkupString\b", [".cs", ".cshtml"], "src/", "text is encoded, always", []),
        (@"\b(FromSqlRaw|ExecuteSqlRaw(Async)?|SqlQueryRaw)\b", [".cs"], "src/", "SQL is not built from strings", []),
        (@"\bIgnoreQueryFilters\b", [".cs"], "src/", "nobody steps over the scope", []),
        (@"\bThread\.Sleep\b", [".cs"], "src/", "await Task.Delay", []),
        (@"<[^>]*\sstyle=", [".cshtml", ".razor"], "src/TkpkPortal.Web/", "the content policy forbids it", []),
        (@"<style[\s>]|<script(?![^>]*\ssrc=)[\s>]", [".cshtml"], "src/TkpkPortal.Web/Pages/", "the content policy forbids it", []),
        (@"catch\s*\(\s*Exception\b|catch\s*\{", [".cs"], "src/TkpkPortal.Web/Pages/", "one filter answers for every page", []),
        (@"(?i)\bupdate\s+audit_entries\b|\bdelete\s+from\s+audit_entries\b|AuditEntries\s*\.\s*(Remove|Where[^;]*Execute(Update|Delete))", [".cs"], "src/", "the trail is append-only", ["src/TkpkPortal.Core/Audit/SealAuditTrail.cs"]),
    ];

    [Fact]
    public void Nothing_banned_stands_in_the_source() => Assert.Empty(Violations(Source.Production(".cs", ".cshtml", ".razor")));

    [Theory]
    [InlineData("src/TkpkPortal.Core/A.cs", "var now = DateTime.Now;")]
    [InlineData("src/TkpkPortal.Core/A.cs", "var now = DateTimeOffset.UtcNow;")]
    [InlineData("src/TkpkPortal.Web/Pages/A.cshtml", "@Html.Raw(x)")]
    [InlineData("src/TkpkPortal.Core/A.cs", "db.Areas.FromSqlRaw(sql)")]
    [InlineData("src/TkpkPortal.Core/A.cs", "db.Database.ExecuteSqlRawAsync(sql)")]
    [InlineData("src/TkpkPortal.Core/A.cs", "db.Households.IgnoreQueryFilters()")]
    [InlineData("src/TkpkPortal.Core/A.cs", "Thread.Sleep(5);")]
    [InlineData("src/TkpkPortal.Web/Pages/A.cshtml", "<p style=\"color:red\">")]
    [InlineData("src/TkpkPortal.Web/Pages/A.cshtml", "<script>alert(1)</script>")]
    [InlineData("src/TkpkPortal.Web/Charts/A.razor", "<g class=\"x\" style=\"fill:red\">")]
    [InlineData("src/TkpkPortal.Web/Pages/A.cshtml.cs", "catch (Exception e)")]
    [InlineData("src/TkpkPortal.Core/A.cs", "db.AuditEntries.Remove(entry)")]
    [InlineData("src/TkpkPortal.Core/A.cs", "\"delete from audit_entries\"")]
    public void A_planted_one_is_caught(string path, string line) => Assert.Single(Violations([new(path, line)]));

    private static List<string> Violations(IEnumerable<SourceFile> files) =>
    [
        .. from file in files
           from ban in Banned
           where file.Path.StartsWith(ban.Where, StringComparison.Ordinal) && ban.Endings.Any(e => file.Path.EndsWith(e, StringComparison.Ordinal)) && !ban.But.Contains(file.Path)
           from match in Regex.Matches(file.Text, ban.Pattern)
           select $"{file.Path}: {match.Value} ({ban.Why})",
    ];
}
