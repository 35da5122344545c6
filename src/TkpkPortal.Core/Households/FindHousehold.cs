using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Households;

/// <summary>A family by what people have at hand: its KK number, or the address of its page.</summary>
public sealed class FindHousehold(TkpkDbContext db, FieldCipher cipher)
{
    /// <summary>Refused: KEL-26, KEL-27.</summary>
    public async Task<Guid> RunAsync(string typed, Guid notThis, CancellationToken ct)
    {
        var here = db.Households.Where(h => h.LeftOn == null);
        var found = LinkIn(typed) is { } id ? here.Where(h => h.Id == id) : DigestOf(typed) is { } digest ? here.Where(h => h.CardNumberDigest == digest) : null;
        var family = found is null ? null : await found.Select(h => (Guid?)h.Id).SingleOrDefaultAsync(ct);
        if (family is not { } other) throw new RuleBrokenException(HouseholdRules.OtherFamilyUnknown, "Other");
        return other == notThis ? throw new RuleBrokenException(HouseholdRules.SameFamily, "Other") : other;
    }

    private byte[]? DigestOf(string typed)
    {
        try
        {
            return cipher.Digest(FamilyCardNumber.Parse(typed, "Other").Digits);
        }
        catch (RuleBrokenException)
        {
            return null;
        }
    }

    private static Guid? LinkIn(string typed) =>
        typed.Split('/', '?', '#', ' ').Select(part => Guid.TryParse(part, out var id) ? id : (Guid?)null).LastOrDefault(id => id is not null);
}
