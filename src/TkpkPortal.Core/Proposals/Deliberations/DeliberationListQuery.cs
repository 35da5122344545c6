using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <param name="Month">First day of the month in which they are held.</param>
/// <param name="IsOpen">Null for open and closed ones.</param>
public sealed record DeliberationFilter(DateOnly? Month, string? VillageCode, bool? IsOpen);

public sealed record DeliberationRow(
    Guid Id, Guid VillageId, DeliberationForm Form, DateOnly HeldOn, string Place, string? MinutesNumber, bool HasSigned, DateTimeOffset? ClosedAt, int Items, int Decided, int Attendees, int Worthy, int NotWorthy, int Postponed);

public sealed record DeliberationListing(HouseholdAreas Areas, KeysetList<DeliberationRow> List);

/// <summary>Musyawarah within reach, the latest first.</summary>
public sealed class DeliberationListQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, AuditTrail trail)
{
    public async Task<DeliberationListing> RunAsync(DeliberationFilter filter, KeysetPosition at, CancellationToken ct, int size = Paging.DefaultSize)
    {
        var areas = await areasQuery.RunAsync(ct);
        var all = Narrowed(filter, areas);
        var limit = PagedList<DeliberationRow>.ExactLimit;
        var total = await all.Take(limit + 1).CountAsync(ct);
        if (at.Anchor is { } id)
        {
            var held = await db.VillageDeliberations.Where(d => d.Id == id).Select(d => (DateOnly?)d.HeldOn).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
            all = at.Backwards ? all.Where(d => d.HeldOn > held || (d.HeldOn == held && d.Id > id)) : all.Where(d => d.HeldOn < held || (d.HeldOn == held && d.Id < id));
        }

        var ordered = at.Backwards ? all.OrderBy(d => d.HeldOn).ThenBy(d => d.Id) : all.OrderByDescending(d => d.HeldOn).ThenByDescending(d => d.Id);
        var rows = await Rows(ordered.Take(size + 1)).ToListAsync(ct);
        return new(areas, at.Cut(rows, size, Math.Min(total, limit), total > limit, r => r.Id));
    }

    /// <summary>Noted as an export. Refused: KEL-20.</summary>
    public async Task<DeliberationListing> ExportAsync(DeliberationFilter filter, CancellationToken ct)
    {
        var areas = await areasQuery.RunAsync(ct);
        var rows = await Rows(Narrowed(filter, areas).OrderByDescending(d => d.HeldOn).ThenByDescending(d => d.Id).Take(HouseholdRules.ExportLimit + 1)).ToListAsync(ct);
        if (rows.Count > HouseholdRules.ExportLimit) throw new RuleBrokenException(HouseholdRules.ExportTooLarge);
        trail.Add(db, new(AuditAction.Export, nameof(VillageDeliberation), null, $"Daftar musyawarah, {Indonesian.Count(rows.Count, "baris")}"));
        await db.SaveChangesAsync(ct);
        return new(areas, new(rows, rows.Count, false, null, null));
    }

    private IQueryable<VillageDeliberation> Narrowed(DeliberationFilter filter, HouseholdAreas areas)
    {
        var all = db.VillageDeliberations.AsNoTracking();
        if (filter.VillageCode is { } code)
        {
            var village = (areas.Villages.SingleOrDefault(v => v.Code == code) ?? throw new RecordNotFoundException()).Id;
            all = all.Where(d => d.VillageId == village);
        }

        if (filter.Month is { } month)
        {
            var next = month.AddMonths(1);
            all = all.Where(d => d.HeldOn >= month && d.HeldOn < next);
        }

        return filter.IsOpen switch
        {
            true => all.Where(d => d.ClosedAt == null),
            false => all.Where(d => d.ClosedAt != null),
            null => all,
        };
    }

    private static IQueryable<DeliberationRow> Rows(IQueryable<VillageDeliberation> all) => all.Select(d => new DeliberationRow(
        d.Id, d.VillageId, d.Form, d.HeldOn, d.Place, d.MinutesNumber, d.SignedFileId != null, d.ClosedAt, d.Items.Count, d.Items.Count(i => i.Outcome != null), d.Attendees.Count,
        d.Items.Count(i => i.Outcome == DeliberationOutcome.Worthy), d.Items.Count(i => i.Outcome == DeliberationOutcome.NotWorthy), d.Items.Count(i => i.Outcome == DeliberationOutcome.Postponed)));
}
