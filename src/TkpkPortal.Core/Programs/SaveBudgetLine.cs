using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

/// <summary>Adds a year's sub kegiatan to a program, or corrects one: pagu murni, pagu perubahan, output.</summary>
public sealed class SaveBudgetLine(TkpkDbContext db, KabupatenClock clock)
{
    /// <param name="lineId">Null adds a line; else <paramref name="version"/> must still be the line's.</param>
    public async Task<Guid> RunAsync(Guid programId, Guid? lineId, BudgetLineDetails details, uint version, CancellationToken ct)
    {
        if (!await db.Programs.AnyAsync(p => p.Id == programId, ct)) throw new RecordNotFoundException();
        if (await db.BudgetLines.AnyAsync(l => l.ProgramId == programId && l.Year == details.Year && l.SubActivityCode == details.SubActivityCode && l.Id != lineId, ct))
            throw new RuleBrokenException(ProgramRules.LineTwice, nameof(BudgetLine.SubActivityCode));
        BudgetLine line;
        if (lineId is { } id)
        {
            line = await db.BudgetLines.Include(l => l.Realizations).SingleOrDefaultAsync(l => l.Id == id && l.ProgramId == programId, ct) ?? throw new RecordNotFoundException();
            db.ExpectVersion(line, version);
            line.Correct(details, clock.Today);
        }
        else
        {
            line = new(programId, details, clock.Today);
            db.BudgetLines.Add(line);
        }

        await db.SaveChangesAsync(ct);
        return line.Id;
    }
}
