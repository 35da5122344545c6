using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Settings;

public sealed class AddSignatory(TkpkDbContext db)
{
    public async Task<Guid> RunAsync(SignatoryDetails details, CancellationToken ct)
    {
        var signatory = db.Signatories.Add(new(details)).Entity;
        await db.SaveChangesAsync(ct);
        return signatory.Id;
    }
}
