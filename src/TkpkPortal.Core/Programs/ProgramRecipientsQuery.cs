using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Programs;

/// <summary>What an OPD may know of a family it serves: no number, no address, no birth date.</summary>
public sealed record RecipientRow(Guid EnrollmentId, Guid HouseholdId, string HeadName, Guid VillageId, int? Decile, DateOnly StartedOn, DateOnly? EndedOn, DateOnly? HouseholdLeftOn)
{
    public string Village { get; init; } = "";

    public string VillageCode { get; init; } = "";

    public string District { get; init; } = "";
}

public sealed record RecipientFilter(string? AreaCode, bool WithEnded);

public sealed record RecipientListing(ProgramHeading Program, HouseholdAreas Areas, KeysetList<RecipientRow> List, Withheld Withheld);

public sealed record ProgramHeading(Guid Id, string Code, string Name, int DecileFrom, int DecileTo, string Agency)
{
    public bool Covers(int? decile) => decile is null || (decile >= DecileFrom && decile <= DecileTo);
}

/// <summary>The recipients of one program, in the order in which the families were registered: that order has an index.</summary>
public sealed class ProgramRecipientsQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, AuditTrail trail, ExpiredImports expired)
{
    public async Task<RecipientListing> RunAsync(Guid programId, RecipientFilter filter, KeysetPosition at, CancellationToken ct, int size = Paging.DefaultSize)
    {
        var program = await HeadingAsync(programId, ct);
        var areas = await areasQuery.RunAsync(ct);
        var sources = await expired.RunAsync(ct);
        var all = Matches(programId, filter, areas);
        var matches = sources.Open(all);
        var total = await matches.Take(PagedList<RecipientRow>.ExactLimit + 1).CountAsync(ct);
        var anchor = at.Anchor is { } id
            ? await db.Enrollments.AsNoTracking().Where(e => e.Id == id && e.ProgramId == programId).Select(e => new { e.HouseholdId, e.Id }).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException()
            : null;
        if (anchor is not null)
            matches = at.Backwards
                ? matches.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.HouseholdId, e.Id), ValueTuple.Create(anchor.HouseholdId, anchor.Id)))
                : matches.Where(e => EF.Functions.GreaterThan(ValueTuple.Create(e.HouseholdId, e.Id), ValueTuple.Create(anchor.HouseholdId, anchor.Id)));
        var ordered = at.Backwards ? matches.OrderByDescending(e => e.HouseholdId).ThenByDescending(e => e.Id) : matches.OrderBy(e => e.HouseholdId).ThenBy(e => e.Id);
        var rows = await Rows(ordered.Take(size + 1)).ToListAsync(ct);
        const int limit = PagedList<RecipientRow>.ExactLimit;
        return new(program, areas, at.Cut(await NamedAsync(rows, ct), size, Math.Min(total, limit), total > limit, r => r.EnrollmentId), await sources.WithheldAsync(all, ct));
    }

    /// <summary>All rows of the filter for a workbook, with an audit entry of how many left the house. Refused: KEL-20.</summary>
    public async Task<(ProgramHeading Program, IReadOnlyList<RecipientRow> Rows)> ExportAsync(Guid programId, RecipientFilter filter, CancellationToken ct)
    {
        var program = await HeadingAsync(programId, ct);
        var matches = (await expired.RunAsync(ct)).Open(Matches(programId, filter, await areasQuery.RunAsync(ct))).OrderBy(e => e.HouseholdId).ThenBy(e => e.Id);
        var rows = await Rows(matches.Take(HouseholdRules.ExportLimit + 1)).ToListAsync(ct);
        if (rows.Count > HouseholdRules.ExportLimit) throw new RuleBrokenException(HouseholdRules.ExportTooLarge);
        trail.Add(
            db, new(AuditAction.Export, nameof(AssistanceProgram), programId, $"Penerima {program.Name}, {Indonesian.Count(rows.Count, "baris")}"),
            agencyId: db.Actor.AgencyId, changes: [new("Rows", null, rows.Count.ToString(CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(ct);
        return (program, await NamedAsync(rows, ct));
    }

    private async Task<ProgramHeading> HeadingAsync(Guid programId, CancellationToken ct) =>
        await db.Programs.AsNoTracking().Where(p => p.Id == programId)
            .Select(p => new ProgramHeading(p.Id, p.Code, p.Name, p.DecileFrom, p.DecileTo, db.Agencies.Where(a => a.Id == p.AgencyId).Select(a => a.Name).First()))
            .SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();

    private IQueryable<Enrollment> Matches(Guid programId, RecipientFilter filter, HouseholdAreas areas)
    {
        var enrollments = db.Enrollments.AsNoTracking().Where(e => e.ProgramId == programId);
        if (!filter.WithEnded) enrollments = enrollments.Where(e => e.EndedOn == null);
        if (filter.AreaCode is null) return enrollments;
        var villages = filter.AreaCode.Length == DistrictCodeLength
            ? new HouseholdFilter(filter.AreaCode, null, null, false).VillagesIn(areas)
            : new HouseholdFilter(null, filter.AreaCode, null, false).VillagesIn(areas);
        var ids = villages.Select(v => v.Id).ToList();
        return enrollments.Where(e => ids.Contains(e.Household.VillageId));
    }

    private const int DistrictCodeLength = 8;

    private static IQueryable<RecipientRow> Rows(IQueryable<Enrollment> enrollments) => enrollments.Select(e => new RecipientRow(
        e.Id, e.HouseholdId, e.Household.HeadName, e.Household.VillageId, e.Household.Decile, e.StartedOn, e.EndedOn, e.Household.LeftOn));

    private async Task<List<RecipientRow>> NamedAsync(List<RecipientRow> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.VillageId).Distinct().ToList();
        var names = await db.Areas.AsNoTracking().Where(v => ids.Contains(v.Id))
            .Join(db.Areas, v => v.ParentId, d => d.Id, (v, d) => new { v.Id, v.Code, v.Name, District = d.Name }).ToDictionaryAsync(v => v.Id, ct);
        return rows.ConvertAll(r => r with { Village = names[r.VillageId].Name, VillageCode = names[r.VillageId].Code, District = names[r.VillageId].District });
    }
}
