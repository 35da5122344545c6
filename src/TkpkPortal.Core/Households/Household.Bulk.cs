namespace TkpkPortal.Core.Households;

/// <summary>For writers that bring whole families, not one change by a person.</summary>
public sealed partial class Household
{
    /// <summary>Everybody at once; looking at the members again after each would cost a bulk writer half its time. Asks no rule.</summary>
    internal void Take(IReadOnlyCollection<HouseholdMember> members)
    {
        _members.AddRange(members);
        Touch(UpdatedAt);
    }
}
