using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Imports;

public sealed record ImportFilter(ImportFormat? Format, ImportState? State, bool OnlyWaiting);

public sealed record ImportRow(
    Guid Id, int Number, ImportFormat Format, ImportState State, string FileName, string Giver, string LetterNumber, int Rows, int NewRecords, int ChangedRecords, int SameRecords,
    int BadRows, string? UploadedBy, DateTimeOffset UploadedAt, DateTimeOffset? CommittedAt);

/// <summary>Imports, the newest first.</summary>
public sealed class ImportListQuery(TkpkDbContext db)
{
    internal static readonly ImportState[] Waiting = [ImportState.AwaitingColumns, ImportState.AwaitingAnswer, ImportState.Preview, ImportState.Failed];

    public Task<PagedList<ImportRow>> RunAsync(ImportFilter filter, int page, CancellationToken ct) => Rows(filter).ToPagedListAsync(page, ct);

    public Task<List<ImportRow>> AllAsync(ImportFilter filter, CancellationToken ct) => Rows(filter).ToListAsync(ct);

    private IQueryable<ImportRow> Rows(ImportFilter filter)
    {
        var batches = db.ImportBatches.AsNoTracking();
        if (filter.Format is { } format) batches = batches.Where(b => b.Format == format);
        if (filter.State is { } state) batches = batches.Where(b => b.State == state);
        if (filter.OnlyWaiting) batches = batches.Where(b => Waiting.Contains(b.State));
        return batches.OrderByDescending(b => b.Number).Select(b => new ImportRow(
            b.Id, b.Number, b.Format, b.State, b.FileName, b.Giver, b.LetterNumber, b.Rows, b.NewRecords, b.ChangedRecords, b.SameRecords, b.BadRows,
            db.Users.Where(u => u.Id == b.UploadedBy).Select(u => u.FullName).FirstOrDefault(), b.UploadedAt, b.CommittedAt));
    }
}
