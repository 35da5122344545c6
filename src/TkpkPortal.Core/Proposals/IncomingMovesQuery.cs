using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals;

/// <summary>All that the desa of arrival may know of another desa's proposal.</summary>
public sealed record IncomingMoveRow(string HeadName, string From, string FromDistrict, string To, ProposalStage Stage, DateTimeOffset Since);

/// <summary>Families that other desa propose to move here, the latest change first.</summary>
public sealed class IncomingMovesQuery(TkpkDbContext db)
{
    public Task<PagedList<IncomingMoveRow>> RunAsync(int page, CancellationToken ct)
    {
        var moves = db.IncomingMoves.AsNoTracking();
        // What leaves one's own desa stands in the list of proposals.
        if (db.Actor.Reach == Reach.Villages) moves = moves.Where(m => db.Actor.VillageIds.Contains(m.ToVillageId));
        return moves.OrderByDescending(m => m.StageSince).ThenBy(m => m.ProposalId)
            .Join(db.Areas, m => m.FromVillageId, v => v.Id, (m, v) => new { Move = m, From = v })
            .Select(x => new IncomingMoveRow(
                x.Move.HeadName, x.From.Name, db.Areas.Where(d => d.Id == x.From.ParentId).Select(d => d.Name).First(), db.Areas.Where(v => v.Id == x.Move.ToVillageId).Select(v => v.Name).First(),
                x.Move.Stage, x.Move.StageSince))
            .ToPagedListAsync(page, ct);
    }
}
