using System.Linq.Expressions;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
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

/// <summary>
/// Who may see which rows, all in one place. EF keeps one model per <see cref="Reach"/>, so no filter holds an OR with a parameter
/// (that cost 90-480 ms a page at 600,000 rows). Filters read this.Actor, never a local, which would freeze the first actor into the model.
/// </summary>
public sealed partial class TkpkDbContext
{
    public const string ScopeFilter = "lingkup";

    /// <summary>Nouns every signed-in person may read. A noun that is neither here nor filtered below stops the model from being built.</summary>
    internal static readonly Dictionary<Type, string> Open = new()
    {
        [typeof(Area)] = "Public list of places.",
        [typeof(AreaBoundary)] = "Public outlines.",
        [typeof(Agency)] = "Public list of OPD.",
        [typeof(Partner)] = "Institutions, no private persons.",
        [typeof(Indicator)] = "Published statistics.",
        [typeof(IndicatorValue)] = "Published statistics.",
        [typeof(IndicatorTarget)] = "Published plans.",
        [typeof(Meeting)] = "Minutes go to every member of the team; pages ask for ViewMeetings.",
        [typeof(AgendaItem)] = "Part of the minutes.",
        [typeof(Invitee)] = "Offices, not persons.",
        [typeof(Attendee)] = "Part of the minutes; pages ask for OrganizeMeetings.",
        [typeof(Decision)] = "Part of the minutes.",
        [typeof(FollowUp)] = "Part of the minutes; only its OPD writes its status (RTL rules and the scope guard).",
        [typeof(FollowUpReport)] = "Belongs to a follow-up.",
        [typeof(PortalSettings)] = "Settings of the deployment.",
        [typeof(Signatory)] = "Stands on printed papers.",
        [typeof(StoredFile)] = "Read by id through pages with their own permission.",
        [typeof(DecileRelease)] = "Names of published rankings.",
        [typeof(ImportColumnName)] = "Headers of columns.",
        [typeof(PortalUser)] = "Sign-in reads it before there is an actor; pages ask for ManageUsers.",
        [typeof(LoginSession)] = "Sign-in reads it before there is an actor.",
        [typeof(SignInCounter)] = "Keyed hashes and counts only.",
        [typeof(PostedForm)] = "Keys only.",
        [typeof(HeldPost)] = "Encrypted; read by id together with its user.",
        [typeof(UpdateCycle)] = "Deadlines.",
        [typeof(CycleDefaults)] = "Deadlines.",
        [typeof(DataProtectionKey)] = "The framework's own, wrapped.",
        [typeof(IdentityUserClaim<Guid>)] = "The framework's own.",
        [typeof(IdentityUserLogin<Guid>)] = "The framework's own.",
        [typeof(IdentityUserToken<Guid>)] = "The framework's own.",
    };

    private Guid[] VillageIds => field ??= [.. Actor.VillageIds];

    private Guid? ActorUserId => Actor.UserId;

    private Guid? ActorAgencyId => Actor.AgencyId;

