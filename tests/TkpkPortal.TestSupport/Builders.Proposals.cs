using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    public static readonly DateOnly Cycle = new(2026, 11, 1);

    /// <summary>Somebody of a role who exists in no table: for acts on nouns. Reach is everything, so that storing is not what is tested.</summary>
    public static Actor ActorOf(Role role, Guid? userId = null) =>
        new() { UserId = userId ?? Guid.CreateVersion7(), Name = $"{RoleNames.Of(role)} Uji", Position = RoleNames.Of(role), Role = role, Reach = Reach.Everything };

    /// <summary>A proposal that has gone its way up to a stage, each act by another person, kept in the database with its counts. A new family by default.</summary>
    public async Task<Guid> ProposalAsync(
        Guid villageId, ProposalKind kind = ProposalKind.NewFamily, ProposalStage stage = ProposalStage.Submitted, Guid? householdId = null, ProposalContent? content = null,
        Guid? createdBy = null, Guid? facilitatorId = null, DateOnly? cycle = null)
    {
        await using var db = portal.Open();
        var now = DateTimeOffset.UtcNow;
        var proposal = new Proposal(kind, ProposalRegistration.Active, villageId, householdId, ActorOf(Role.VillageOperator, createdBy), cycle ?? Cycle, now);
        proposal.Write(content ?? NewFamilyContent(), "periksa", portal.Cipher, now);
        var deliberation = new VillageDeliberation(villageId, DeliberationForm.Assembly, new((cycle ?? Cycle).AddDays(11), null, "Balai desa", "Ketua Uji", "Ketua BPD", null, "1/BA/2026", null), now);
        Walk(proposal, stage, deliberation, createdBy, facilitatorId, now);
        db.Proposals.Add(proposal);
        if (proposal.DeliberationId is not null) db.VillageDeliberations.Add(deliberation);
        await db.SaveProposalsAsync(CancellationToken.None);
        return proposal.Id;
    }

    /// <summary>A draft on a family as it stands; change <see cref="ProposalContent.Family"/> with `with`.</summary>
    public async Task<ProposalContent> ContentOfAsync(Guid householdId)
    {
        await using var db = portal.Open();
        var household = await db.Households.Include(h => h.Members).SingleAsync(h => h.Id == householdId);
        var now = FamilyDraft.Of(household, new Dictionary<string, string>(), portal.Cipher);
        return new() { Base = now, Family = now, Grounds = "Data berubah.", IdentityCardSeen = true, FamilyCardSeen = true };
    }

    public static ProposalContent NewFamilyContent(string? headName = null, string? nik = null) => new()
    {
        Family = new()
        {
            Address = "Jalan Uji 1",
            Hamlet = "Dusun Uji",
            Rt = "01",
            Rw = "02",
            Members = [new() { Name = headName ?? Unique("Warga Usulan"), Nik = nik ?? Nik(), Relation = FamilyRelation.Head, Sex = Sex.Male, BirthDate = "1980-05-17" }],
        },
        Grounds = "Belum terdata, rumah berlantai tanah.",
        IdentityCardSeen = true,
        FamilyCardSeen = true,
    };

    private void Walk(Proposal proposal, ProposalStage stage, VillageDeliberation deliberation, Guid? createdBy, Guid? facilitatorId, DateTimeOffset now)
    {
        var visitor = facilitatorId ?? Guid.CreateVersion7();
        var cycle = proposal.CycleMonth;
        var content = proposal.Content(portal.Cipher);
        var lines = ProposalComparison.Of(proposal.Kind, content, proposal.VillageId, content.Base).Lines;
        (ProposalStage Reached, Action Act)[] way =
        [
            (ProposalStage.Submitted, () => proposal.Submit(lines, (cycle, false), ActorOf(Role.VillageOperator, createdBy), portal.Cipher, now)),
            (ProposalStage.Deliberated, () => proposal.DecideInDeliberation(deliberation.Id, DeliberationOutcome.Worthy, null, cycle.AddMonths(1), ActorOf(Role.VillageOperator), now)),
            (ProposalStage.DistrictVerified, () => proposal.Verify(ActorOf(Role.DistrictHead), null, now)),
            (ProposalStage.SocialVerified, () => proposal.Verify(ActorOf(Role.SocialAgency), null, now)),
            (ProposalStage.FieldCheckAsked, () => proposal.AskFieldCheck(visitor, ActorOf(Role.SocialAgency), null, now)),
            (ProposalStage.FieldChecked, () => proposal.RecordFieldCheck(FieldFinding.Matches, null, ActorOf(Role.Facilitator, visitor), now)),
            (ProposalStage.Approved, () => proposal.Approve(ActorOf(Role.Secretariat), null, now)),
        ];
        foreach (var (reached, act) in way)
        {
            if (proposal.Stage == stage) return;
            if (reached is ProposalStage.FieldCheckAsked or ProposalStage.FieldChecked && stage is not (ProposalStage.FieldCheckAsked or ProposalStage.FieldChecked)) continue;
            act();
        }

        if (proposal.Stage != stage) throw new NotSupportedException($"No builder walks to {stage}.");
    }
}
