using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals.Review;

/// <param name="Check">What to look at, in words; no number of anybody.</param>
public sealed record VisitStop(Guid Id, string Number, string HeadName, string? Address, string? Hamlet, string? Rt, string? Rw, ProposalKind Kind, string Check, DateOnly? Due);

public sealed record VisitVillage(string Village, string District, IReadOnlyList<VisitStop> Stops);

/// <summary>The visits of a pendamping in the order of the road: desa, dusun, RT. Noted as an export.</summary>
public sealed class VisitRouteQuery(TkpkDbContext db, FieldCipher cipher, WorkContext context, AuditTrail trail)
{
    private const int Most = 500;
    private const int NamedFields = 6;

    public async Task<IReadOnlyList<VisitVillage>> RunAsync(CancellationToken ct)
    {
        var me = db.Actor.UserId;
        var proposals = await db.Proposals.AsNoTracking().Where(p => p.Stage == ProposalStage.FieldCheckAsked && p.FacilitatorId == me).OrderBy(p => p.StageSince).Take(Most).ToListAsync(ct);
        var ids = proposals.ConvertAll(p => p.Id);
        var diffs = (await db.ProposalDiffs.AsNoTracking().Where(d => ids.Contains(d.ProposalId)).ToListAsync(ct)).GroupBy(d => d.ProposalId).ToDictionary(g => g.Key, g => g.MaxBy(d => d.Round)!);
        var areas = await context.Areas.RunAsync(ct);
        var calendar = await context.Calendar.RunAsync(ct);
        trail.Add(
            db, new(AuditAction.Export, nameof(Proposal), null, $"Daftar kunjungan, {Indonesian.Count(proposals.Count, "usulan")}"),
            changes: [new("Rows", null, proposals.Count.ToString(CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(ct);
        return
        [
            .. proposals.GroupBy(p => p.VillageId).OrderBy(g => areas.CodeOf(g.Key), StringComparer.Ordinal).Select(g => new VisitVillage(
                areas.NameOf(g.Key), areas.DistrictOf(g.Key)?.Name ?? "",
                [.. g.Select(p => Stop(p, diffs.GetValueOrDefault(p.Id), calendar)).OrderBy(s => s.Hamlet, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Rw, StringComparer.Ordinal).ThenBy(s => s.Rt, StringComparer.Ordinal).ThenBy(s => s.HeadName, StringComparer.OrdinalIgnoreCase)])),
        ];
    }

    private VisitStop Stop(Proposal p, ProposalDiff? diff, CycleCalendar calendar)
    {
        var family = p.Content(cipher).Family;
        var lines = diff is null ? [] : DiffLine.FromBytes(cipher.OpenBytes(diff.SealedLines, diff.Id));
        return new(p.Id, ProposalNames.Number(p.CreatedAt.Year, p.Number), p.HeadName, family.Address, family.Hamlet, family.Rt, family.Rw, p.Kind, Check(p.Kind, lines), calendar.Of(p.CycleMonth).DueOf(p.Stage));
    }

    private static string Check(ProposalKind kind, IReadOnlyList<DiffLine> lines)
    {
        if (kind == ProposalKind.NewFamily) return "Seluruh isian: keluarga baru";
        var fields = lines.Select(DiffWords.FieldOf).Distinct().ToList();
        var more = fields.Count - NamedFields;
        return string.Join(", ", fields.Take(NamedFields)) + (more > 0 ? $", dan {Indonesian.Count(more, "isian")} lain" : "");
    }
}
