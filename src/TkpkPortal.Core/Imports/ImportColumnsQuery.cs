using Microsoft.EntityFrameworkCore;
using Npgsql;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Core.Imports;

/// <param name="Letter">As Excel names the column.</param>
/// <param name="Key">Under which its meaning is remembered.</param>
/// <param name="Samples">The first few contents, numbers masked.</param>
/// <param name="Suggestion">Key of the field it resembles.</param>
public sealed record ImportColumn(string Letter, string Header, string Key, IReadOnlyList<string> Samples, string? Suggestion);

/// <param name="Unknown">Nobody knows yet what these are.</param>
/// <param name="Free">Fields no column of the file was taken for.</param>
/// <param name="Missing">Of these, what the format cannot do without.</param>
public sealed record ImportColumns(IReadOnlyList<ImportColumn> Unknown, IReadOnlyList<ImportField> Free, IReadOnlyList<ImportField> Missing);

/// <summary>Looks into the file of a batch for its headers and a few cells below the unknown ones.</summary>
public sealed class ImportColumnsQuery(TkpkDbContext db, NpgsqlDataSource source, FieldCipher cipher)
{
    private const int RowsLookedAt = 50;
    private const int SamplesShown = 2;
    private const int SampleLength = 40;

    public async Task<ImportColumns> RunAsync(Guid id, CancellationToken ct)
    {
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) ?? throw new RecordNotFoundException();
        if (batch.State != ImportState.AwaitingColumns) return new([], [], []);
        var remembered = await RememberedAsync(batch, ct);
        return await Task.Run(() => Look(batch, remembered), ct);
    }

    /// <summary>What this giver's headers mean; the answers of the page come on top.</summary>
    internal async Task<ColumnMatch> MatchAsync(ImportBatch batch, IReadOnlyDictionary<string, string?> answers, CancellationToken ct)
    {
        var known = await RememberedAsync(batch, ct);
        foreach (var (key, field) in answers) known[key] = field;
        return await Task.Run(
            () =>
            {
                using var file = Open(batch);
                return ColumnMatch.Of(batch.Format, file.Headers, known);
            },
            ct);
    }

    internal static string GiverKey(string giver) => giver.Trim().ToLowerInvariant();

    private ImportColumns Look(ImportBatch batch, Dictionary<string, string?> remembered)
    {
        using var file = Open(batch);
        var match = ColumnMatch.Of(batch.Format, file.Headers, remembered);
        var rows = Rows(file);
        var free = ImportFields.Of(batch.Format).Where(f => match.Layout.IndexOf(f.Key) < 0).ToList();
        return new([.. match.Unknown.Select(u => new ImportColumn(ColumnLetter.Of(u.Index), u.Header, u.Key, Samples(rows, u.Index), u.Suggestion?.Key))], free, match.Missing);
    }

    /// <summary>None where the file has but a row of headers.</summary>
    private static List<SourceRow> Rows(SourceFile file)
    {
        try
        {
            return [.. file.Rows().Take(RowsLookedAt)];
        }
        catch (RuleBrokenException e) when (e.Rule == ImportRules.HeaderOnly)
        {
            return [];
        }
    }

    private static List<string> Samples(List<SourceRow> rows, int column) =>
        [.. rows.Select(r => r.Cell(column).Text.Trim()).Where(t => t.Length > 0).Distinct().Take(SamplesShown).Select(t => CellMask.Of(t.Length > SampleLength ? t[..SampleLength] + "…" : t))];

    private SourceFile Open(ImportBatch batch) => SourceFile.Open(new SealedFileStream(source, cipher, batch.Id, batch.FileSize), batch.FileName);

    private Task<Dictionary<string, string?>> RememberedAsync(ImportBatch batch, CancellationToken ct)
    {
        var giver = GiverKey(batch.Giver);
        return db.ImportColumnNames.AsNoTracking().Where(n => n.Format == batch.Format && n.Giver == giver).ToDictionaryAsync(n => n.Header, n => n.Field, ct);
    }
}
