using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Files;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Core.Settings;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Core.Data;

/// <summary>The database as one actor may see it: made for an <see cref="Common.Actor"/>, limited by the filters in Scopes.cs.</summary>
public sealed partial class TkpkDbContext(DbContextOptions<TkpkDbContext> options, Actor actor, RequestTrace trace)
    : IdentityUserContext<PortalUser, Guid>(options), IDataProtectionKeyContext
{
    public Actor Actor { get; } = actor;

    internal RequestTrace Trace { get; } = trace;

    public DbSet<Area> Areas => Set<Area>();

    public DbSet<AreaBoundary> AreaBoundaries => Set<AreaBoundary>();

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<LoginSession> LoginSessions => Set<LoginSession>();

    public DbSet<SignInCounter> SignInCounters => Set<SignInCounter>();

    public DbSet<PortalSettings> Settings => Set<PortalSettings>();

    public DbSet<Signatory> Signatories => Set<Signatory>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Household> Households => Set<Household>();

    public DbSet<HouseholdMember> HouseholdMembers => Set<HouseholdMember>();

    public DbSet<HouseholdAssignment> HouseholdAssignments => Set<HouseholdAssignment>();

    public DbSet<VillageTally> VillageTallies => Set<VillageTally>();

    public DbSet<VillageConditionTally> VillageConditionTallies => Set<VillageConditionTally>();

    public DbSet<DecileRelease> DecileReleases => Set<DecileRelease>();

    public DbSet<WelfareDecile> WelfareDeciles => Set<WelfareDecile>();

    public DbSet<Survey> Surveys => Set<Survey>();

    public DbSet<ChecklistAssessment> ChecklistAssessments => Set<ChecklistAssessment>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportFilePart> ImportFileParts => Set<ImportFilePart>();

    public DbSet<ImportPiece> ImportPieces => Set<ImportPiece>();

    public DbSet<ImportChunk> ImportChunks => Set<ImportChunk>();

    public DbSet<ImportProblem> ImportProblems => Set<ImportProblem>();

    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    public DbSet<ImportColumnName> ImportColumnNames => Set<ImportColumnName>();

    public DbSet<AssistanceProgram> Programs => Set<AssistanceProgram>();

    public DbSet<BudgetLine> BudgetLines => Set<BudgetLine>();

    public DbSet<Realization> Realizations => Set<Realization>();

    public DbSet<Enrollment> Enrollments => Set<Enrollment>();

    public DbSet<Indicator> Indicators => Set<Indicator>();

    public DbSet<IndicatorValue> IndicatorValues => Set<IndicatorValue>();

    public DbSet<IndicatorTarget> IndicatorTargets => Set<IndicatorTarget>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<AgendaItem> AgendaItems => Set<AgendaItem>();

    public DbSet<Invitee> Invitees => Set<Invitee>();

    public DbSet<Attendee> Attendees => Set<Attendee>();

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<FollowUp> FollowUps => Set<FollowUp>();

    public DbSet<FollowUpReport> FollowUpReports => Set<FollowUpReport>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<ProposalStep> ProposalSteps => Set<ProposalStep>();

    public DbSet<ProposalDiff> ProposalDiffs => Set<ProposalDiff>();

    public DbSet<ProposalPhoto> ProposalPhotos => Set<ProposalPhoto>();

    public DbSet<IncomingMove> IncomingMoves => Set<IncomingMove>();

    public DbSet<ProposalTally> ProposalTallies => Set<ProposalTally>();

    public DbSet<ProposalDispatch> ProposalDispatches => Set<ProposalDispatch>();

    public DbSet<VillageDeliberation> VillageDeliberations => Set<VillageDeliberation>();

    public DbSet<DeliberationItem> DeliberationItems => Set<DeliberationItem>();

    public DbSet<DeliberationAttendee> DeliberationAttendees => Set<DeliberationAttendee>();

    public DbSet<UpdateCycle> UpdateCycles => Set<UpdateCycle>();

    public DbSet<CycleDefaults> CycleDefaults => Set<CycleDefaults>();

    public DbSet<HeldPost> HeldPosts => Set<HeldPost>();

    public DbSet<PostedForm> PostedForms => Set<PostedForm>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The row must still be as the editor saw it; otherwise SaveChanges throws <see cref="DbUpdateConcurrencyException"/>.</summary>
    public void ExpectVersion(object noun, uint version) => Entry(noun).Property("Version").OriginalValue = version;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Ignore<IdentityUserPasskey<Guid>>();
        builder.Ignore<IdentityPasskeyData>();
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens");
        builder.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        builder.ApplyConfigurationsFromAssembly(typeof(TkpkDbContext).Assembly);
        foreach (var key in builder.Model.GetEntityTypes().SelectMany(t => t.FindPrimaryKey()!.Properties).Where(p => p.ClrType == typeof(Guid)))
        {
            // Nouns make their own keys; otherwise EF takes a new child with a key for one that is already stored.
            key.ValueGenerated = ValueGenerated.Never;
        }

        ApplyScopes(builder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Words, not numbers, in the tables: a reader of a dump understands them, and an enum may be reordered.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
    }
}
