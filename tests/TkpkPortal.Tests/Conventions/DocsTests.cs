using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Conventions;

/// <summary>docs/access-matrix.md, business-rules.md and data-dictionary.md say what the portal does.</summary>
public sealed partial class DocsTests
{
    private static readonly IFormatProvider Invariant = System.Globalization.CultureInfo.InvariantCulture;

    [Fact]
    public async Task The_access_matrix_is_what_the_portal_does()
    {
        var routes = await PortalRoute.AllAsync(await Portal.SharedAsync());
        GeneratedDocs.Check("access-matrix.md", Matrix(routes, RolePermissions.Allow));
    }

    [Fact]
    public async Task A_changed_right_changes_the_matrix()
    {
        var routes = await PortalRoute.AllAsync(await Portal.SharedAsync());
        var planted = Matrix(routes, (role, permission) => role == Role.Leader && permission == Permission.ViewHouseholds || RolePermissions.Allow(role, permission));
        var route = new PortalRoute("keluarga-uji", Permission.ViewHouseholds, []);
        Assert.NotNull(GeneratedDocs.Difference(Matrix(routes, RolePermissions.Allow), Matrix([.. routes, route], RolePermissions.Allow)));
        if (routes.Any(r => r.Permission == Permission.ViewHouseholds)) Assert.NotNull(GeneratedDocs.Difference(Matrix(routes, RolePermissions.Allow), planted));
    }

    [Fact]
    public void The_list_of_business_rules_is_complete() => GeneratedDocs.Check("business-rules.md", Rules(AllRules()));

    [Fact]
    public void Rule_codes_are_unique_and_well_formed()
    {
        Assert.Empty(BadCodes(AllRules()));
        Assert.Equal(2, BadCodes([("A", "X", new("OPD-01", "a.")), ("B", "Y", new("OPD-01", "b.")), ("B", "Z", new("opd1", "c."))]).Count);
    }

    [Fact]
    public async Task The_data_dictionary_is_the_model()
    {
        await using var db = (await Portal.SharedAsync()).Open();
        GeneratedDocs.Check("data-dictionary.md", Dictionary(db.Model));
    }

    [Fact]
    public async Task The_migrations_hold_the_whole_model()
    {
        await using var db = (await Portal.SharedAsync()).Open();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static string Matrix(IEnumerable<PortalRoute> routes, Func<Role, Permission, bool> allow)
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder("# Roles and pages\n\nMade by a test from the running portal (`DocsTests`); do not edit. A page asks for one permission; “ya” means the role holds it. What a role sees on the page is limited further by its area or agency.\n\n");
        text.Append(Invariant, $"| Page | Permission | {string.Join(" | ", roles.Select(RoleNames.Of))} |\n|---|---|{string.Concat(roles.Select(_ => "---|"))}\n");
        foreach (var route in routes)
        {
            var cells = roles.Select(role => route.Permission is { } p ? allow(role, p) ? "ya" : "" : "siapa saja");
            text.Append(Invariant, $"| `/{route.Template}` | {route.Permission?.ToString() ?? "none"} | {string.Join(" | ", cells)} |\n");
        }

        return text.ToString();
    }

    private static List<(string Module, string Name, Rule Rule)> AllRules() =>
    [
        .. from type in typeof(Rule).Assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           where field.FieldType == typeof(Rule)
           let rule = (Rule)field.GetValue(null)!
           orderby rule.Code
           select (type.Namespace!.Split('.')[2], $"{type.Name}.{field.Name}", rule),
    ];

    private static string Rules(IEnumerable<(string Module, string Name, Rule Rule)> rules)
    {
        var text = new StringBuilder("# Business rules\n\nMade by a test from the `Rule` fields of Core (`DocsTests`); do not edit. {0}, {1} are places the portal fills.\n\n| Code | Sentence | Module | Field |\n|---|---|---|---|\n");
        foreach (var (module, name, rule) in rules) text.Append(Invariant, $"| {rule.Code} | {rule.Sentence} | {module} | `{name}` |\n");
        return text.ToString();
    }

    private static List<string> BadCodes(IReadOnlyList<(string Module, string Name, Rule Rule)> rules) =>
    [
        .. rules.GroupBy(r => r.Rule.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(r => r.Name))}"),
        .. rules.Where(r => !Code().IsMatch(r.Rule.Code)).Select(r => $"{r.Name}: {r.Rule.Code}"),
    ];

    private static string Dictionary(IModel model)
    {
        var docs = XDocument.Load(Path.ChangeExtension(typeof(TkpkDbContext).Assembly.Location, ".xml"));
        var meanings = docs.Descendants("member").ToDictionary(m => m.Attribute("name")!.Value, m => Spaces().Replace(Tags().Replace(m.Element("summary")?.ToString() ?? "", "$1"), " ").Trim());
        var text = new StringBuilder("# Data dictionary\n\nMade by a test from the EF model and the docstrings (`DocsTests`); do not edit. Enumerations are stored as words.\n");
        foreach (var type in model.GetEntityTypes().OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
        {
            text.Append(Invariant, $"\n## {type.GetTableName()}\n\n{Meaning(meanings, "T:" + type.ClrType.FullName)}\n\n| Column | Type | Null | Meaning |\n|---|---|---|---|\n");
            foreach (var property in type.GetProperties())
            {
                var declared = property.PropertyInfo?.DeclaringType?.FullName;
                text.Append(Invariant, $"| {property.GetColumnName()} | {property.GetColumnType()} | {(property.IsNullable ? "yes" : "")} | {(Meaning(meanings, $"P:{declared}.{property.Name}") is { Length: > 0 } told ? told : Fallback(type, property))} |\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A column without docstring: where it points, or the word people call it by.</summary>
    private static string Fallback(IEntityType type, IProperty property) => property switch
    {
        _ when property.IsPrimaryKey() => "Key.",
        _ when property.IsConcurrencyToken => "Tells two editors apart.",
        _ when property.GetContainingForeignKeys().FirstOrDefault() is { } key => $"Points to {key.PrincipalEntityType.GetTableName()}.",
        _ => FieldNames.Known(type.ClrType.Name, property.Name) is { } word ? word + "." : "",
    };

    private static string Meaning(Dictionary<string, string> meanings, string member) => meanings.GetValueOrDefault(member, "").Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"^[A-Z]{3}-\d{2}$")]
    private static partial Regex Code();

    [GeneratedRegex("<(?:see|paramref)[^>]*\"(?:[A-Z]:)?(?:[\\w.]*\\.)?(\\w+)\"[^>]*>|<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
