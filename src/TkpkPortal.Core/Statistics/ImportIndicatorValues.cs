using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

/// <summary>Takes the good rows of a file in one transaction and tells about the others. Running it twice changes nothing more.</summary>
public sealed class ImportIndicatorValues(TkpkDbContext db, CurrentSettings settings, KabupatenClock clock, AuditTrail trail)
{
    /// <exception cref="RuleBrokenException">The file as a whole cannot be used: empty, not a CSV, too big, a column missing.</exception>
    public async Task<IndicatorImport> RunAsync(Stream file, string fileName, CancellationToken ct)
    {
        var rows = await IndicatorFile.ReadAsync(file, ct);
        var limit = (await settings.GetAsync(ct)).Settings.ImplausibleGrowth;
        var plan = await IndicatorImportPlan.MakeAsync(db, rows, clock.Today.Year, limit, ct);
        var result = plan.Describe();
        if (result.ToWrite == 0) return result;
        plan.Apply(db);
        trail.Add(db, new(AuditAction.Import, nameof(IndicatorValue), null, $"{fileName}: {result.New} baru, {result.Changed} berubah, {result.Same} sama, {result.BadRows} galat"));
        await db.SaveChangesAsync(ct);
        return result;
    }
}
