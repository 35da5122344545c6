using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Data.Demo;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Imports.Reading;

namespace TkpkPortal.Benchmarks;

/// <summary>Files of families nobody holds yet, in the portal's own format: people as the demo has them, spread over the desa as the registry is, one row in two hundred damaged.</summary>
/// <param name="series">Files made before, in this run or an earlier one on the same data.</param>
internal sealed class ImportFiles(IReadOnlyList<(string Code, int Households)> villages, int series)
{
    private const int BadOneIn = 200;

    // Born on one day and registered in one kecamatan, in one file.
    private const int PeopleOfOneDay = 400;

    private int _series = series;

    public static async Task<ImportFiles> OfAsync(TkpkDbContext db)
    {
        var villages = await db.Areas.Where(a => a.Level == AreaLevel.Village).OrderBy(a => a.Code)
            .Select(a => new { a.Code, Households = db.VillageTallies.Where(t => t.VillageId == a.Id).Sum(t => t.Households) }).ToListAsync();
        return new([.. villages.Select(v => (v.Code, v.Households))], await db.ImportBatches.CountAsync());
    }

    public static IReadOnlyList<string> Headers { get; } = [.. ImportFields.Of(ImportFormat.Template).Select(f => f.Label)];

    /// <summary>Returns the number of rows.</summary>
    public int WriteCsv(string path, int families)
    {
        var rows = 0;
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(true), 1 << 16);
        writer.Write(string.Join(';', Headers) + "\r\n");
        foreach (var row in Rows(families))
        {
            writer.Write(string.Join(';', row) + "\r\n");
            rows++;
        }

        return rows;
    }

    public int WriteWorkbook(string path, int families)
    {
        var rows = 0;
        using var output = File.Create(path);
        var data = Rows(families).Select(row =>
        {
            rows++;
            return (IReadOnlyList<WrittenCell>)Array.ConvertAll(row, text => new WrittenCell(text));
        });
        WorkbookWriter.Write(output, new WrittenSheet("Data keluarga", [.. Headers.Select(_ => 14)], data.Prepend([.. Headers.Select(h => new WrittenCell(h))])));
        return rows;
    }

    /// <summary>Each call makes other people: the sequence numbers in their NIK begin where no earlier file's end.</summary>
    private IEnumerable<string[]> Rows(int families)
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var random = new DemoRandom(1000 + ++_series, DemoStream.Families);
        var members = new DemoMembers(random, new(DemoRequest.UsualSeed), today);
        var facts = new DemoFacts(random);
        var numbers = villages.Select(v => v.Code[..8]).Distinct().ToDictionary(d => d, d =>
        {
            var own = new DemoNumbers(random, _series * PeopleOfOneDay);
            own.EnterDistrict(int.Parse(d[6..8], CultureInfo.InvariantCulture));
            return own;
        });
        double[] weights = [.. villages.Select(v => (double)Math.Max(1, v.Households))];
        for (var i = 0; i < families; i++)
        {
            var code = villages[random.Weighted(weights)].Code;
            var own = numbers[code[..8]];
            var decile = random.Between(1, 10);
            var circumstances = facts.Family(decile);
            string[] home = [code, random.Chance(0.01) ? "" : own.Card(today.AddDays(-random.Between(30, 5400))).Digits, $"Jalan Impor Nomor {random.Between(1, 400)}", "Dusun Satu", "01", "02", ""];
            foreach (var person in members.Compose(decile))
            {
                var details = members.Describe(person, circumstances);
                var nik = random.Chance(0.05) ? "" : own.Person(details.BirthDate!.Value, details.Sex).Digits;
                if (nik.Length > 0 && random.Below(BadOneIn) == 0) nik = nik[..15];
                yield return ["", .. home, .. Person(details, nik)];
            }
        }
    }

    private static string[] Person(MemberDetails details, string nik) =>
    [
        details.Name, nik, HouseholdNames.Of(details.Relation), HouseholdNames.Of(details.Sex), details.BirthDate!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        details.Education is { } education ? HouseholdNames.Of(education) : "", details.School is { } school ? HouseholdNames.Of(school) : "", details.Occupation ?? "",
        details.Work is { } work ? HouseholdNames.Of(work) : "", details.Marital is { } marital ? HouseholdNames.Of(marital) : "",
        details.Disability is { } disability ? HouseholdNames.Of(disability) : "", details.Pregnant is { } pregnant ? pregnant ? "Ya" : "Tidak" : "",
        details.HealthInsurance is { } insurance ? HouseholdNames.Of(insurance) : "",
    ];
}
