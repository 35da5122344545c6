using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>One piece of work: a person without a NIK, or a family without a KK (then <see cref="MemberId"/> is null and the name is its head's).</summary>
public sealed record UnmatchedRow(Guid HouseholdId, Guid? MemberId, string Name, FamilyRelation? Relation, int? Age, string HeadName, Guid VillageId, string Address, string? Hamlet, string? Rt, string? Rw)
{
    public Guid Id => MemberId ?? HouseholdId;

    public string Place => string.Join(", ", new[] { Address, Hamlet, Rt is null ? null : $"RT {Rt}", Rw is null ? null : $"RW {Rw}" }.Where(p => p is not null));
}

public sealed record UnmatchedListing(KeysetList<UnmatchedRow> List, Withheld Withheld);

/// <summary>The worklist of one desa, by head of family. Paged by key: a person's or a family's id.</summary>
public sealed class UnmatchedListQuery(TkpkDbContext db, KabupatenClock clock, AuditTrail trail, ExpiredImports expired)
{
    public async Task<UnmatchedListing> RunAsync(Guid villageId, bool people, KeysetPosition at, CancellationToken ct, int size = Paging.DefaultSize)
    {
        var sources = await expired.RunAsync(ct);
        var all = Rows([villageId], people, sources);
        var total = await all.Take(PagedList<UnmatchedRow>.ExactLimit + 1).CountAsync(ct);
        if (at.Anchor is { } id)
        {
            var anchor = await all.Where(r => r.Id == id).SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
            all = at.Backwards
                ? all.Where(r => r.HeadName.CompareTo(anchor.HeadName) < 0 || (r.HeadName == anchor.HeadName && r.Id < anchor.Id))
                : all.Where(r => r.HeadName.CompareTo(anchor.HeadName) > 0 || (r.HeadName == anchor.HeadName && r.Id > anchor.Id));
        }

        var ordered = at.Backwards ? all.OrderByDescending(r => r.HeadName).ThenByDescending(r => r.Id) : all.OrderBy(r => r.HeadName).ThenBy(r => r.Id);
        var rows = await ordered.Take(size + 1).ToListAsync(ct);
        var limit = PagedList<UnmatchedRow>.ExactLimit;
        var withheld = people ? await sources.WithheldAsync(People([villageId]), ct) : await sources.WithheldAsync(Families([villageId]), ct);
        return new(at.Cut(rows.ConvertAll(ToRow), size, Math.Min(total, limit), total > limit, r => r.Id), withheld);
    }

    /// <summary>Everything of some desa, both kinds; noted as an export. Refused: KEL-20.</summary>
    public async Task<IReadOnlyList<UnmatchedRow>> ExportAsync(IReadOnlyList<Place> villages, bool people, CancellationToken ct)
    {
        var ids = villages.Select(v => v.Id).ToList();
        var rows = await Rows(ids, people, await expired.RunAsync(ct)).OrderBy(r => r.VillageId).ThenBy(r => r.HeadName).ThenBy(r => r.Id).Take(HouseholdRules.ExportLimit + 1).ToListAsync(ct);
        if (rows.Count > HouseholdRules.ExportLimit) throw new RuleBrokenException(HouseholdRules.ExportTooLarge);
        trail.Add(
            db, new(AuditAction.Export, nameof(Household), null, $"Daftar belum padan ({(people ? "tanpa NIK" : "tanpa KK")}), {Indonesian.Count(rows.Count, "baris")}"),
            changes: [new("Rows", null, rows.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(ct);
        return rows.ConvertAll(ToRow);
    }

    private IQueryable<HouseholdMember> People(List<Guid> villages) =>
        db.HouseholdMembers.AsNoTracking().Where(m => m.NikDigest == null && m.LeftOn == null && villages.Contains(m.Household.VillageId));

    private IQueryable<Household> Families(List<Guid> villages) =>
        db.Households.AsNoTracking().Where(h => h.CardNumberDigest == null && h.LeftOn == null && villages.Contains(h.VillageId));

    private IQueryable<Found> Rows(List<Guid> villages, bool people, ExpiredSources sources) => people
        ? sources.Open(People(villages)).Select(m => new Found
        {
            Id = m.Id, HouseholdId = m.HouseholdId, IsMember = true, Name = m.Name, Relation = m.Relation, Birth = m.BirthDate, HeadName = m.Household.HeadName,
            VillageId = m.Household.VillageId, Address = m.Household.Address, Hamlet = m.Household.Hamlet, Rt = m.Household.Rt, Rw = m.Household.Rw,
        })
        : sources.Open(Families(villages)).Select(h => new Found
        {
            Id = h.Id, HouseholdId = h.Id, IsMember = false, Name = h.HeadName, Relation = null, Birth = null, HeadName = h.HeadName,
            VillageId = h.VillageId, Address = h.Address, Hamlet = h.Hamlet, Rt = h.Rt, Rw = h.Rw,
        });

    private UnmatchedRow ToRow(Found f) => new(
        f.HouseholdId, f.IsMember ? f.Id : null, f.Name, f.Relation, f.Birth is { } birth ? Age.InYears(birth, clock.Today) : null, f.HeadName, f.VillageId, f.Address, f.Hamlet, f.Rt, f.Rw);

    private sealed class Found
    {
        public Guid Id { get; init; }

        public Guid HouseholdId { get; init; }

        public bool IsMember { get; init; }

        public string Name { get; init; } = "";

        public FamilyRelation? Relation { get; init; }

        public DateOnly? Birth { get; init; }

        public string HeadName { get; init; } = "";

        public Guid VillageId { get; init; }

        public string Address { get; init; } = "";

        public string? Hamlet { get; init; }

        public string? Rt { get; init; }

        public string? Rw { get; init; }
    }
}