    private void ApplyScopes(ModelBuilder builder)
    {
        var filters = new FilterSet(builder);
        switch (Actor.Reach)
        {
            case Reach.Everything:
                filters.All<Proposal>().All<ProposalStep>().All<ProposalDiff>().All<ProposalPhoto>().All<IncomingMove>().All<ProposalTally>().All<ProposalDispatch>()
                    .All<VillageDeliberation>().All<DeliberationItem>().All<DeliberationAttendee>();
                filters.All<Household>().All<HouseholdMember>().All<HouseholdAssignment>().All<VillageTally>().All<VillageConditionTally>()
                    .All<WelfareDecile>().All<Survey>().All<ChecklistAssessment>().All<ImportChange>()
                    .All<ImportBatch>().All<ImportFilePart>().All<ImportPiece>().All<ImportChunk>().All<ImportProblem>()
                    .All<AssistanceProgram>().All<BudgetLine>().All<Realization>().All<Enrollment>().All<AuditEntry>();
                break;
            case Reach.Villages:
                filters
                    .Only<Proposal>(p => VillageIds.Contains(p.VillageId))
                    .Only<ProposalStep>(s => VillageIds.Contains(s.Proposal.VillageId))
                    .Only<ProposalDiff>(d => VillageIds.Contains(d.Proposal.VillageId))
                    .Only<ProposalPhoto>(p => VillageIds.Contains(p.Proposal.VillageId))
                    .Only<IncomingMove>(m => VillageIds.Contains(m.FromVillageId) || VillageIds.Contains(m.ToVillageId))
                    .Only<ProposalTally>(t => VillageIds.Contains(t.VillageId))
                    .Only<VillageDeliberation>(d => VillageIds.Contains(d.VillageId))
                    .Only<DeliberationItem>(i => VillageIds.Contains(i.Deliberation.VillageId))
                    .Only<DeliberationAttendee>(a => VillageIds.Contains(a.Deliberation.VillageId))
                    .None<ProposalDispatch>()
                    .Only<Household>(h => VillageIds.Contains(h.VillageId))
                    .Only<HouseholdMember>(m => VillageIds.Contains(m.Household.VillageId))
                    .Only<HouseholdAssignment>(a => VillageIds.Contains(a.Household.VillageId))
                    .Only<VillageTally>(t => VillageIds.Contains(t.VillageId))
                    .Only<VillageConditionTally>(t => VillageIds.Contains(t.VillageId))
                    .Only<WelfareDecile>(d => VillageIds.Contains(d.Household.VillageId))
                    .Only<Survey>(s => VillageIds.Contains(s.Household.VillageId))
                    .Only<ChecklistAssessment>(c => VillageIds.Contains(c.Household.VillageId))
                    .Only<ImportChange>(c => VillageIds.Contains(c.Household.VillageId))
                    // A timeline names the import; its rows stay closed.
                    .All<ImportBatch>().NoImportRows()
                    .Only<Enrollment>(e => VillageIds.Contains(e.Household.VillageId))
                    .Only<AuditEntry>(a => VillageIds.Contains(a.VillageId!.Value))
                    .All<AssistanceProgram>().All<BudgetLine>().All<Realization>();
                break;
            case Reach.AssignedHouseholds:
                filters
                    .Only<Proposal>(p => p.FacilitatorId == ActorUserId)
                    .Only<ProposalStep>(s => s.Proposal.FacilitatorId == ActorUserId)
                    .Only<ProposalDiff>(d => d.Proposal.FacilitatorId == ActorUserId)
                    .Only<ProposalPhoto>(p => p.Proposal.FacilitatorId == ActorUserId)
                    .None<IncomingMove>().None<ProposalTally>().None<ProposalDispatch>().NoDeliberations()
                    .Only<Household>(h => Set<HouseholdAssignment>().Any(a => a.HouseholdId == h.Id && a.UserId == ActorUserId))
                    .Only<HouseholdMember>(m => Set<HouseholdAssignment>().Any(a => a.HouseholdId == m.HouseholdId && a.UserId == ActorUserId))
                    .Only<HouseholdAssignment>(a => a.UserId == ActorUserId)
                    .Only<Enrollment>(e => Set<HouseholdAssignment>().Any(a => a.HouseholdId == e.HouseholdId && a.UserId == ActorUserId))
                    .Only<WelfareDecile>(d => Set<HouseholdAssignment>().Any(a => a.HouseholdId == d.HouseholdId && a.UserId == ActorUserId))
                    .Only<Survey>(s => Set<HouseholdAssignment>().Any(a => a.HouseholdId == s.HouseholdId && a.UserId == ActorUserId))
                    .Only<ChecklistAssessment>(c => Set<HouseholdAssignment>().Any(a => a.HouseholdId == c.HouseholdId && a.UserId == ActorUserId))
                    .None<VillageTally>().None<VillageConditionTally>().None<AuditEntry>().None<ImportChange>().None<ImportBatch>().NoImportRows()
                    .All<AssistanceProgram>().All<BudgetLine>().All<Realization>();
                break;
            case Reach.Agency:
                filters
                    .NoProposals().None<ProposalTally>()
                    .Only<AssistanceProgram>(p => p.AgencyId == ActorAgencyId)
                    .Only<BudgetLine>(l => l.Program.AgencyId == ActorAgencyId)
                    .Only<Realization>(r => r.BudgetLine.Program.AgencyId == ActorAgencyId)
                    .Only<Enrollment>(e => e.Program.AgencyId == ActorAgencyId)
                    .Only<Household>(h => Set<Enrollment>().Any(e => e.HouseholdId == h.Id))
                    .Only<HouseholdMember>(m => Set<Enrollment>().Any(e => e.HouseholdId == m.HouseholdId))
                    .Only<AuditEntry>(a => a.AgencyId == ActorAgencyId)
                    .None<HouseholdAssignment>().None<VillageTally>().None<VillageConditionTally>()
                    .None<WelfareDecile>().None<Survey>().None<ChecklistAssessment>().None<ImportChange>().None<ImportBatch>().NoImportRows();
                break;
            case Reach.Figures:
                filters.NoProposals().All<ProposalTally>();
                filters.None<WelfareDecile>().None<Survey>().None<ChecklistAssessment>().None<ImportChange>().None<ImportBatch>().NoImportRows()
                    .All<VillageConditionTally>()
                    .None<Household>().None<HouseholdMember>().None<HouseholdAssignment>().None<Enrollment>().None<AuditEntry>()
                    .All<VillageTally>().All<AssistanceProgram>().All<BudgetLine>().All<Realization>();
                break;
            case Reach.Nothing:
                filters.NoProposals().None<ProposalTally>();
                filters.None<WelfareDecile>().None<Survey>().None<ChecklistAssessment>().None<ImportChange>().None<ImportBatch>().NoImportRows().None<VillageConditionTally>()
                    .None<Household>().None<HouseholdMember>().None<HouseholdAssignment>().None<VillageTally>().None<Enrollment>()
                    .None<AuditEntry>().None<AssistanceProgram>().None<BudgetLine>().None<Realization>();
                break;
        }

        filters.RefuseForgotten();
    }

