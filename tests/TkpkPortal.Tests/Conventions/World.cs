using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Programs;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Conventions;

/// <summary>One desa with a family, and one OPD with a program that the family receives. Two of them are each other's "outside".</summary>
internal sealed record World(
    Area Regency, Area District, Area Village, Agency Agency, Household Household, HouseholdMember Member, HouseholdAssignment Assignment,
    AssistanceProgram Program, BudgetLine Line, Realization Realization, Enrollment Enrollment, Meeting Meeting, FollowUp FollowUp, Guid FacilitatorId,
    Survey Survey, ChecklistAssessment Checklist, WelfareDecile Decile, DecileRelease LaterRelease, ImportChange Change, ProposalWorld Proposals)
{
    public static async Task<World> MakeAsync(Portal portal, string? nik = null)
    {
        var (regency, district, villages) = await portal.Make.DistrictAsync(1);
        var agency = await portal.Make.AgencyAsync();
        var facilitator = await portal.Make.UserAsync(Role.Facilitator);
        var now = DateTimeOffset.UtcNow;
        var today = DateOnly.FromDateTime(now.Date);
        // Through its use case, because lists find their desa by the tally that it keeps.
        var householdId = await portal.Make.HouseholdAsync(villages[0].Id, nik: nik, headName: Builders.Unique("Kepala Rahasia"));
        await using var db = portal.Open();
        var household = await db.Households.AsNoTracking().SingleAsync(h => h.Id == householdId);
        var member = await db.HouseholdMembers.AsNoTracking().SingleAsync(m => m.HouseholdId == householdId);
        var assignment = db.Add(new HouseholdAssignment(household.Id, facilitator.Id, now)).Entity;
        var program = db.Add(new AssistanceProgram(new(
            Builders.Unique("RHS"), Builders.Unique("Bantuan Rahasia"), agency.Id, Strategy.ReduceSpending, null, FundingSource.ApbdRegency, RecipientUnit.Household, 1, 2, null, null))).Entity;
        var line = new BudgetLine(program.Id, new(today.Year, "1.06.05.2.02.0001", Builders.Unique("Kegiatan Rahasia"), 1_000_000, null, "Keluarga dibantu", 10, "keluarga"), today);
        line.Report(1, new(100, 1, 1, null), "Uji", today, now);
        db.Add(line);
        var enrollment = db.Add(new Enrollment(program.Id, household.Id, today, null)).Entity;
        var meeting = db.Add(new Meeting(new(Builders.Unique("Rakor Uji"), today, new(9, 0), null, "Aula", "Ketua", null, null, null, null, null))).Entity;
        var followUp = db.Add(new FollowUp(meeting.Id, Random.Shared.Next(1_000, 2_000_000_000), today.Year, "Uji", agency.Id, null, "Uji", null)).Entity;
        var survey = db.Add(new Survey(household.Id, null, "dtsen", "2026", today, new Dictionary<string, string> { ["lantai"] = "8" }, now)).Entity;
        var checklist = db.Add(new ChecklistAssessment(household.Id, ChecklistKind.ExtremePoor, today, new Dictionary<string, bool?> { ["tempat_tinggal"] = true }, 6, true, now)).Entity;
        var (release, later) = (new DecileRelease(Builders.Unique("Rilis"), today, now), new DecileRelease(Builders.Unique("Rilis"), today, now));
        db.AddRange(release, later);
        var decile = db.Add(new WelfareDecile(household.Id, release.Id, 1, null, now)).Entity;
        var batch = db.Add(new ImportBatch(ImportFormat.Template, new("Uji", "Uji", "Dinas Uji", "1", null), "uji.xlsx", null, now)).Entity;
        var change = db.Add(new ImportChange { BatchId = batch.Id, HouseholdId = household.Id, RowNumber = 2 }).Entity;
        await db.SaveChangesAsync();
        return new(regency, district, villages[0], agency, household, member, assignment, program, line, line.Realizations[0], enrollment, meeting, followUp, facilitator.Id,
            survey, checklist, decile, later, change, await ProposalWorld.MakeAsync(portal, villages[0].Id, facilitator.Id));
    }

    /// <summary>What must reach nobody outside: words that stand on any page which shows the family.</summary>
    public IReadOnlyList<string> FamilySecrets => [Member.Name, Proposals.Proposal.HeadName];

    /// <summary>What must reach no other OPD.</summary>
    public IReadOnlyList<string> AgencySecrets => [Program.Name, Line.SubActivityName, .. FamilySecrets];

    /// <summary>An actor of each reach who belongs here.</summary>
    public Actor ActorOf(Reach reach) => new()
    {
        Name = "Uji",
        Reach = reach,
        UserId = FacilitatorId,
        Role = reach switch { Reach.Villages => Role.VillageOperator, Reach.AssignedHouseholds => Role.Facilitator, Reach.Agency => Role.AgencyOperator, Reach.Figures => Role.Leader, _ => null },
        VillageIds = reach == Reach.Villages ? [Village.Id] : [],
        AgencyId = reach == Reach.Agency ? Agency.Id : null,
    };
}

/// <summary>A proposal of the desa that waits for the visit of its pendamping, and the musyawarah that decided about it.</summary>
internal sealed record ProposalWorld(
    Proposal Proposal, ProposalStep Step, ProposalDiff Diff, ProposalPhoto Photo, IncomingMove Move, VillageDeliberation Deliberation, DeliberationItem Item, DeliberationAttendee Attendee)
{
    public static async Task<ProposalWorld> MakeAsync(Portal portal, Guid villageId, Guid facilitatorId)
    {
        var id = await portal.Make.ProposalAsync(villageId, stage: ProposalStage.FieldCheckAsked, content: Builders.NewFamilyContent(Builders.Unique("Usulan Rahasia")), facilitatorId: facilitatorId);
        var waiting = await portal.Make.ProposalAsync(villageId, ProposalKind.Move, content: Builders.NewFamilyContent(Builders.Unique("Pindah Rahasia")));
        await using var db = portal.Open();
        var proposal = await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id);
        var moving = await db.Proposals.SingleAsync(p => p.Id == waiting);
        var fileId = Guid.CreateVersion7();
        var file = new Core.Files.StoredFile("foto.jpg", "image/jpeg", fileId.ToByteArray(), portal.Cipher.Seal(fileId.ToByteArray(), fileId), 16, DateTimeOffset.UtcNow, fileId);
        db.Add(file);
        var photo = db.Add(new ProposalPhoto(id, PhotoSubject.Floor, file.Id, facilitatorId, DateTimeOffset.UtcNow)).Entity;
        var deliberation = await db.VillageDeliberations.SingleAsync(d => d.Id == proposal.DeliberationId);
        var item = deliberation.TakeUp(moving);
        deliberation.Attend([new("Hadirin Uji", "BPD", false)]);
        // Its other desa is its own, so that no third desa comes in.
        moving.Announce(villageId);
        await db.SaveChangesAsync();
        return new(
            proposal, await db.ProposalSteps.AsNoTracking().FirstAsync(s => s.ProposalId == id), await db.ProposalDiffs.AsNoTracking().FirstAsync(d => d.ProposalId == id), photo,
            moving.Incoming!, deliberation, item, deliberation.Attendees[0]);
    }
}
