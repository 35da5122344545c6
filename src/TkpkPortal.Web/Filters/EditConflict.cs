using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Web.Filters;

/// <summary>Tells the second editor who changed what, and lets a second save go on from there.</summary>
internal sealed class EditConflict(TkpkDbContext db, AuditTrail trail, KabupatenClock clock)
{
    public async Task<string> TellAsync(DbUpdateConcurrencyException overtaken, PageModel page, CancellationToken ct)
    {
        var entry = overtaken.Entries[0];
        if (page is IEditsVersion edits && await entry.GetDatabaseValuesAsync(ct) is { } now)
        {
            edits.Version = now.GetValue<uint>("Version");
            page.ModelState.Remove(nameof(IEditsVersion.Version));
        }

        const string kept = "Isian Anda masih ada di bawah; periksa, lalu simpan lagi bila tetap perlu.";
        var id = (entry.Entity as IAudited)?.Id;
        db.ChangeTracker.Clear();
        var last = await db.AuditEntries.AsNoTracking().Where(a => (a.RootId == id || a.SubjectId == id) && (a.Action == AuditAction.Create || a.Action == AuditAction.Update || a.Action == AuditAction.Delete)).OrderByDescending(a => a.Sequence).FirstOrDefaultAsync(ct);
        if (last is null) return $"Data ini baru saja diubah orang lain. {kept}";
        var changes = trail.ChangesOf(last.Id, last.SealedChanges)
            .Where(c => !Guid.TryParse(c.New ?? c.Old, out _))
            .Select(c => $"{FieldNames.Of(last.Subject, c.Field)} dari “{FieldNames.Value(c.Field, c.Old)}” menjadi “{FieldNames.Value(c.Field, c.New)}”");
        var time = Indonesian.LongDateTime(clock.Local(last.At), clock.ZoneName);
        return $"Data ini diubah {last.ActorName} pada {time}: {string.Join("; ", changes)}. {kept}";
    }
}
