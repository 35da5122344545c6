using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <param name="VillageId">Who proposes a new family; for any other kind the family's own desa does.</param>
public sealed record NewProposal(ProposalKind Kind, ProposalRegistration Registration, Guid? VillageId, Guid? HouseholdId);

/// <summary>What may be proposed about whom.</summary>
public sealed record ProposalGate(HouseholdAreasQuery Areas, ExpiredImports Expired, CycleCalendarQuery Calendar);

/// <summary>Begins a draft; on a family it begins with the record as it is now.</summary>
public sealed class StartProposal(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock, ProposalGate gate)
{
    /// <summary>Refused: USL-10, USL-11, DRF-01, DRF-27, KEL-21, KEL-31. A desa or family out of scope does not exist.</summary>
    public async Task<Guid> RunAsync(NewProposal wanted, CancellationToken ct)
    {
        var (villageId, content) = wanted.Kind == ProposalKind.NewFamily ? (await VillageAsync(wanted.VillageId, ct), new ProposalContent()) : await OfFamilyAsync(wanted, ct);
        var cycle = (await gate.Calendar.RunAsync(ct)).OpenOn(clock.Today).Month;
        var proposal = new Proposal(wanted.Kind, wanted.Registration, villageId, wanted.Kind == ProposalKind.NewFamily ? null : wanted.HouseholdId, db.Actor, cycle, clock.Now);
        proposal.Write(content, null, cipher, clock.Now);
        db.Proposals.Add(proposal);
        await db.SaveProposalsAsync(ct);
        return proposal.Id;
    }

    private async Task<Guid> VillageAsync(Guid? id, CancellationToken ct) =>
        (await gate.Areas.InForceAsync(id ?? throw new RuleBrokenException(DraftRules.VillageNeeded, nameof(Proposal.VillageId)), ct)).Id;

    private async Task<(Guid, ProposalContent)> OfFamilyAsync(NewProposal wanted, CancellationToken ct)
    {
        var id = wanted.HouseholdId ?? throw new RuleBrokenException(DraftRules.FamilyNeeded);
        var (household, now) = await db.FamilyNowAsync(id, cipher, ct) ?? throw new RecordNotFoundException();
        if (household.LeftOn is not null) throw new RuleBrokenException(ProposalRules.FamilyHasLeft);
        (await gate.Expired.RunAsync(ct)).MustBeOpen(household);
        // One in another desa's reach is caught by the index.
        var open = await db.Proposals.Where(p => p.HouseholdId == id && p.Kind == wanted.Kind && !ProposalFlow.Final.Contains(p.Stage)).Select(p => new { p.CreatedAt, p.Number }).FirstOrDefaultAsync(ct);
        if (open is not null) throw new RuleBrokenException(ProposalRules.AlreadyOpen, null, $", nomor {ProposalNames.Number(open.CreatedAt.Year, open.Number)}");
        var elsewhere = wanted.Kind == ProposalKind.Move;
        return (household.VillageId, new() { Base = now, Family = elsewhere ? now with { Address = null, Hamlet = null, Rt = null, Rw = null } : now });
    }
}
