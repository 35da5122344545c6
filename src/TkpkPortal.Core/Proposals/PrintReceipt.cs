using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals;

/// <param name="Pin">Six digits.</param>
/// <param name="OwnDataDueAt">Only for requests about own data.</param>
public sealed record ReceiptView(
    Guid ProposalId, string Number, ProposalKind Kind, string HeadName, string Village, string District, DateTimeOffset RegisteredAt, string Officer,
    string Token, string Pin, DateTimeOffset? OwnDataDueAt);

/// <summary>What stands on the receipt that the family takes home. Whoever holds it can ask for the stage, so each printing is written down.</summary>
public sealed class PrintReceipt(TkpkDbContext db, FieldCipher cipher, AuditTrail trail)
{
    public async Task<ReceiptView> RunAsync(Guid proposalId, CancellationToken ct)
    {
        var proposal = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == proposalId, ct) ?? throw new RecordNotFoundException();
        if (proposal.PinCipher.Length == 0) throw new RecordNotFoundException();
        var place = await db.Areas.AsNoTracking().Where(v => v.Id == proposal.VillageId)
            .Join(db.Areas, v => v.ParentId, d => d.Id, (v, d) => new { v.Name, District = d.Name }).SingleAsync(ct);
        trail.Add(db, new(AuditAction.Read, nameof(Proposal), proposal.Id, ((IAudited)proposal).AuditName), "Resi dicetak.", villageId: proposal.VillageId);
        await db.SaveChangesAsync(ct);
        return new(
            proposal.Id, ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number), proposal.Kind, proposal.HeadName, place.Name, place.District, proposal.CreatedAt, proposal.CreatedByName,
            proposal.PublicToken, cipher.Open(proposal.PinCipher, proposal.Id), proposal.OwnDataDueAt);
    }
}
