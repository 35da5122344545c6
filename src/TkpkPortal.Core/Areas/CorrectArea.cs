using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Areas;

/// <summary>Corrects a name, or adds the BPS code, which no Kemendagri list carries.</summary>
public sealed class CorrectArea(TkpkDbContext db)
{
    public async Task RunAsync(Guid id, string name, string? bpsCode, CancellationToken ct)
    {
        var area = await db.Areas.SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw new RecordNotFoundException();
        var code = string.IsNullOrWhiteSpace(bpsCode) ? null : string.Concat(bpsCode.Where(char.IsAsciiDigit));
        if (code is not null && code.Length is not (2 or 4 or 7 or 10)) throw new RuleBrokenException(AreaRules.BpsCodeBad, nameof(Area.BpsCode));
        area.Rename(name);
        area.SetBpsCode(code);
        await db.SaveChangesAsync(ct);
    }
}
