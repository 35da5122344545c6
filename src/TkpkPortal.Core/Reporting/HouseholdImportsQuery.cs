using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports;

namespace TkpkPortal.Core.Reporting;

/// <summary>What imports did to one family: brought it, changed it, were taken back. An import writes no audit row a family; its row diff tells.</summary>
public sealed class HouseholdImportsQuery(TkpkDbContext db, FieldCipher cipher)
{
    /// <summary>Far more than any family has met.</summary>
    private const int Most = 200;

    public async Task<IReadOnlyList<TimelineEntry>> RunAsync(Guid householdId, DateTimeOffset before, CancellationToken ct)
    {
        var changes = await db.ImportChanges.AsNoTracking().Where(c => c.HouseholdId == householdId && c.MergedAt != null).OrderByDescending(c => c.MergedAt).Take(Most).ToListAsync(ct);
        var origin = await db.Households.AsNoTracking().Where(h => h.Id == householdId && h.OriginBatchId != null).Select(h => new { h.OriginBatchId, h.RegisteredAt }).SingleOrDefaultAsync(ct);
        var ids = changes.Select(c => (Guid?)c.BatchId).Append(origin?.OriginBatchId).Distinct().ToList();
        var batches = await db.ImportBatches.AsNoTracking().Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, ct);
        var people = batches.Values.Select(b => b.UploadedBy).ToList();
        var users = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, ct);
        var programs = batches.Values.Select(b => b.ProgramId).ToList();
        var names = await db.Programs.AsNoTracking().Where(p => programs.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        List<TimelineEntry> told = [];
        if (origin is not null && batches.TryGetValue(origin.OriginBatchId!.Value, out var first))
            told.Add(Entry(origin.RegisteredAt, $"Keluarga masuk lewat {Label(first)}", [], first, users));
        foreach (var change in changes.Where(c => batches.ContainsKey(c.BatchId)))
        {
            var batch = batches[change.BatchId];
            var diff = Diff(change);
            told.Add(Entry(change.MergedAt!.Value, What(change, batch, names), diff, batch, users));
            if (change.UndoneAt is { } undone)
                told.Add(Entry(undone, $"{Capital(Label(batch))} dibatalkan; data kembali seperti sebelumnya", [.. diff.Select(d => new FieldChange(d.Field, d.New, d.Old))], batch, users));
            else if (change.KeptOnUndo && batch.UndoneAt is { } kept)
                told.Add(Entry(kept, $"{Capital(Label(batch))} dibatalkan, tetapi data keluarga ini tetap karena sudah diubah sesudahnya", [], batch, users));
        }

        return [.. told.Where(t => t.At < before)];
    }

    private List<FieldChange> Diff(ImportChange change) =>
        change.SealedDiff.Length == 0 ? [] : JsonSerializer.Deserialize<List<FieldChange>>(cipher.Open(change.SealedDiff, change.Id)) ?? [];

    private static string What(ImportChange change, ImportBatch batch, Dictionary<Guid, string> programs) => change.Kind switch
    {
        ImportChangeKind.Decile => $"Desil dicatat lewat {Label(batch)}",
        ImportChangeKind.Enrollment => $"Mulai menerima {(batch.ProgramId is { } id ? programs.GetValueOrDefault(id, "program") : "program")} lewat {Label(batch)}",
        _ => $"Data keluarga berubah lewat {Label(batch)}",
    };

    private static string Label(ImportBatch batch) => $"impor nomor {batch.Number}, {ImportNames.Of(batch.Format)}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static TimelineEntry Entry(DateTimeOffset at, string what, IReadOnlyList<FieldChange> changes, ImportBatch batch, Dictionary<Guid, string> users) =>
        new(at, what, changes, batch.UploadedBy is { } id ? users.GetValueOrDefault(id, "Portal") : "Portal", $"{batch.Giver}, surat {batch.LetterNumber}");
}
