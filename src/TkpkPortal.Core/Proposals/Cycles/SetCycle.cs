using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Cycles;

/// <summary>Gives one month its own deadlines: a letter of the centre, a holiday.</summary>
public sealed class SetCycle(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: PRD-01, PRD-02, PRD-05, IDN-11.</summary>
    public async Task RunAsync(DateOnly month, CycleDeadlines deadlines, string? note, uint version, CancellationToken ct)
    {
        CycleRules.MustNotBePast(month, clock.Today);
        FreeText.MustHoldNoNumber(note, nameof(UpdateCycle.Note));
        var cycle = await db.UpdateCycles.SingleOrDefaultAsync(c => c.Month == month, ct);
        if (cycle is null) db.UpdateCycles.Add(cycle = new(month));
        else db.ExpectVersion(cycle, version);
        cycle.Set(deadlines, Blank.ToNull(note));
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Lets a month follow the rule of every month again.</summary>
public sealed class ResetCycle(TkpkDbContext db, KabupatenClock clock)
{
    /// <summary>Refused: PRD-05.</summary>
    public async Task RunAsync(DateOnly month, CancellationToken ct)
    {
        CycleRules.MustNotBePast(month, clock.Today);
        var cycle = await db.UpdateCycles.SingleOrDefaultAsync(c => c.Month == month, ct) ?? throw new RecordNotFoundException();
        db.UpdateCycles.Remove(cycle);
        await db.SaveChangesAsync(ct);
    }
}
