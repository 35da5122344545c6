using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Conventions;

/// <summary>Nobody inserts, changes or deletes outside the own area or agency, whatever a page forgot to ask.</summary>
public sealed class ScopeGuardTests
{
    private static readonly Reach[] Limited = [Reach.Villages, Reach.AssignedHouseholds, Reach.Agency, Reach.Figures, Reach.Nothing];

    private static readonly DateOnly Day = new(2026, 3, 1);

    private static readonly FieldCipher Cipher = new(Keyring.Generate());

    /// <summary>For each scoped noun: a new row of the other world, and the row that is there.</summary>
    private static readonly Dictionary<string, (Func<World, object> New, Func<World, object> Existing, string Touched)> Nouns = new()
    {
        ["Household"] = (w => new Household(w.Village.Id, DateTimeOffset.UnixEpoch), w => w.Household, nameof(Household.Address)),
        ["HouseholdMember"] = (w => Member(w), w => w.Member, nameof(HouseholdMember.Name)),
        ["HouseholdAssignment"] = (w => new HouseholdAssignment(w.Household.Id, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch), w => w.Assignment, nameof(HouseholdAssignment.AssignedAt)),
        ["Survey"] = (w => new Survey(w.Household.Id, null, "dtsen", "2026", Day, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch), w => w.Survey, nameof(Survey.Edition)),
        ["ChecklistAssessment"] = (w => new ChecklistAssessment(w.Household.Id, ChecklistKind.UnfitHouse, Day, new Dictionary<string, bool?>(), 1, false, DateTimeOffset.UnixEpoch), w => w.Checklist, nameof(ChecklistAssessment.Met)),
        ["WelfareDecile"] = (w => new WelfareDecile(w.Household.Id, w.LaterRelease.Id, 2, null, DateTimeOffset.UnixEpoch), w => w.Decile, nameof(WelfareDecile.Decile)),
        ["ImportChange"] = (w => new ImportChange { BatchId = w.Change.BatchId, HouseholdId = w.Household.Id }, w => w.Change, nameof(ImportChange.RowNumber)),
        ["AssistanceProgram"] = (w => Program(w), w => w.Program, nameof(AssistanceProgram.Name)),
        ["BudgetLine"] = (w => Line(w), w => w.Line, nameof(BudgetLine.OutputName)),
        ["Realization"] = (w => new Realization(w.Line.Id, 4), w => w.Realization, nameof(Realization.ReportedBy)),
        ["Enrollment"] = (w => Ended(w), w => w.Enrollment, nameof(Enrollment.StartedOn)),
        ["Proposal"] = (w => new Proposal(ProposalKind.NewFamily, ProposalRegistration.Active, w.Village.Id, null, Builders.ActorOf(Role.VillageOperator), Builders.Cycle, DateTimeOffset.UnixEpoch), w => w.Proposals.Proposal, nameof(Proposal.HeadName)),
        ["ProposalStep"] = (w => new ProposalStep(w.Proposals.Proposal.Id, ProposalAct.Cancel, ProposalStage.Draft, ProposalStage.Cancelled, Builders.ActorOf(Role.VillageOperator), null, null, DateTimeOffset.UnixEpoch), w => w.Proposals.Step, nameof(ProposalStep.Note)),
        ["ProposalDiff"] = (w => new ProposalDiff(w.Proposals.Proposal.Id, 7, [1], 1, Cipher, DateTimeOffset.UnixEpoch), w => w.Proposals.Diff, nameof(ProposalDiff.Lines)),
        ["ProposalPhoto"] = (w => new ProposalPhoto(w.Proposals.Proposal.Id, PhotoSubject.Roof, w.Proposals.Photo.FileId, null, DateTimeOffset.UnixEpoch), w => w.Proposals.Photo, nameof(ProposalPhoto.Subject)),
        ["IncomingMove"] = (w => new IncomingMove(w.Proposals.Proposal.Id, w.Village.Id, w.Village.Id), w => w.Proposals.Move, nameof(IncomingMove.HeadName)),
        ["VillageDeliberation"] = (w => new VillageDeliberation(w.Village.Id, DeliberationForm.Assembly, new(Day, null, "Uji", "Uji", "Uji", null, null, null), DateTimeOffset.UnixEpoch), w => w.Proposals.Deliberation, nameof(VillageDeliberation.Place)),
        ["DeliberationItem"] = (w => new DeliberationItem(w.Proposals.Deliberation.Id, w.Proposals.Proposal.Id, 9), w => w.Proposals.Item, nameof(DeliberationItem.Reason)),
        ["DeliberationAttendee"] = (w => new DeliberationAttendee(w.Proposals.Deliberation.Id, 9, "Uji", "Uji", false), w => w.Proposals.Attendee, nameof(DeliberationAttendee.Name)),
        ["FollowUp"] = (w => new FollowUp(w.Meeting.Id, 7, 2000, "Uji", w.Agency.Id, null, "Uji", null), w => w.FollowUp, nameof(FollowUp.Output)),
    };

