using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

public sealed class ReportRealization(TkpkDbContext db, Actor actor, KabupatenClock clock)
{
    public async Task RunAsync(Guid lineId, int quarter, RealizationDetails details, uint version, CancellationToken ct)
    {
        if (quarter is < 1 or > 4) throw new RecordNotFoundException();
        var line = await db.BudgetLines.Include(l => l.Realizations).SingleOrDefaultAsync(l => l.Id == lineId, ct) ?? throw new RecordNotFoundException();
        var held = line.Realizations.SingleOrDefault(r => r.Quarter == quarter);
        if (held is not null) db.ExpectVersion(held, version);
        line.Report(quarter, details, actor.Name, clock.Today, clock.Now);
        await db.SaveChangesAsync(ct);
    }
}
