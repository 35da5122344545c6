using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

/// <summary>
/// What a family, or one of its members, answered to one instrument, as given: question to answer code in that instrument's own code list.
/// Never rewritten; a later survey is another row.
/// </summary>
public sealed class Survey : IAudited, IOfHousehold
{
    private Survey()
    {
    }

    public Survey(Guid householdId, Guid? memberId, string instrument, string edition, DateOnly takenOn, IReadOnlyDictionary<string, string> answers, DateTimeOffset now, Guid? batchId = null)
    {
        HouseholdId = householdId;
        MemberId = memberId;
        Instrument = instrument;
        Edition = edition;
        TakenOn = takenOn;
        Answers = JsonSerializer.Serialize(answers);
        RecordedAt = now;
        BatchId = batchId;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid HouseholdId { get; private set; }

    public Household Household { get; private set; } = null!;

    /// <summary>Null for questions about the family and its house.</summary>
    public Guid? MemberId { get; private set; }

    /// <summary>Key of the instrument's data file: bdt2015, p3ke, regsosek2022, dtsen.</summary>
    public string Instrument { get; private set; } = "";

    /// <summary>Version of the code lists the answers are written in.</summary>
    public string Edition { get; private set; } = "";

    public DateOnly TakenOn { get; private set; }

    /// <summary>JSON object: question key to answer code.</summary>
    public string Answers { get; private set; } = "{}";

    public DateTimeOffset RecordedAt { get; private set; }

    public Guid? BatchId { get; private set; }

    string IAudited.AuditName => "";

    public IReadOnlyDictionary<string, string> Given() => JsonSerializer.Deserialize<Dictionary<string, string>>(Answers) ?? [];
}

public enum ChecklistKind
{
    /// <summary>Fakir miskin by Kepmensos 262/HUK/2022.</summary>
    ExtremePoor,

    /// <summary>Rumah tidak layak huni.</summary>
    UnfitHouse,
}

/// <summary>A local checklist filled for one family: every criterion with its answer. It is never a decile and never called one.</summary>
public sealed class ChecklistAssessment : IAudited, IOfHousehold
{
    private ChecklistAssessment()
    {
    }

    public ChecklistAssessment(Guid householdId, ChecklistKind kind, DateOnly assessedOn, IReadOnlyDictionary<string, bool?> answers, int needed, bool met, DateTimeOffset now)
    {
        HouseholdId = householdId;
        Kind = kind;
        AssessedOn = assessedOn;
        Answers = JsonSerializer.Serialize(answers);
        Needed = needed;
        Met = met;
        RecordedAt = now;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid HouseholdId { get; private set; }

    public Household Household { get; private set; } = null!;

    public ChecklistKind Kind { get; private set; }

    public DateOnly AssessedOn { get; private set; }

    /// <summary>JSON object: criterion key to true, false, or null where it was not answered.</summary>
    public string Answers { get; private set; } = "{}";

    /// <summary>The threshold in force that day: criteria that had to apply.</summary>
    public int Needed { get; private set; }

    public bool Met { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    string IAudited.AuditName => "";

    public IReadOnlyDictionary<string, bool?> Given() => JsonSerializer.Deserialize<Dictionary<string, bool?>>(Answers) ?? [];
}

internal sealed class SurveyConfiguration : IEntityTypeConfiguration<Survey>, IEntityTypeConfiguration<ChecklistAssessment>
{
    public void Configure(EntityTypeBuilder<Survey> builder)
    {
        builder.ToTable("surveys");
        builder.Property(s => s.Instrument).HasMaxLength(20);
        builder.Property(s => s.Edition).HasMaxLength(20);
        builder.Property(s => s.Answers).HasColumnType("jsonb");
        builder.HasOne(s => s.Household).WithMany().HasForeignKey(s => s.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HouseholdMember>().WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.HouseholdId, s.TakenOn });
        builder.HasIndex(s => s.BatchId);
    }

    public void Configure(EntityTypeBuilder<ChecklistAssessment> builder)
    {
        builder.ToTable("checklist_assessments");
        builder.Property(c => c.Answers).HasColumnType("jsonb");
        builder.HasOne(c => c.Household).WithMany().HasForeignKey(c => c.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.HouseholdId, c.AssessedOn });
    }
}
