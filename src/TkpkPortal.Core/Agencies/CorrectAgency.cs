using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Agencies;

public sealed class CorrectAgency(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, AgencyDetails details, uint version, CancellationToken ct)
    {
        var agency = await db.Agencies.SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new RecordNotFoundException();
        if (await db.Agencies.AnyAsync(a => a.Id != id && a.Name == details.Name, ct)) throw new RuleBrokenException(AgencyRules.NameTaken, nameof(Agency.Name));
        db.ExpectVersion(agency, version);
        agency.Correct(details);
        await db.SaveChangesAsync(ct);
    }
}
