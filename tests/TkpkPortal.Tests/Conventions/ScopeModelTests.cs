using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Conventions;

/// <summary>Every scoped noun and every child of one is filtered, by what the actor is now and not by whoever came first.</summary>
public sealed class ScopeModelTests
{
    public static TheoryData<Reach> Reaches => [.. Enum.GetValues<Reach>()];

    [Theory]
    [MemberData(nameof(Reaches))]
    public async Task No_child_of_a_filtered_noun_is_open(Reach reach)
    {
        await using var db = (await Portal.SharedAsync()).Open(new Actor { Name = "Uji", Reach = reach });
        Assert.Empty(Leaks(db.Model, TkpkDbContext.Open.Keys));
    }

    [Theory]
    [MemberData(nameof(Reaches))]
    public async Task No_filter_holds_a_local(Reach reach)
    {
        await using var db = (await Portal.SharedAsync()).Open(new Actor { Name = "Uji", Reach = reach });
        Assert.Empty(Frozen(db.Model));
    }

    [Fact]
    public async Task A_planted_child_without_filter_and_a_planted_local_are_caught()
    {
        await using var db = new PlantedContext(Guid.CreateVersion7());
        Assert.Equal(["Leaf"], Leaks(db.Model, []));
        Assert.Equal(["Tree"], Frozen(db.Model));
        Assert.Equal(["Leaf is open and belongs to Tree"], OpenChildren(db.Model, [typeof(Leaf)]));
    }

    [Fact]
    public async Task A_noun_nobody_decided_about_stops_the_model()
    {
        var portal = await Portal.SharedAsync();
        var options = new DbContextOptionsBuilder<TkpkDbContext>().UseNpgsql(portal.Database.Source)
            .ReplaceService<IModelCustomizer, ForgottenNoun>().ReplaceService<IModelCacheKeyFactory, FreshModel>().Options;
        await using var db = new TkpkDbContext(options, Actor.System("Uji"), new RequestTrace());

        Assert.Contains("No scope decided in Data/Scopes.cs for: Tree.", Assert.Throws<InvalidOperationException>(() => db.Model).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_open_noun_belongs_to_a_scoped_one()
    {
        foreach (var reach in Enum.GetValues<Reach>())
        {
            await using var db = (await Portal.SharedAsync()).Open(new Actor { Name = "Uji", Reach = reach });
            Assert.Empty(OpenChildren(db.Model, TkpkDbContext.Open.Keys));
        }
    }

    [Theory]
    [InlineData(Reach.Villages)]
    [InlineData(Reach.AssignedHouseholds)]
    [InlineData(Reach.Agency)]
    public async Task Two_actors_of_one_reach_see_their_own_rows(Reach reach)
    {
        var portal = await Portal.SharedAsync();
        var (here, there) = (await World.MakeAsync(portal), await World.MakeAsync(portal));
        foreach (var (own, other) in new[] { (here, there), (there, here) })
        {
            await using var db = portal.Open(own.ActorOf(reach));
            Assert.True(await db.Households.AnyAsync(h => h.Id == own.Household.Id));
            Assert.False(await db.Households.AnyAsync(h => h.Id == other.Household.Id));
            Assert.True(await db.HouseholdMembers.AnyAsync(m => m.HouseholdId == own.Household.Id));
            Assert.False(await db.HouseholdMembers.AnyAsync(m => m.HouseholdId == other.Household.Id));
            Assert.True(await db.Enrollments.AnyAsync(e => e.HouseholdId == own.Household.Id));
            Assert.False(await db.Enrollments.AnyAsync(e => e.HouseholdId == other.Household.Id));
            Assert.False(await db.HouseholdAssignments.AnyAsync(a => a.HouseholdId == other.Household.Id));
            Assert.Equal(reach != Reach.Agency, await db.Programs.AnyAsync(p => p.Id == other.Program.Id));
            Assert.Equal(reach != Reach.Agency, await db.BudgetLines.AnyAsync(l => l.Id == other.Line.Id));
            Assert.Equal(reach != Reach.Agency, await db.Realizations.AnyAsync(r => r.Id == other.Realization.Id));
            Assert.False(await db.AuditEntries.AnyAsync(a => a.RootId == other.Household.Id));
        }
    }

    [Theory]
    [InlineData(Reach.Figures)]
    [InlineData(Reach.Nothing)]
    public async Task Leaders_and_nobody_see_no_family(Reach reach)
    {
        var portal = await Portal.SharedAsync();
        var world = await World.MakeAsync(portal);
        await using var db = portal.Open(world.ActorOf(reach));

        Assert.False(await db.Households.AnyAsync());
        Assert.False(await db.HouseholdMembers.AnyAsync());
        Assert.False(await db.Enrollments.AnyAsync());
        Assert.False(await db.HouseholdAssignments.AnyAsync());
        Assert.False(await db.AuditEntries.AnyAsync());
    }

    private static IEnumerable<IEntityType> Filtered(IModel model) => model.GetEntityTypes().Where(t => t.GetDeclaredQueryFilters().Count > 0);

    /// <summary>Types that point to a filtered noun and have no filter, unless listed as open.</summary>
    private static List<string> Leaks(IModel model, IEnumerable<Type> open)
    {
        var filtered = Filtered(model).ToHashSet();
        return [.. model.GetEntityTypes().Where(t => !filtered.Contains(t) && !open.Contains(t.ClrType)).Where(t => t.GetForeignKeys().Any(k => filtered.Contains(k.PrincipalEntityType))).Select(t => t.ClrType.Name)];
    }

    /// <summary>Everybody may read an open noun, so it may not hang on one that only some may read.</summary>
    private static List<string> OpenChildren(IModel model, IEnumerable<Type> open)
    {
        var filtered = Filtered(model).ToHashSet();
        return [.. from type in model.GetEntityTypes() where open.Contains(type.ClrType) from key in type.GetForeignKeys() where filtered.Contains(key.PrincipalEntityType) select $"{type.ClrType.Name} is open and belongs to {key.PrincipalEntityType.ClrType.Name}"];
    }

    private static List<string> Frozen(IModel model) =>
    [
        .. from type in Filtered(model)
           from filter in type.GetDeclaredQueryFilters()
           let finder = new ClosureFinder()
           where finder.FindsOne(filter.Expression!)
           select type.ClrType.Name,
    ];

    /// <summary>A captured local is a constant of a class the compiler made; a filter may name the context only.</summary>
    private sealed class ClosureFinder : ExpressionVisitor
    {
        private bool _found;

        public bool FindsOne(Expression expression)
        {
            Visit(expression);
            return _found;
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            _found |= node.Value is not null && node.Type.IsDefined(typeof(CompilerGeneratedAttribute), false);
            return base.VisitConstant(node);
        }
    }

    private sealed class Tree
    {
        public Guid Id { get; set; }
    }

    private sealed class Leaf
    {
        public Guid Id { get; set; }

        public Guid TreeId { get; set; }
    }

    private sealed class PlantedContext(Guid only) : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql("Host=localhost");

        protected override void OnModelCreating(ModelBuilder builder)
        {
            var frozen = only;
            builder.Entity<Tree>().HasQueryFilter(t => t.Id == frozen);
            builder.Entity<Leaf>().HasOne<Tree>().WithMany().HasForeignKey(l => l.TreeId);
        }
    }

#pragma warning disable EF1001, CA1812
    private sealed class ForgottenNoun(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            modelBuilder.Entity<Tree>();
            base.Customize(modelBuilder, context);
        }
    }

    private sealed class FreshModel : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }
#pragma warning restore EF1001, CA1812
}
