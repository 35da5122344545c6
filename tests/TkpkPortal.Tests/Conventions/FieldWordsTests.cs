using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Conventions;

/// <summary>Whatever the trail may tell has an Indonesian word.</summary>
public sealed class FieldWordsTests
{
    /// <summary>Never told: keys, versions and digests.</summary>
    private static readonly HashSet<string> Technical =
        ["Id", "Version", "UpdatedAt", "ConcurrencyStamp", "SecurityStamp", "NormalizedUserName", "NormalizedEmail", "NikDigest", "CardNumberDigest", "Sha256",
         "Conditions", "KnownConditions", "OriginBatchId", "LastBatchId", "Fence", "LeasedUntil", "Done", "Total", "PhaseStartedAt", "Tries"];

    [Fact]
    public async Task Every_field_of_every_audited_noun_has_a_word()
    {
        await using var db = (await Portal.SharedAsync()).Open();
        Assert.Empty(Missing(db.Model));
    }

    [Fact]
    public async Task A_planted_noun_without_words_is_caught()
    {
        await using var db = new PlantedContext();
        Assert.Equal(["Kayu", "Kayu.Pohon", "Pohon=Jati", "Pohon=Pinus"], Missing(db.Model).Order(StringComparer.Ordinal));
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("Strategy", "RaiseIncome", "peningkatan pendapatan")]
    [InlineData("RevisedCeiling", "1250000000.50", "1.250.000.000,5")]
    [InlineData("DueOn", "2026-03-12", "12 Maret 2026")]
    [InlineData("Code", "18.04", "18.04")]
    [InlineData("Year", "2026", "2026")]
    [InlineData("IsActive", "True", "ya")]
    [InlineData("Name", "", "kosong")]
    public void Values_are_told_in_words(string field, string value, string words) => Assert.Equal(words, FieldNames.Value(field, value));

    private static List<string> Missing(IModel model)
    {
        List<string> missing = [];
        foreach (var type in model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IAudited))))
        {
            var noun = type.ClrType.Name;
            if (!FieldNames.Nouns.ContainsKey(noun)) missing.Add(noun);
            foreach (var property in type.GetProperties().Where(p => !p.IsShadowProperty() && !Technical.Contains(p.Name)))
            {
                if (FieldNames.Known(noun, property.Name) is null) missing.Add($"{noun}.{property.Name}");
                var clr = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (clr.IsEnum) missing.AddRange(Enum.GetNames(clr).Where(value => FieldNames.KnownValue(property.Name, value) is null).Select(value => $"{property.Name}={value}"));
            }
        }

        return missing;
    }

    private enum Jenis
    {
        Jati,
        Pinus,
    }

    private sealed class Kayu : IAudited
    {
        public Guid Id { get; private set; }

        public string Name { get; private set; } = "";

        public Jenis Pohon { get; private set; }

        public string AuditName => Name;
    }

    private sealed class PlantedContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql("Host=localhost");

        protected override void OnModelCreating(ModelBuilder builder) => builder.Entity<Kayu>().Ignore(k => k.AuditName);
    }
}
