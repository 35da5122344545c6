using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Centre;

/// <summary>Which desa a list of proposals is narrowed to; codes, so that it may stand in an address.</summary>
public sealed record CentreFilter(string? DistrictCode, string? VillageCode)
{
    /// <summary>Null is every desa. A code outside what the actor may see does not exist.</summary>
    internal List<Guid>? VillagesIn(HouseholdAreas areas) =>
        DistrictCode is null && VillageCode is null ? null : [.. new HouseholdFilter(DistrictCode, VillageCode, null, false).VillagesIn(areas).Select(v => v.Id)];
}

/// <summary>What a bulk step is to take: those ticked, or with null all of the filter.</summary>
public sealed record CentreChoice(IReadOnlyCollection<Guid>? Ticked, CentreFilter Filter);

/// <summary>One proposal in the lists of what goes to the centre and comes back.</summary>
public sealed record CentreRow(
    Guid Id, string Number, ProposalKind Kind, string HeadName, string Hamlet, string VillageCode, string Village, string District, ProposalStage Stage, DateTimeOffset Since, Guid? HouseholdId)
{
    public CentreAnswer? Answer { get; init; }

    public int? Decile { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public string? Reason { get; init; }
}

/// <summary>
/// Lists of proposals by how long they have stood where they stand, the longest first. A list over several stages is given in parts of one stage each:
/// each part is read in the order of the index, where one query over all would sort every proposal ever answered.
/// </summary>
internal static class CentreRows
{
    public static async Task<KeysetList<CentreRow>> PageAsync(TkpkDbContext db, IReadOnlyList<IQueryable<Proposal>> parts, int total, KeysetPosition at, CancellationToken ct, int size = Paging.DefaultSize)
    {
        if (at.Anchor is { } id)
        {
            var a = await db.Proposals.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.StageSince, p.Id }).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
            parts =
            [
                .. parts.Select(part => at.Backwards
                    ? part.Where(p => EF.Functions.LessThan(ValueTuple.Create(p.StageSince, p.Id), ValueTuple.Create(a.StageSince, a.Id)))
                    : part.Where(p => EF.Functions.GreaterThan(ValueTuple.Create(p.StageSince, p.Id), ValueTuple.Create(a.StageSince, a.Id)))),
            ];
        }

        var rows = await ReadAsync(db, parts, at.Backwards, size + 1, ct);
        return at.Cut(rows, size, total, capped: false, r => r.Id);
    }

    public static async Task<List<CentreRow>> ReadAsync(TkpkDbContext db, IReadOnlyList<IQueryable<Proposal>> parts, bool backwards, int take, CancellationToken ct)
    {
        var rows = new List<CentreRow>();
        foreach (var part in parts) rows.AddRange(await ReadAsync(db, part, backwards, take, ct));
        // A join keeps no order, and the parts lie between each other.
        rows.Sort((a, b) => (a.Since, a.Id).CompareTo((b.Since, b.Id)) * (backwards ? -1 : 1));
        if (rows.Count > take) rows.RemoveRange(take, rows.Count - take);
        return rows;
    }

    private static async Task<IEnumerable<CentreRow>> ReadAsync(TkpkDbContext db, IQueryable<Proposal> proposals, bool backwards, int take, CancellationToken ct)
    {
        var ordered = backwards ? proposals.OrderByDescending(p => p.StageSince).ThenByDescending(p => p.Id) : proposals.OrderBy(p => p.StageSince).ThenBy(p => p.Id);
        var rows = await ordered.AsNoTracking().Take(take)
            .Join(db.Areas, p => p.VillageId, v => v.Id, (p, v) => new { p, v }).Join(db.Areas, x => x.v.ParentId, d => d.Id, (x, d) => new
            {
                x.p.Id, x.p.Number, x.p.CreatedAt, x.p.Kind, x.p.HeadName, x.p.Hamlet, VillageCode = x.v.Code, Village = x.v.Name, District = d.Name, x.p.Stage, x.p.StageSince, x.p.HouseholdId,
                x.p.Answer, x.p.AnsweredDecile, x.p.AnsweredOn, x.p.Reason,
            })
            .ToListAsync(ct);
        return rows.ConvertAll(r => new CentreRow(
            r.Id, ProposalNames.Number(r.CreatedAt.Year, r.Number), r.Kind, r.HeadName, r.Hamlet, r.VillageCode, r.Village, r.District, r.Stage, r.StageSince, r.HouseholdId)
        {
            Answer = r.Answer, Decile = r.AnsweredDecile, AnsweredOn = r.AnsweredOn, Reason = r.Reason,
        });
    }
}
