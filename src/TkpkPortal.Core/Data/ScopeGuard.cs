using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Core.Data;

/// <summary>Query filters stop reading outside the scope; this stops writing there. A refused row rolls the whole save back.</summary>
internal sealed class ScopeGuard : SaveChangesInterceptor
{
    /// <summary>Only the framework's key store saves synchronously.</summary>
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        eventData.Context!.ChangeTracker.Entries<IAudited>().Any()
            ? throw new InvalidOperationException("Use SaveChangesAsync: the scope guard may have to ask the database.")
            : result;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (TkpkDbContext)eventData.Context!;
        if (db.Actor.Reach != Reach.Everything)
        {
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
            {
                if (!await MayWriteAsync(db, entry, cancellationToken)) throw new OutOfScopeException(entry.Metadata.ClrType.Name);
            }
        }

        return result;
    }

    private static async Task<bool> MayWriteAsync(TkpkDbContext db, EntityEntry entry, CancellationToken ct) => (entry.Entity, db.Actor.Reach) switch
    {
        (VillageTally or VillageConditionTally, _) => false,
        (ImportBatch or ImportFilePart or ImportPiece or ImportChunk or ImportProblem or ImportChange or ImportColumnName or DecileRelease or WelfareDecile, _) => false,
        (ProposalTally or ProposalDispatch, _) => false,
        // A visit is recorded by the pendamping it was given to.
        (Proposal proposal, Reach.AssignedHouseholds) => entry.State == EntityState.Modified && proposal.FacilitatorId == db.Actor.UserId && OriginalIn(entry, nameof(Proposal.FacilitatorId), [db.Actor.UserId!.Value]),
        (Proposal, Reach.Agency) => false,
        (IncomingMove move, Reach.Villages) => db.Actor.VillageIds.Contains(move.FromVillageId) && OriginalIn(entry, nameof(IncomingMove.FromVillageId), db.Actor.VillageIds),
        (IncomingMove, _) => false,
        (IOfProposal child, Reach.Villages or Reach.AssignedHouseholds) => await ProposalInScopeAsync(db, child.ProposalId, ct)
            && (entry.State != EntityState.Modified || await ProposalInScopeAsync(db, (Guid)entry.Property(nameof(IOfProposal.ProposalId)).OriginalValue!, ct)),
        (IOfProposal, _) => false,
        (IOfDeliberation child, Reach.Villages) => await DeliberationInScopeAsync(db, child.DeliberationId, ct),
        (IOfDeliberation, _) => false,
        (UpdateCycle or CycleDefaults, _) => false,
        (IInVillage inVillage, Reach.Villages) => db.Actor.VillageIds.Contains(inVillage.VillageId) && OriginalIn(entry, nameof(IInVillage.VillageId), db.Actor.VillageIds),
        (IInVillage, Reach.Agency) => OnlyProgramCountChanged(entry) && await db.Households.AnyAsync(h => h.Id == ((Household)entry.Entity).Id, ct),
        (IInVillage, _) => false,
        (Enrollment enrollment, Reach.Agency) => await db.Programs.AnyAsync(p => p.Id == enrollment.ProgramId, ct),
        (IOfHousehold, Reach.Agency or Reach.AssignedHouseholds or Reach.Figures or Reach.Nothing) => false,
        // A child that goes to another family: both must be in reach.
        (IOfHousehold child, _) => await HouseholdInScopeAsync(db, child.HouseholdId, ct)
            && (entry.State != EntityState.Modified || await HouseholdInScopeAsync(db, (Guid)entry.Property(nameof(IOfHousehold.HouseholdId)).OriginalValue!, ct)),
        (IOfAgency ofAgency, Reach.Agency) => db.Actor.AgencyId == ofAgency.AgencyId && OriginalIn(entry, nameof(IOfAgency.AgencyId), [db.Actor.AgencyId.Value]),
        (IOfAgency, _) => false,
        (IOfProgram child, Reach.Agency) => await ProgramInScopeAsync(db, child.ProgramId, ct),
        (Realization realization, Reach.Agency) => await db.BudgetLines.AnyAsync(l => l.Id == realization.BudgetLineId, ct),
        (IOfProgram or Realization, _) => false,
        _ => true,
    };

    private static bool OriginalIn(EntityEntry entry, string property, IReadOnlyList<Guid> allowed) =>
        entry.State == EntityState.Added || allowed.Contains((Guid)entry.Property(property).OriginalValue!);

    private static bool OnlyProgramCountChanged(EntityEntry entry) =>
        entry.State == EntityState.Modified && entry.Properties.Where(p => p.IsModified).All(p => p.Metadata.Name is nameof(Household.ActiveProgramCount));

    private static async Task<bool> HouseholdInScopeAsync(TkpkDbContext db, Guid id, CancellationToken ct) =>
        db.ChangeTracker.Entries<Household>().Any(e => e.Entity.Id == id && e.State == EntityState.Added && db.Actor.VillageIds.Contains(e.Entity.VillageId))
        || await db.Households.AnyAsync(h => h.Id == id, ct);

    private static async Task<bool> ProposalInScopeAsync(TkpkDbContext db, Guid id, CancellationToken ct) =>
        db.ChangeTracker.Entries<Proposal>().Any(e => e.Entity.Id == id && e.State == EntityState.Added && db.Actor.VillageIds.Contains(e.Entity.VillageId))
        || await db.Proposals.AnyAsync(p => p.Id == id, ct);

    private static async Task<bool> DeliberationInScopeAsync(TkpkDbContext db, Guid id, CancellationToken ct) =>
        db.ChangeTracker.Entries<VillageDeliberation>().Any(e => e.Entity.Id == id && e.State == EntityState.Added && db.Actor.VillageIds.Contains(e.Entity.VillageId))
        || await db.VillageDeliberations.AnyAsync(d => d.Id == id, ct);

    private static async Task<bool> ProgramInScopeAsync(TkpkDbContext db, Guid id, CancellationToken ct) =>
        db.ChangeTracker.Entries<AssistanceProgram>().Any(e => e.Entity.Id == id && e.State == EntityState.Added && e.Entity.AgencyId == db.Actor.AgencyId)
        || await db.Programs.AnyAsync(p => p.Id == id, ct);
}

/// <summary>A write outside the actor's area or agency. Answered as if the record did not exist.</summary>
public sealed class OutOfScopeException(string noun) : Exception($"A {noun} outside the actor's scope was refused.");
