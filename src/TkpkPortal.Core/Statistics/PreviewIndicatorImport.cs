using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Statistics;

/// <summary>What <see cref="ImportIndicatorValues"/> would do with a file. Changes nothing.</summary>
public sealed class PreviewIndicatorImport(TkpkDbContext db, CurrentSettings settings, KabupatenClock clock)
{
    public async Task<IndicatorImport> RunAsync(Stream file, CancellationToken ct)
    {
        var rows = await IndicatorFile.ReadAsync(file, ct);
        var limit = (await settings.GetAsync(ct)).Settings.ImplausibleGrowth;
        return (await IndicatorImportPlan.MakeAsync(db, rows, clock.Today.Year, limit, ct)).Describe();
    }

    /// <summary>The refused rows as a CSV with the column galat.</summary>
    public async Task<byte[]> RefusedAsync(Stream file, CancellationToken ct)
    {
        var rows = await IndicatorFile.ReadAsync(file, ct);
        return rows.Refused((await IndicatorImportPlan.MakeAsync(db, rows, clock.Today.Year, 0, ct)).Describe().Problems);
    }
}
