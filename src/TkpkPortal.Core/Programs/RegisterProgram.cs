using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Agencies;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Programs;

public sealed class RegisterProgram(TkpkDbContext db)
{
    public async Task<Guid> RunAsync(ProgramDetails details, CancellationToken ct)
    {
        await RequireActiveAgencyAsync(db.Agencies, details.AgencyId, ct);
        if (await db.Programs.AnyAsync(p => p.Code == details.Code, ct)) throw new RuleBrokenException(ProgramRules.CodeTaken, nameof(AssistanceProgram.Code));
        var program = new AssistanceProgram(details);
        db.Programs.Add(program);
        await db.SaveChangesAsync(ct);
        return program.Id;
    }

    internal static async Task RequireActiveAgencyAsync(IQueryable<Agency> agencies, Guid agencyId, CancellationToken ct)
    {
        if (!await agencies.AnyAsync(a => a.Id == agencyId && a.IsActive, ct)) throw new RuleBrokenException(ProgramRules.AgencyInactive, nameof(AssistanceProgram.AgencyId));
    }
}
