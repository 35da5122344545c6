using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

public sealed class CorrectProgram(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, ProgramDetails details, uint version, CancellationToken ct)
    {
        var program = await db.Programs.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        if (program.AgencyId != details.AgencyId) await RegisterProgram.RequireActiveAgencyAsync(db.Agencies, details.AgencyId, ct);
        if (await db.Programs.AnyAsync(p => p.Id != id && p.Code == details.Code, ct)) throw new RuleBrokenException(ProgramRules.CodeTaken, nameof(AssistanceProgram.Code));
        db.ExpectVersion(program, version);
        program.Correct(details);
        await db.SaveChangesAsync(ct);
    }
}
