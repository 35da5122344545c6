using System.Globalization;

namespace TkpkPortal.Benchmarks;

/// <summary>--families N --requests N --rounds N --import-families N --proposals N --only halaman|cetak|proses|data|impor|usulan --home FOLDER (kept, and used again with what it holds).</summary>
internal sealed record BenchOptions(int Families, int Requests, int Rounds, string? Only, string? Home, int ImportFamilies, int Proposals)
{
    public static BenchOptions Read(string[] args)
    {
        var options = new BenchOptions(10_000, 200, 3, null, null, 100_000, 0);
        for (var i = 0; i < args.Length; i += 2)
        {
            var value = i + 1 < args.Length ? args[i + 1] : throw new ArgumentException($"Nilai untuk {args[i]} belum disebut.");
            options = args[i] switch
            {
                "--families" => options with { Families = Number(value) },
                "--requests" => options with { Requests = Number(value) },
                "--rounds" => options with { Rounds = Number(value) },
                "--import-families" => options with { ImportFamilies = Number(value) },
                "--proposals" => options with { Proposals = Number(value) },
                "--only" => options with { Only = value },
                "--home" => options with { Home = Path.GetFullPath(value) },
                _ => throw new ArgumentException($"Pilihan {args[i]} tidak dikenal. Yang ada: --families, --requests, --rounds, --only halaman|cetak|proses|data|impor|usulan, --proposals, --import-families, --home."),
            };
        }

        return options;
    }

    public bool Wants(string part) => Only is null || Only == part;

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw new ArgumentException($"{text} bukan bilangan yang dapat dipakai.");
}
