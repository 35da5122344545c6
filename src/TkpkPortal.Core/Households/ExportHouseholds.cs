using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

public sealed record HouseholdExportRow(
    Guid Id, string DistrictCode, string District, string VillageCode, string Village, string HeadName, bool HasNik, int? HeadAge, string Address, string? Hamlet, string? Rt,
    string? Rw, int? Decile, string? DecileSource, DateOnly? DecileReleasedOn, int Members, int Programs,
    HouseholdConditions Conditions);

/// <summary>All families of a filter, without a single number. The entry tells who took how many rows of what.</summary>
public sealed class ExportHouseholds(TkpkDbContext db, HouseholdListQuery list, KabupatenClock clock, AuditTrail trail)
{
    /// <summary>Refused: KEL-20.</summary>
    public async Task<IReadOnlyList<HouseholdExportRow>> RunAsync(HouseholdFilter filter, CancellationToken ct)
    {
        var (areas, rows) = await list.AllAsync(filter, ct);
        if (rows.Count > HouseholdRules.ExportLimit) throw new RuleBrokenException(HouseholdRules.ExportTooLarge);
        var what = string.Join(", ", new[] { filter.VillageCode ?? filter.DistrictCode ?? "semua wilayah", filter.Deciles?.Words, filter.OnlyUnreached ? "belum tersentuh" : null }
            .Concat(HouseholdConditionNames.In(filter.Conditions)).Where(w => w is not null));
        trail.Add(
            db, new(AuditAction.Export, nameof(Household), null, $"Daftar keluarga ({what}), {Indonesian.Count(rows.Count, "baris")}"),
            changes: [new("Rows", null, rows.Count.ToString(CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(ct);
        return rows.ConvertAll(r => Row(r, areas));
    }

    private HouseholdExportRow Row(HeadRow r, HouseholdAreas areas)
    {
        var district = areas.DistrictOf(r.VillageId);
        return new(
            r.Id, district?.Code ?? "", district?.Name ?? "", areas.CodeOf(r.VillageId), areas.NameOf(r.VillageId), r.HeadName, r.HeadNik is not null, r.AgeOn(clock.Today),
            r.Address, r.Hamlet, r.Rt, r.Rw, r.Decile, r.DecileSource, r.DecileReleasedOn, r.Members, r.Programs, r.Conditions);
    }
}