    private sealed class FilterSet(ModelBuilder builder)
    {
        private readonly HashSet<Type> _decided = [];

        public FilterSet Only<T>(Expression<Func<T, bool>> filter)
            where T : class
        {
            _decided.Add(typeof(T));
            builder.Entity<T>().HasQueryFilter(ScopeFilter, filter);
            return this;
        }

        public FilterSet All<T>()
            where T : class
        {
            _decided.Add(typeof(T));
            return this;
        }

        public FilterSet None<T>()
            where T : class => Only<T>(_ => false);

        /// <summary>Files and staged rows of imports: whole lists of families.</summary>
        public FilterSet NoImportRows() => None<ImportFilePart>().None<ImportPiece>().None<ImportChunk>().None<ImportProblem>();

        public FilterSet NoProposals() => None<Proposal>().None<ProposalStep>().None<ProposalDiff>().None<ProposalPhoto>().None<IncomingMove>().None<ProposalDispatch>().NoDeliberations();

        public FilterSet NoDeliberations() => None<VillageDeliberation>().None<DeliberationItem>().None<DeliberationAttendee>();

        /// <summary>A new noun nobody thought about must not be readable by everybody.</summary>
        public void RefuseForgotten()
        {
            var forgotten = builder.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).Where(t => !_decided.Contains(t) && !Open.ContainsKey(t)).ToList();
            if (forgotten.Count > 0)
                throw new InvalidOperationException($"No scope decided in Data/Scopes.cs for: {string.Join(", ", forgotten.Select(t => t.Name))}.");
        }
    }

    /// <summary>One cached model per reach.</summary>
    internal sealed class ModelKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), ((TkpkDbContext)context).Actor.Reach, designTime);
    }
}
