using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Programs;

namespace TkpkPortal.Core.Imports;

/// <summary>What the upload form offers: running programs, and who gave files before (their column names are remembered by that name).</summary>
public sealed record UploadChoices(IReadOnlyList<ProgramChoice> Programs, IReadOnlyList<string> Givers);

public sealed class UploadChoicesQuery(TkpkDbContext db)
{
    private const int MostPrograms = 500;
    private const int MostGivers = 8;

    public async Task<UploadChoices> RunAsync(CancellationToken ct) => new(
        await db.Programs.AsNoTracking().Where(p => p.IsActive).OrderBy(p => p.Code).Take(MostPrograms)
            .Select(p => new ProgramChoice(p.Id, p.Code, p.Name, p.DecileFrom, p.DecileTo)).ToListAsync(ct),
        await db.ImportBatches.AsNoTracking().GroupBy(b => b.Giver).OrderByDescending(g => g.Max(b => b.Number)).Take(MostGivers).Select(g => g.Key).ToListAsync(ct));
}
