using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TkpkPortal.Core.Data;

/// <summary>
/// Counts what this process writes. A save inside a transaction counts twice: a view read between save and commit still holds the old rows.
/// Single statements outside a transaction (sessions, form keys) are not counted; no view shows them.
/// </summary>
internal sealed class ChangeWatch(TkpkDatabase database) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        database.NoteChange();
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        database.NoteChange();
        return ValueTask.FromResult(result);
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => database.NoteChange();

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        database.NoteChange();
        return Task.CompletedTask;
    }
}
