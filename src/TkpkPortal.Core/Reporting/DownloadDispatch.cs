using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Core.Reporting;

/// <summary>A workbook and what to call it.</summary>
public sealed record DispatchFile(string Name, byte[] Content);

/// <summary>
/// The workbook of one dispatch, from which an operator fills SIKS-NG: NIK and KK in clear and as text, so each download is written down before a number is opened,
/// and every row says who took it, when and for what.
/// </summary>
public sealed class DownloadDispatch(TkpkDbContext db, FieldCipher cipher, KabupatenClock clock, AuditTrail trail)
{
    public const string Purpose = "Pengisian SIKS-NG";

    private const int Batch = 500;

    public async Task<DispatchFile> RunAsync(Guid id, CancellationToken ct)
    {
        var dispatch = await TakeAsync(id, "Lembar SIKS-NG", ct);
        var lines = new List<DispatchLine>();
        var ids = await db.Proposals.AsNoTracking().Where(p => p.DispatchId == id).OrderBy(p => p.Number).Select(p => p.Id).ToListAsync(ct);
        foreach (var some in ids.Chunk(Batch)) lines.AddRange(await LinesAsync([.. some], ct));
        return new($"siks-ng-pengiriman-{Number(dispatch)}.xlsx", DispatchSheet.Write(lines, Mark()));
    }

    /// <summary>An empty list to fill in what the centre answered, and to bring back as an import. It holds no NIK and no KK.</summary>
    public async Task<DispatchFile> AnswerSheetAsync(Guid id, CancellationToken ct)
    {
        var dispatch = await TakeAsync(id, "Lembar hasil pusat", ct);
        var rows = await db.Proposals.AsNoTracking().Where(p => p.DispatchId == id && p.Stage == ProposalStage.Sent).OrderBy(p => p.Number)
            .Join(db.Areas, p => p.VillageId, v => v.Id, (p, v) => new { p.CreatedAt, p.Number, p.Kind, p.HeadName, v.Code, v.Name }).ToListAsync(ct);
        return new(
            $"hasil-pusat-pengiriman-{Number(dispatch)}.xlsx",
            AnswerSheet.Write([.. rows.Select(r => new AnswerSheetRow(ProposalNames.Number(r.CreatedAt.Year, r.Number), ProposalNames.Of(r.Kind), r.HeadName, r.Code, r.Name))], Mark()));
    }

    private async Task<ProposalDispatch> TakeAsync(Guid id, string what, CancellationToken ct)
    {
        var dispatch = await db.ProposalDispatches.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) ?? throw new RecordNotFoundException();
        trail.Add(
            db, new(AuditAction.Export, nameof(ProposalDispatch), dispatch.Id, $"{what}, pengiriman {Number(dispatch)}, {Indonesian.Count(dispatch.Count, "usulan")}"), Purpose,
            changes: [new("Rows", null, dispatch.Count.ToString(CultureInfo.InvariantCulture))]);
        await db.SaveChangesAsync(ct);
        return dispatch;
    }

    private DownloadMark Mark() => new(db.Actor.Name, Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName), Purpose);

    private static string Number(ProposalDispatch dispatch) => dispatch.Number.ToString(CultureInfo.InvariantCulture);

    private async Task<IEnumerable<DispatchLine>> LinesAsync(List<Guid> ids, CancellationToken ct)
    {
        var proposals = await db.Proposals.AsNoTracking().Include(p => p.Diffs).Where(p => ids.Contains(p.Id)).OrderBy(p => p.Number).ToListAsync(ct);
        var contents = proposals.ToDictionary(p => p.Id, p => p.Content(cipher));
        var places = proposals.Select(p => p.VillageId).Concat(contents.Values.Select(c => c.ToVillageId).OfType<Guid>()).Distinct().ToList();
        var areas = await db.Areas.AsNoTracking().Where(v => places.Contains(v.Id)).Join(db.Areas, v => v.ParentId, d => d.Id, (v, d) => new DispatchPlace(v.Id, v.Code, v.Name, d.Name)).ToDictionaryAsync(v => v.Id, ct);
        var meetings = proposals.Select(p => p.DeliberationId).OfType<Guid>().Distinct().ToList();
        var minutes = await db.VillageDeliberations.AsNoTracking().Where(d => meetings.Contains(d.Id)).Select(d => new DispatchMinutes(d.Id, d.Form, d.MinutesNumber, d.HeldOn)).ToDictionaryAsync(d => d.Id, ct);
        return proposals.ConvertAll(p => new DispatchLine(
            ProposalNames.Number(p.CreatedAt.Year, p.Number), p.Kind, contents[p.Id], FrozenOf(p), areas[p.VillageId], areas.GetValueOrDefault(contents[p.Id].ToVillageId ?? Guid.Empty),
            p.DeliberationId is { } held ? minutes.GetValueOrDefault(held) : null));
    }

    private IReadOnlyList<DiffLine> FrozenOf(Proposal proposal) => proposal.Diffs.MaxBy(d => d.Round) is { } diff ? DiffLine.FromBytes(cipher.OpenBytes(diff.SealedLines, diff.Id)) : [];
}

internal sealed record DownloadMark(string By, string At, string For);

internal sealed record DispatchPlace(Guid Id, string Code, string Name, string District);

internal sealed record DispatchMinutes(Guid Id, DeliberationForm Form, string? Number, DateOnly HeldOn);

/// <summary>One proposal as the workbook tells it.</summary>
internal sealed record DispatchLine(
    string Number, ProposalKind Kind, ProposalContent Content, IReadOnlyList<DiffLine> Frozen, DispatchPlace Place, DispatchPlace? To, DispatchMinutes? Minutes);
