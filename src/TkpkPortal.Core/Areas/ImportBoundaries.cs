using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Areas;

/// <summary><see cref="Unknown"/>: codes of the file that no area has, at most 50 of them.</summary>
public sealed record BoundaryImportReport(int Saved, int UnknownCount, IReadOnlyList<string> Unknown);

/// <summary>Takes GeoJSON outlines with `properties.kode`, simplifies them together so that neighbours keep one edge, and replaces those held.</summary>
public sealed class ImportBoundaries(TkpkDbContext db, AuditTrail trail, TimeProvider time)
{
    private const int Shown = 50;

    public async Task<BoundaryImportReport> RunAsync(Stream file, string source, CancellationToken ct)
    {
        var read = (await BoundaryFile.ReadAsync(file, ct)).Select(b => AreaCode.TryParse(b.Code, out var code) ? b with { Code = code.Text } : b).ToList();
        var codes = read.Select(b => b.Code).ToList();
        var areas = await db.Areas.Where(a => codes.Contains(a.Code)).Select(a => new { a.Code, a.Id }).ToDictionaryAsync(a => a.Code, a => a.Id, ct);
        var known = read.Where(b => areas.ContainsKey(b.Code)).ToList();
        if (known.Count == 0) throw new RuleBrokenException(AreaRules.NoBoundaryMatches);
        var ids = areas.Values.ToList();
        var held = await db.AreaBoundaries.Where(b => ids.Contains(b.AreaId)).ToDictionaryAsync(b => b.AreaId, ct);
        var writer = new WKBWriter();
        foreach (var boundary in BoundarySimplifier.Simplify(known))
        {
            var (id, shape) = (areas[boundary.Code], writer.Write(boundary.Shape));
            if (held.TryGetValue(id, out var old)) old.Replace(shape, source, time.GetUtcNow());
            else db.AreaBoundaries.Add(new(id, shape, source, time.GetUtcNow()));
        }

        trail.Add(db, new(AuditAction.Import, nameof(AreaBoundary), null, "Batas wilayah"), $"{known.Count} batas dari {source}");
        await db.SaveChangesAsync(ct);
        var unknown = codes.Where(c => !areas.ContainsKey(c)).ToList();
        return new(known.Count, unknown.Count, [.. unknown.Take(Shown)]);
    }
}
