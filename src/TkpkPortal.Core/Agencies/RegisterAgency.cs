using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Agencies;

public sealed class RegisterAgency(TkpkDbContext db)
{
    public async Task<Guid> RunAsync(AgencyDetails details, CancellationToken ct)
    {
        if (await db.Agencies.AnyAsync(a => a.Name == details.Name, ct)) throw new RuleBrokenException(AgencyRules.NameTaken, nameof(Agency.Name));
        var agency = new Agency(details);
        db.Agencies.Add(agency);
        await db.SaveChangesAsync(ct);
        return agency.Id;
    }
}