    public static TheoryData<string, Reach> Cases()
    {
        TheoryData<string, Reach> cases = [];
        foreach (var noun in Nouns.Keys)
        {
            foreach (var reach in Limited) cases.Add(noun, reach);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nothing_is_written_outside(string noun, Reach reach)
    {
        var portal = await Portal.SharedAsync();
        var (here, there) = await WorldsAsync();
        foreach (var write in Writes(noun, there))
        {
            await using var db = portal.Open(here.ActorOf(reach));
            write(db);
            await Assert.ThrowsAsync<OutOfScopeException>(() => db.SaveChangesAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Without_the_guard_it_would_have_gone_in(string noun, Reach reach)
    {
        var portal = await Portal.SharedAsync();
        var (here, there) = await WorldsAsync();
        await using var db = Unguarded(portal, here.ActorOf(reach));
        await using var transaction = await db.Database.BeginTransactionAsync();
        Writes(noun, there).First()(db);

        Assert.True(await db.SaveChangesAsync() > 0);
        await transaction.RollbackAsync();
    }

    [Fact]
    public async Task Every_scoped_noun_is_tried()
    {
        await using var db = (await Portal.SharedAsync()).Open();
        var scoped = db.Model.GetEntityTypes().Select(t => t.ClrType)
            .Where(t => t.IsAssignableTo(typeof(IInVillage)) || t.IsAssignableTo(typeof(IOfHousehold)) || t.IsAssignableTo(typeof(IOfAgency)) || t.IsAssignableTo(typeof(IOfProgram))
                || t.IsAssignableTo(typeof(IOfProposal)) || t.IsAssignableTo(typeof(IOfDeliberation)) || t == typeof(IncomingMove))
            .Select(t => t.Name);

        Assert.Empty(scoped.Except(Nouns.Keys));
    }

    [Fact]
    public async Task A_family_is_not_moved_out_of_or_into_the_own_desa()
    {
        var portal = await Portal.SharedAsync();
        var (here, there) = await WorldsAsync();
        foreach (var (actor, from, to) in new[] { (here, here, there), (here, there, here) })
        {
            await using var db = portal.Open(actor.ActorOf(Reach.Villages));
            db.Attach(from.Household).Property(h => h.VillageId).CurrentValue = to.Village.Id;
            try
            {
                await Assert.ThrowsAsync<OutOfScopeException>(() => db.SaveChangesAsync());
            }
            finally
            {
                db.Entry(from.Household).Property(h => h.VillageId).CurrentValue = from.Village.Id;
            }
        }
    }

    [Fact]
    public async Task Inside_the_own_desa_and_agency_writing_works()
    {
        var portal = await Portal.SharedAsync();
        var world = await World.MakeAsync(portal);
        await using (var village = portal.Open(world.ActorOf(Reach.Villages)))
        {
            village.Add(Member(world));
            Assert.True(await village.SaveChangesAsync() > 0);
        }

        await using var agency = portal.Open(world.ActorOf(Reach.Agency));
        agency.Add(Program(world));
        Assert.True(await agency.SaveChangesAsync() > 0);
    }

    private static readonly Lazy<Task<(World, World)>> Made = new(async () =>
    {
        var portal = await Portal.SharedAsync();
        return (await World.MakeAsync(portal), await World.MakeAsync(portal));
    });

    private static Task<(World Here, World There)> WorldsAsync() => Made.Value;

    private static IEnumerable<Action<TkpkDbContext>> Writes(string noun, World outside)
    {
        var (fresh, existing, touched) = Nouns[noun];
        yield return db => db.Entry(fresh(outside)).State = EntityState.Added;
        yield return db => Alone(db, existing(outside)).Property(touched).IsModified = true;
        yield return db => Alone(db, existing(outside)).State = EntityState.Deleted;
    }

    /// <summary>Tracks the row without what hangs on it.</summary>
    private static Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry Alone(TkpkDbContext db, object row)
    {
        var entry = db.Entry(row);
        entry.State = EntityState.Unchanged;
        return entry;
    }

    private static TkpkDbContext Unguarded(Portal portal, Actor actor) => new(
        new DbContextOptionsBuilder<TkpkDbContext>().UseNpgsql(portal.Database.Source).UseSnakeCaseNamingConvention()
            .ReplaceService<IModelCacheKeyFactory, TkpkDbContext.ModelKey>().Options,
        actor,
        new RequestTrace());

    private static HouseholdMember Member(World world)
    {
        var member = new HouseholdMember(world.Household.Id);
        member.Correct(new("Uji", FamilyRelation.Other, Sex.Male, null, null, null));
        return member;
    }

    private static AssistanceProgram Program(World world) =>
        new(new(Builders.Unique("UJI"), "Uji", world.Agency.Id, Strategy.RaiseIncome, null, FundingSource.Baznas, RecipientUnit.Group, 1, 3, null, null));

    /// <summary>Ended, because a family receives a program only once at a time.</summary>
    private static Enrollment Ended(World world)
    {
        var enrollment = new Enrollment(world.Program.Id, world.Household.Id, Day, null);
        enrollment.End(Day, EnrollmentEndReason.Moved);
        return enrollment;
    }

    private static BudgetLine Line(World world) => new(world.Program.Id, new(2024, "1.06.05.2.02.0009", "Uji", 1, null, "Uji", 1, "orang"), Day);
}
