using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

/// <summary>The acts that concern two families: people go from one to the other with their rows and their history.</summary>
public sealed partial class Household
{
    /// <summary>
    /// Some members go to a Kartu Keluarga of their own. The head stays, so that this family keeps a head and a member.
    /// Decile and housing are not taken over: nobody has ranked or surveyed the new family yet. Refused: KEL-10, KEL-11, KEL-23, KEL-24, KEL-25, and what <see cref="Correct"/> refuses.
    /// </summary>
    internal Household Split(IReadOnlyDictionary<Guid, FamilyRelation> leaving, NewCard card, FieldCipher cipher, KabupatenClock clock)
    {
        MustBeHere();
        if (leaving.Count == 0) throw new RuleBrokenException(HouseholdRules.NobodySplits);
        var members = leaving.Keys.Select(MemberHere).ToList();
        if (members.Exists(m => m.Relation == FamilyRelation.Head)) throw new RuleBrokenException(HouseholdRules.HeadStays);
        if (leaving.Values.Count(r => r == FamilyRelation.Head) != 1) throw new RuleBrokenException(HouseholdRules.NewHeadNeeded);
        var made = new Household(card.VillageId, clock.Now) { SplitFromId = Id };
        made.Correct(card.Details, card.Number is { } number ? new(true, number) : default, cipher, clock);
        foreach (var member in members) Hand(member, made, leaving[member.Id]);
        Touch(clock.Now);
        made.Touch(clock.Now);
        return made;
    }

    /// <summary>
    /// The people of the other family join this one, each in the relation given; who is null there is already recorded here and leaves as a duplicate.
    /// The emptied family leaves. Refused: KEL-02, KEL-10, KEL-27, KEL-28.
    /// </summary>
    internal void Absorb(Household other, IReadOnlyDictionary<Guid, FamilyRelation?> joining, KabupatenClock clock)
    {
        MustBeHere();
        if (other.Id == Id) throw new RuleBrokenException(HouseholdRules.SameFamily);
        other.MustBeHere();
        var people = other._members.Where(m => m.LeftOn is null).ToList();
        if (people.Exists(m => !joining.ContainsKey(m.Id))) throw new RuleBrokenException(HouseholdRules.RelationMissing);
        if (people.Exists(m => joining[m.Id] == FamilyRelation.Head)) throw new RuleBrokenException(HouseholdRules.SecondHead);
        foreach (var member in people)
        {
            if (joining[member.Id] is { } relation) other.Hand(member, this, relation);
            else member.Leave(clock.Today, Households.LeaveReason.Duplicate);
        }

        (other.LeftOn, other.LeaveReason, other.MergedIntoId) = (clock.Today, Households.LeaveReason.Merged, Id);
        other.Touch(clock.Now);
        Touch(clock.Now);
    }

    private void Hand(HouseholdMember member, Household to, FamilyRelation relation)
    {
        _members.Remove(member);
        member.GoTo(to, relation);
        to._members.Add(member);
    }
}

/// <summary>The Kartu Keluarga that people split off to.</summary>
internal sealed record NewCard(Guid VillageId, FamilyCardNumber? Number, HouseholdDetails Details);
