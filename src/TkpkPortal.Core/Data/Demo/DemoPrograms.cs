using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Data.Demo;

internal sealed record DemoProgram(Guid Id, DemoProgramItem Item);

/// <summary>The programs with three years of budget lines; reports reach to the quarter before today's, and not every OPD has sent its last.</summary>
internal sealed class DemoPrograms(TkpkDbContext db, DemoAgencies agencies, DateOnly today, int seed)
{
    /// <summary>They have not reported the last quarter: somebody has to be reminded.</summary>
    private static readonly string[] SilentAgencies = ["DKP", "Diskan"];

    private static readonly string[] Constraints =
    [
        "Penetapan penerima menunggu hasil musyawarah desa.", "Lelang pengadaan bahan diulang satu kali.", "Data penerima belum padan dengan data kependudukan.",
        "Cuaca menghambat pekerjaan lapangan.", "Tenaga pendamping kurang di tiga kecamatan.", "Transfer dari pusat terlambat satu bulan.",
    ];

    // Cumulative share of a year's spending at the end of each quarter: money flows late.
    private static readonly double[] Flow = [0.11, 0.36, 0.64, 1.0];

    private readonly DemoRandom _random = new(seed, DemoStream.Budgets);

    public IReadOnlyList<DemoProgram> Add() => [.. DemoProgramCatalogue.Items.Select(Add)];

    private DemoProgram Add(DemoProgramItem item)
    {
        var agency = agencies[item.Agency];
        var program = db.Add(new AssistanceProgram(new(
            item.Code, item.Name, agency.Id, item.Strategy, item.Cluster, item.Funding, item.Unit, item.DecileFrom, item.DecileTo,
            $"Keputusan Bupati Contoh tentang {item.Name}", item.Benefit))).Entity;
        for (var year = today.Year - 2; year <= today.Year; year++)
        {
            foreach (var budget in item.Budgets) AddYear(program.Id, item, budget, year, agency.ShortName);
        }

        return new(program.Id, item);
    }

    private void AddYear(Guid programId, DemoProgramItem item, DemoBudget budget, int year, string agency)
    {
        var growth = 1 + (0.06 * (year - (today.Year - 1))) + _random.Next(-0.03, 0.03);
        var ceiling = Rounded(budget.CeilingMillion * growth * 1e6);
        var revisedBy = _random.Chance(0.35) ? _random.Next(-0.08, 0.12) : 0;
        var isRevised = revisedBy != 0 && (year < today.Year || today.Month >= 10);
        decimal? revised = isRevised ? Rounded((double)ceiling * (1 + revisedBy)) : null;
        var target = Math.Max(1, (int)Math.Round(budget.Target * growth));
        var line = db.Add(new BudgetLine(programId, new(year, budget.SubActivityCode, budget.SubActivityName, ceiling, revised, budget.Output, target, budget.Unit), today)).Entity;

        // Help that is paid out is spent nearly whole; what must be built or tendered is not.
        var final = item.Strategy == Strategy.ReduceSpending ? _random.Next(0.85, 0.985) : _random.Next(0.68, 0.95);
        for (var quarter = 1; quarter <= 4; quarter++)
        {
            var share = final * Flow[quarter - 1] * (quarter == 4 ? 1 : _random.Next(0.85, 1.1));
            var physical = Math.Min(100, 100 * share * _random.Next(1.0, 1.05));
            var constraint = _random.Chance(0.18) ? _random.Pick(Constraints) : null;
            if (!IsReported(year, quarter, agency)) continue;
            line.Report(
                quarter,
                new(Math.Round((line.CurrentCeiling * (decimal)share) / 1000) * 1000, Math.Round((decimal)physical, 2), (int)(target * Math.Min(1, physical / 100)), constraint),
                $"Operator {agency}", today, ReportedAt(year, quarter));
        }

        // Found through the list alone, a realization whose key is already set would be taken for a stored row.
        db.AddRange(line.Realizations);
    }

    private bool IsReported(int year, int quarter, string agency)
    {
        var age = (today.Year * 4) + ((today.Month - 1) / 3) - ((year * 4) + quarter - 1);
        return age > 1 || (age == 1 && !SilentAgencies.Contains(agency));
    }

    private DateTimeOffset ReportedAt(int year, int quarter)
    {
        var usual = new DateOnly(year, quarter * 3, 1).AddMonths(1).AddDays(8);
        return new(usual < today ? usual : today, new TimeOnly(2, 30), TimeSpan.Zero);
    }

    private static decimal Rounded(double rupiah) => Math.Round((decimal)rupiah / 1_000_000) * 1_000_000;
}
