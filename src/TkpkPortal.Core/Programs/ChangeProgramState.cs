using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

/// <summary>A closed program takes no new recipients; its money and history stay.</summary>
public sealed class ChangeProgramState(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, bool open, CancellationToken ct)
    {
        var program = await db.Programs.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        if (open) program.Reopen();
        else program.Close();
        await db.SaveChangesAsync(ct);
    }
}
