using System.Text.RegularExpressions;

namespace TkpkPortal.Tests.Conventions;

/// <summary>Who may use whom in Core (docs/architecture.md). A new arrow needs an ADR and a change here.</summary>
public sealed partial class ModuleTests
{
    /// <summary>May be used by all.</summary>
    private static readonly string[] Shared = ["Common", "Audit", "Settings"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Common"] = [],
        ["Audit"] = ["Common"],
        ["Settings"] = ["Areas", "Files"],
        ["Files"] = ["Common"],
        ["Areas"] = [],
        ["Agencies"] = ["Areas"],
        ["Access"] = ["Areas", "Agencies"],
        ["Households"] = ["Areas"],
        ["Statistics"] = ["Areas"],
        ["Proposals"] = ["Areas", "Households", "Files"],
        ["Programs"] = ["Areas", "Agencies", "Households", "Proposals", "Files"],
        ["Meetings"] = ["Areas", "Agencies", "Programs", "Statistics", "Files"],
        ["Imports"] = ["Areas", "Agencies", "Access", "Households", "Proposals", "Programs", "Statistics", "Files"],
        ["Reporting"] = ["Areas", "Agencies", "Access", "Households", "Proposals", "Programs", "Statistics", "Meetings", "Imports", "Files"],
        ["Data"] = ["Areas", "Agencies", "Access", "Households", "Proposals", "Programs", "Statistics", "Meetings", "Imports", "Files"],
    };

    [Fact]
    public void Modules_use_only_what_the_table_allows() => Assert.Empty(Violations(Source.Production(".cs")));

    [Theory]
    [InlineData("src/TkpkPortal.Core/Areas/AreaQuery.cs", "using TkpkPortal.Core.Households;", "Areas may not use Households")]
    [InlineData("src/TkpkPortal.Core/Households/Household.cs", "var x = TkpkPortal.Core.Programs.Strategy.RaiseIncome;", "Households may not use Programs")]
    [InlineData("src/TkpkPortal.Core/Forestry/Tree.cs", "", "Forestry is missing from the table")]
    [InlineData("src/TkpkPortal.Core/Areas/Area.cs", "using TkpkPortal.Core.Data;", "is a noun or its rules and may not use Data")]
    [InlineData("src/TkpkPortal.Core/Areas/AreaRules.cs", "using TkpkPortal.Core.Data;", "is a noun or its rules and may not use Data")]
    [InlineData("src/TkpkPortal.Core/Areas/Area.cs", "using TkpkPortal.Web.Pages;", "Core may not use Web")]
    public void A_planted_arrow_is_caught(string path, string line, string complaint) =>
        Assert.Contains(complaint, Assert.Single(Violations([new(path, line + "\npublic sealed class Area\n{\n}\n")])), StringComparison.Ordinal);

    private static List<string> Violations(IEnumerable<SourceFile> files)
    {
        List<string> found = [];
        foreach (var file in files)
        {
            if (CorePath().Match(file.Path) is not { Success: true } place) continue;
            var module = place.Groups[1].Value;
            if (!MayUse.TryGetValue(module, out var allowed))
            {
                found.Add($"{file.Path}: {module} is missing from the table.");
                continue;
            }

            if (file.Text.Contains("TkpkPortal.Web", StringComparison.Ordinal)) found.Add($"{file.Path}: Core may not use Web.");
            foreach (var used in CoreName().Matches(file.Text).Select(m => m.Groups[1].Value).Where(u => u != module && MayUse.ContainsKey(u)).Distinct())
            {
                if (used == "Data" && !UsesStorage(file)) found.Add($"{file.Path} is a noun or its rules and may not use Data.");
                else if (used != "Data" && !Shared.Contains(used) && !allowed.Contains(used)) found.Add($"{file.Path}: {module} may not use {used}.");
            }
        }

        return found;
    }

    /// <summary>Queries, verbs and configurations use Data: what the container or EF makes, told by a primary constructor that takes the context, an EF type, or rows made ready for COPY.</summary>
    private static bool UsesStorage(SourceFile file) =>
        !file.Path.EndsWith("Rules.cs", StringComparison.Ordinal) && (StorageUser().IsMatch(file.Text) || file.Path.Contains("/Data/", StringComparison.Ordinal));

    [GeneratedRegex(@"^src/TkpkPortal\.Core/(\w+)/")]
    private static partial Regex CorePath();

    [GeneratedRegex(@"TkpkPortal\.Core\.(\w+)")]
    private static partial Regex CoreName();

    [GeneratedRegex(@"TkpkDbContext|TkpkDatabase|KeptViews|CopyRows|IEntityTypeConfiguration")]
    private static partial Regex StorageUser();
}
