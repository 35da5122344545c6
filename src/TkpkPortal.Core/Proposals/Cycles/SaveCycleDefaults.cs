using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Cycles;

/// <summary>Sets the days that hold in every month without its own.</summary>
public sealed class SaveCycleDefaults(TkpkDbContext db)
{
    /// <summary>Refused: PRD-02, PRD-03, PRD-04.</summary>
    public async Task RunAsync(CycleDays days, uint version, CancellationToken ct)
    {
        var defaults = await db.CycleDefaults.SingleOrDefaultAsync(ct);
        if (defaults is null) db.CycleDefaults.Add(defaults = new());
        else db.ExpectVersion(defaults, version);
        defaults.Correct(days);
        await db.SaveChangesAsync(ct);
    }
}
