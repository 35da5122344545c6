using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Drafts;

public sealed record FoundFamily(Guid Id, string HeadName, string Village, string Address, string? Hamlet, int Members);

/// <summary>Families in scope by the name of their head in one desa, or by a KK number or a member's NIK anywhere in scope. The numbers are never part of an address.</summary>
public sealed class FindFamilyQuery(TkpkDbContext db, HouseholdAreasQuery areasQuery, FieldCipher cipher, ExpiredImports expired)
{
    public const int Most = 20;

    /// <summary>Refused: DRF-23, DRF-24.</summary>
    public async Task<IReadOnlyList<FoundFamily>> RunAsync(string? typed, Guid? villageId, CancellationToken ct)
    {
        var text = Blank.ToNull(typed) ?? "";
        var here = (await expired.RunAsync(ct)).Open(db.Households.AsNoTracking().Where(h => h.LeftOn == null));
        var found = TypedNumber.Is(text, t => FamilyCardNumber.Parse(t)) ? ByNumber(here, cipher.Digest(Nik.Clean(text))) : ByName(here, text, await VillageAsync(villageId, ct));
        return await found.OrderBy(h => h.HeadName).ThenBy(h => h.Id).Take(Most)
            .Join(db.Areas, h => h.VillageId, v => v.Id, (h, v) => new FoundFamily(h.Id, h.HeadName, v.Name, h.Address, h.Hamlet, h.MemberCount)).ToListAsync(ct);
    }

    private IQueryable<Household> ByNumber(IQueryable<Household> here, byte[] digest) =>
        here.Where(h => h.CardNumberDigest == digest || db.HouseholdMembers.Any(m => m.HouseholdId == h.Id && m.LeftOn == null && m.NikDigest == digest));

    private static IQueryable<Household> ByName(IQueryable<Household> here, string name, Guid villageId)
    {
        if (name.Length < DraftRules.ShortestSearch) throw new RuleBrokenException(DraftRules.SearchTooShort, "Typed");
        var pattern = $"%{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return here.Where(h => h.VillageId == villageId && EF.Functions.ILike(h.HeadName, pattern));
    }

    /// <summary>One desa is read name by name; all of a kabupaten would take too long.</summary>
    private async Task<Guid> VillageAsync(Guid? wanted, CancellationToken ct)
    {
        var villages = (await areasQuery.RunAsync(ct)).Villages;
        if (wanted is { } id) return villages.Any(v => v.Id == id) ? id : throw new RecordNotFoundException();
        return villages.Count == 1 ? villages[0].Id : throw new RuleBrokenException(DraftRules.VillageForSearch, "VillageId");
    }
}
