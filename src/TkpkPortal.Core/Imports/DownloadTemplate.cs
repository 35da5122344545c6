using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports;

/// <summary>The portal's own workbook, empty or filled with the families of a filter to be edited and brought back. Filled, it holds NIK and KK in clear: it needs a reason, which is kept.</summary>
public sealed class DownloadTemplate(TkpkDbContext db, HouseholdListQuery list, FieldCipher cipher, AuditTrail trail)
{
    private const int Batch = 1_000;

    /// <summary>Null gives the empty workbook. Refused: KEL-20, IDN-09, IDN-11.</summary>
    public async Task<byte[]> RunAsync(HouseholdFilter? filter, string? reason, CancellationToken ct)
    {
        var families = filter is null ? [] : await TakeAsync(filter, reason, ct);
        using var output = new MemoryStream();
        TemplateFile.Write(families, output);
        return output.ToArray();
    }

    private async Task<List<TemplateRow>> TakeAsync(HouseholdFilter filter, string? reason, CancellationToken ct)
    {
        var text = reason?.Trim() ?? "";
        if (text.Length < HouseholdRules.ReasonLength) throw new RuleBrokenException(HouseholdRules.RevealReasonShort, "Reason");
        FreeText.MustHoldNoNumber(text, "Reason");
        var (areas, heads) = await list.AllAsync(filter, ct);
        if (heads.Count > HouseholdRules.ExportLimit) throw new RuleBrokenException(HouseholdRules.ExportTooLarge);
        trail.Add(
            db, new(AuditAction.Export, nameof(Household), null, $"Templat impor terisi ({Where(filter)}), {Indonesian.Count(heads.Count, "keluarga")}"), text,
            changes: [new("Rows", null, Indonesian.Number(heads.Count))]);
        // Kept before a number is opened.
        await db.SaveChangesAsync(ct);
        var rows = new List<TemplateRow>();
        foreach (var ids in heads.Select(h => h.Id).Chunk(Batch)) rows.AddRange(await RowsAsync(ids, areas, ct));
        return rows;
    }

    private static string Where(HouseholdFilter filter) => filter.VillageCode ?? filter.DistrictCode ?? "semua wilayah";

    private async Task<IEnumerable<TemplateRow>> RowsAsync(Guid[] ids, HouseholdAreas areas, CancellationToken ct)
    {
        var families = await db.Households.AsNoTracking().Where(h => ids.Contains(h.Id)).ToDictionaryAsync(h => h.Id, ct);
        var members = await db.HouseholdMembers.AsNoTracking().Where(m => ids.Contains(m.HouseholdId) && m.LeftOn == null).ToListAsync(ct);
        var byFamily = members.ToLookup(m => m.HouseholdId);
        return ids.Where(families.ContainsKey).SelectMany(id => byFamily[id].OrderBy(m => m.Relation).ThenBy(m => m.BirthDate).ThenBy(m => m.Id).Select(m => Row(families[id], m, areas)));
    }

    private TemplateRow Row(Household h, HouseholdMember m, HouseholdAreas areas) => new(
        h.Id, m.Id, areas.CodeOf(h.VillageId), h.CardNumberCipher is { } card ? cipher.TryOpen(card, h.Id) : null, m.NikCipher is { } nik ? cipher.TryOpen(nik, m.Id) : null)
    {
        Address = h.Address,
        Hamlet = h.Hamlet,
        Rt = h.Rt,
        Rw = h.Rw,
        LegacyHousehold = h.LegacyHouseholdNumber,
        Details = new(m.Name, m.Relation, m.Sex, m.BirthDate, m.Education, m.Occupation)
        {
            School = m.School, Work = m.Work, Marital = m.Marital, Disability = m.Disability, Pregnant = m.Pregnant, HealthInsurance = m.HealthInsurance,
        },
    };
}
