using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    /// <summary>A month whose deadlines have all passed, or have not yet begun, whatever today is.</summary>
    public static DateOnly CycleFromNow(int months)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        return new DateOnly(today.Year, today.Month, 1).AddMonths(months);
    }

    /// <summary>A proposal as it lies in the database, with its steps.</summary>
    public async Task<Proposal> StoredProposalAsync(Guid id)
    {
        await using var db = portal.Open();
        return await db.Proposals.AsNoTracking().Include(p => p.Steps).Include(p => p.Diffs).SingleAsync(p => p.Id == id);
    }

    /// <summary>As if it had stood at its stage, and been registered, so long ago. The kept counts follow.</summary>
    public async Task AgeProposalAsync(Guid id, TimeSpan age)
    {
        await using var db = portal.Open();
        var since = DateTimeOffset.UtcNow - age;
        var proposal = await db.Proposals.SingleAsync(p => p.Id == id);
        db.Entry(proposal).Property(p => p.StageSince).CurrentValue = since;
        db.Entry(proposal).Property(p => p.CreatedAt).CurrentValue = since;
        await db.SaveProposalsAsync(CancellationToken.None);
    }
}
