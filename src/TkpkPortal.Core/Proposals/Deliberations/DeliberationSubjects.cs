using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Proposals.Deliberations;

/// <summary>What proposals of an agenda are about, a line each. Opens their sealed content, so only for what is shown.</summary>
public sealed class DeliberationSubjects(TkpkDbContext db, FieldCipher cipher, CurrentSettings settings)
{
    public async Task<IReadOnlyDictionary<Guid, string>> RunAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return new Dictionary<Guid, string>();
        var rows = await db.Proposals.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Kind, p.VillageId, p.SealedContent }).ToListAsync(ct);
        var contents = rows.ConvertAll(r => (Row: r, Content: ProposalContent.FromBytes(cipher.OpenBytes(r.SealedContent, r.Id))));
        var villages = await VillagesAsync([.. contents.Where(c => c.Row.Kind == ProposalKind.Move).Select(c => c.Content.ToVillageId).OfType<Guid>().Distinct()], ct);
        return contents.Select(c => (c.Row.Id, Subject: ProposalSubject.Of(c.Row.Kind, c.Content, c.Row.VillageId, id => villages.GetValueOrDefault(id))))
            .Where(s => s.Subject is not null).ToDictionary(s => s.Id, s => s.Subject!);
    }

    private async Task<Dictionary<Guid, string>> VillagesAsync(List<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var district = (await settings.GetAsync(ct)).DistrictTitle;
        return await db.Areas.AsNoTracking().Where(v => ids.Contains(v.Id)).Join(db.Areas, v => v.ParentId, d => d.Id, (v, d) => new { v.Id, v.Name, District = d.Name })
            .ToDictionaryAsync(v => v.Id, v => $"{v.Name}, {district} {v.District}", ct);
    }
}
