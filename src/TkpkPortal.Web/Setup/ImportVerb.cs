using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Statistics;

namespace TkpkPortal.Web.Setup;

/// <summary>What an import told: one summary, then lines about what did not go in or looks wrong.</summary>
internal sealed record ImportOutcome(string Summary, IReadOnlyList<string> Refused, IReadOnlyList<string> Remarks);

/// <summary>A kind of file, and the use case that takes it.</summary>
internal sealed record ImportKind(string Name, string Description, string File, Func<IServiceProvider, Stream, string, CancellationToken, Task<ImportOutcome>> TakeAsync);

/// <summary>Takes a file from the command line by the same use cases that the pages have.</summary>
internal static class ImportVerb
{
    private const int Shown = 20;

    public static IReadOnlyList<ImportKind> Kinds { get; } =
    [
        new("areas", "Daftar wilayah: kode,nama", "Berkas CSV dengan kolom kode dan nama", AreasAsync),
        new("boundaries", "Batas wilayah: GeoJSON dengan properties.kode", "Berkas GeoJSON", BoundariesAsync),
        new("indicators", "Angka statistik: kode_wilayah,tahun,indikator,nilai", "Berkas CSV dengan keempat kolom itu", IndicatorsAsync),
    ];

    public static async Task<int> RunAsync(VerbContext context, ImportKind kind, string path, CancellationToken ct)
    {
        if (!File.Exists(path)) throw new VerbException($"Berkas {path} tidak ada.");
        return await VerbScope.RunAsync(context, async (_, services) =>
        {
            await using var file = File.OpenRead(path);
            var outcome = await kind.TakeAsync(services, file, Path.GetFileName(path), ct);
            await context.Output.WriteLineAsync(outcome.Summary);
            foreach (var remark in Some(outcome.Remarks)) await context.Output.WriteLineAsync("  " + remark);
            foreach (var refused in Some(outcome.Refused)) await context.Error.WriteLineAsync(refused);
            return outcome.Refused.Count > 0 ? Verbs.Failed : 0;
        }, ct);
    }

    private static async Task<ImportOutcome> AreasAsync(IServiceProvider services, Stream file, string name, CancellationToken ct)
    {
        var report = await services.GetRequiredService<ImportAreas>().RunAsync(file, ct);
        return new(
            $"Wilayah: {Number(report.Added)} baru, {Number(report.Renamed)} berganti nama, {Number(report.Same)} sama, {Number(report.VanishedCount)} tidak ada lagi dalam daftar.",
            [.. report.Problems.Select(p => $"Baris {p.Row} ({p.Code}): {p.Sentence}")],
            [.. report.Vanished.Select(v => $"Tidak ada lagi: {v}")]);
    }

    private static async Task<ImportOutcome> BoundariesAsync(IServiceProvider services, Stream file, string name, CancellationToken ct)
    {
        var report = await services.GetRequiredService<ImportBoundaries>().RunAsync(file, name, ct);
        return new(
            $"Batas wilayah: {Number(report.Saved)} disimpan, {Number(report.UnknownCount)} dengan kode yang tidak dikenal.", [],
            [.. report.Unknown.Select(code => $"Kode tidak dikenal: {code}")]);
    }

    private static async Task<ImportOutcome> IndicatorsAsync(IServiceProvider services, Stream file, string name, CancellationToken ct)
    {
        var report = await services.GetRequiredService<ImportIndicatorValues>().RunAsync(file, name, ct);
        return new(
            $"Angka statistik: {Number(report.New)} baru, {Number(report.Changed)} berubah, {Number(report.Same)} sama, {Number(report.BadRows)} baris ditolak.",
            [.. report.Problems.Select(p => $"Baris {p.Row}, kolom {p.Column} ({p.RuleCode}): {p.Sentence}")],
            [.. report.Warnings.Select(w => $"Periksa: {w}")]);
    }

    private static IEnumerable<string> Some(IReadOnlyList<string> lines) =>
        lines.Count <= Shown ? lines : [.. lines.Take(Shown), $"... dan {Number(lines.Count - Shown)} lagi."];

    private static string Number(int count) => Indonesian.Number(count);
}
