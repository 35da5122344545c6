using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Agencies;

/// <summary>Registers a partner, or corrects one.</summary>
public sealed class SavePartner(TkpkDbContext db)
{
    /// <param name="id">Null registers; else <paramref name="version"/> must still be the partner's.</param>
    public async Task<Guid> RunAsync(Guid? id, PartnerDetails details, uint version, CancellationToken ct)
    {
        if (await db.Partners.AnyAsync(p => p.Name == details.Name && p.Id != id, ct)) throw new RuleBrokenException(AgencyRules.PartnerNameTaken, nameof(Partner.Name));
        if (id is null)
        {
            var added = db.Partners.Add(new(details)).Entity;
            await db.SaveChangesAsync(ct);
            return added.Id;
        }

        var partner = await db.Partners.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        db.ExpectVersion(partner, version);
        partner.Correct(details);
        await db.SaveChangesAsync(ct);
        return partner.Id;
    }
}
