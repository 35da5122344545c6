using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Imports.Running;

namespace TkpkPortal.Core.Imports;

/// <summary>A person says once what the unknown columns of a giver's file are; later files of that giver are read by it.</summary>
public sealed class MapImportColumns(TkpkDbContext db, ImportColumnsQuery columns)
{
    /// <summary>Answer for a column that is not wanted.</summary>
    public const string LeaveOut = "abaikan";

    /// <param name="answers">Key of the column to key of a field, or <see cref="LeaveOut"/>.</param>
    /// <remarks>Refused: IMP-11, IMP-30, IMP-60, IMP-61.</remarks>
    public Task RunAsync(Guid id, IReadOnlyDictionary<string, string?> answers, CancellationToken ct) => ImportStep.TakeAsync(db, id, batch => MapAsync(batch, answers, ct), ct);

    private async Task MapAsync(ImportBatch batch, IReadOnlyDictionary<string, string?> answers, CancellationToken ct)
    {
        if (batch.State != ImportState.AwaitingColumns) throw new RuleBrokenException(ImportRules.WrongState, null, ImportNames.Of(batch.State));
        var match = await columns.MatchAsync(batch, new Dictionary<string, string?>(), ct);
        var chosen = match.Unknown.ToDictionary(u => u.Key, u => Field(batch.Format, u, answers));
        var twice = chosen.Values.Where(f => f is not null).GroupBy(f => f).FirstOrDefault(g => g.Count() > 1 || match.Layout.IndexOf(g.Key!.Key) >= 0);
        if (twice is not null) throw new RuleBrokenException(ImportRules.ColumnTwice, null, twice.Key!.Label);
        var whole = await columns.MatchAsync(batch, chosen.ToDictionary(c => c.Key, c => c.Value?.Key), ct);
        whole.MustBeComplete();
        await RememberAsync(batch, chosen, ct);
        batch.Map(LayoutJson.Write(whole.Layout));
    }

    private static ImportField? Field(ImportFormat format, UnknownColumn column, IReadOnlyDictionary<string, string?> answers) => answers.GetValueOrDefault(column.Key) switch
    {
        LeaveOut => null,
        { Length: > 0 } key when ImportFields.Of(format).FirstOrDefault(f => f.Key == key) is { } field => field,
        _ => throw new RuleBrokenException(ImportRules.ColumnUnanswered, column.Key, column.Header),
    };

    private async Task RememberAsync(ImportBatch batch, Dictionary<string, ImportField?> chosen, CancellationToken ct)
    {
        var giver = ImportColumnsQuery.GiverKey(batch.Giver);
        var held = await db.ImportColumnNames.Where(n => n.Format == batch.Format && n.Giver == giver).ToDictionaryAsync(n => n.Header, ct);
        foreach (var (header, field) in chosen)
        {
            if (held.TryGetValue(header, out var name)) name.Means(field?.Key);
            else db.ImportColumnNames.Add(new(batch.Format, giver, header, field?.Key));
        }
    }
}
