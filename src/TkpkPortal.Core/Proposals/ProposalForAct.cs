using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals;

internal static class ProposalForAct
{
    /// <summary>A proposal in the actor's scope, ready for one act. Its earlier steps and diffs stay unread.</summary>
    /// <param name="version">As the reviewer saw it; null where several are acted upon by their stage alone.</param>
    public static async Task<Proposal> ProposalForActAsync(this TkpkDbContext db, Guid id, uint? version, CancellationToken ct)
    {
        var proposal = await db.Proposals.Include(p => p.Incoming).SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        if (version is { } seen) db.ExpectVersion(proposal, seen);
        return proposal;
    }

    /// <summary>A note lies in clear in the steps. Refused: IDN-11.</summary>
    public static string? Checked(string? note, string field = "Note")
    {
        FreeText.MustHoldNoNumber(note, field);
        return Blank.ToNull(note);
    }
}
