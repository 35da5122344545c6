using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed record LeftHouseholdRow(Guid Id, string HeadName, Guid VillageId, DateOnly LeftOn, LeaveReason Reason);

public sealed record LeftHouseholdListing(HouseholdAreas Areas, KeysetList<LeftHouseholdRow> List, Withheld Withheld);

/// <summary>Families that left, the latest first: kept to be looked up, never to be changed.</summary>
public sealed class LeftHouseholdListQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, AuditTrail trail, ExpiredImports expired)
{
    public async Task<LeftHouseholdListing> RunAsync(HouseholdFilter filter, LeaveReason? reason, KeysetPosition at, CancellationToken ct, int size = Paging.DefaultSize)
    {
        var areas = await areasQuery.RunAsync(ct);
        var sources = await expired.RunAsync(ct);
        var left = Left(filter, reason, areas);
        var all = sources.Open(left);
        var total = await all.Take(PagedList<LeftHouseholdRow>.ExactLimit + 1).CountAsync(ct);
        if (at.Anchor is { } id)
        {
            var (on, key) = await db.Households.Where(h => h.Id == id && h.LeftOn != null).Select(h => new ValueTuple<DateOnly?, Guid>(h.LeftOn, h.Id)).SingleOrDefaultAsync(ct);
            if (on is null) throw new RecordNotFoundException();
            all = at.Backwards ? all.Where(h => h.LeftOn > on || (h.LeftOn == on && h.Id > key)) : all.Where(h => h.LeftOn < on || (h.LeftOn == on && h.Id < key));
        }

        var ordered = at.Backwards ? all.OrderBy(h => h.LeftOn).ThenBy(h => h.Id) : all.OrderByDescending(h => h.LeftOn).ThenByDescending(h => h.Id);
        var rows = await Rows(ordered.Take(size + 1)).ToListAsync(ct);
        var limit = PagedList<LeftHouseholdRow>.ExactLimit;
        return new(areas, at.Cut(rows, size, Math.Min(total, limit), total > limit, r => r.Id), await sources.WithheldAsync(left, ct));
    }

    /// <summary>Noted as an export. Refused: KEL-20.</summary>
    public async Task<LeftHouseholdListing> ExportAsync(HouseholdFilter filter, LeaveReason? reason, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var rows = await Rows((await expired.RunAsync(ct)).Open(Left(filter, reason, areas)).OrderByDescending(h => h.LeftOn).ThenByDescending(h => h.Id).Take(HouseholdRules.ExportLimit + 1)).ToListAsync(ct);
        if (rows.Count > HouseholdRules.ExportLimit) throw new RuleBrokenException(HouseholdRules.ExportTooLarge);
        trail.Add(
            db, new(AuditAction.Export, nameof(Household), null, $"Daftar keluarga keluar, {Indonesian.Count(rows.Count, "baris")}"),
            changes: [new("Rows", null, rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(ct);
        return new(areas, new(rows, rows.Count, false, null, null), Withheld.None);
    }

    private IQueryable<Household> Left(HouseholdFilter filter, LeaveReason? reason, HouseholdAreas areas)
    {
        var villages = filter.VillagesIn(areas).Select(v => v.Id).ToList();
        var left = db.Households.AsNoTracking().Where(h => h.LeftOn != null && villages.Contains(h.VillageId));
        return reason is null ? left : left.Where(h => h.LeaveReason == reason);
    }

    private static IQueryable<LeftHouseholdRow> Rows(IQueryable<Household> left) =>
        left.Select(h => new LeftHouseholdRow(h.Id, h.HeadName, h.VillageId, h.LeftOn!.Value, h.LeaveReason!.Value));
}
