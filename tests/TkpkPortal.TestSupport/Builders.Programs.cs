using TkpkPortal.Core.Programs;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    public async Task<AssistanceProgram> ProgramAsync(Guid? agencyId = null, Strategy strategy = Strategy.ReduceSpending)
    {
        var code = $"UJI{Interlocked.Increment(ref _number)}";
        var owner = agencyId ?? (await AgencyAsync()).Id;
        await using var db = portal.Open();
        var program = db.Programs.Add(new(new(code, $"Program {code}", owner, strategy, null, FundingSource.ApbdRegency, RecipientUnit.Household, 1, 4, null, null))).Entity;
        await db.SaveChangesAsync();
        return program;
    }

    public async Task<BudgetLine> BudgetLineAsync(AssistanceProgram program, int year = 2025, decimal ceiling = 1_000_000_000m)
    {
        await using var db = portal.Open();
        var line = db.BudgetLines.Add(new(program.Id, new(year, "1.06.05.2.02.0001", "Pendataan", ceiling, null, "Keluarga terdata", 100, "keluarga"), new(2026, 1, 1))).Entity;
        await db.SaveChangesAsync();
        return line;
    }
}
