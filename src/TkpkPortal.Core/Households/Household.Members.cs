using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Households;

/// <summary>The acts on a family's members. Each checks every rule first and then touches the family's own row.</summary>
public sealed partial class Household
{
    private HouseholdMember? Head => _members.SingleOrDefault(m => m.LeftOn is null && m.Relation == FamilyRelation.Head);

    /// <summary>The first one in must be the head. Refused: KEL-01, KEL-02, KEL-03, KEL-10, KEL-13, KEL-30.</summary>
    internal HouseholdMember Admit(MemberDetails details, Nik? nik, FieldCipher cipher, KabupatenClock clock)
    {
        MustBeHere();
        CheckDetails(details, clock.Today);
        if (Head is null && details.Relation != FamilyRelation.Head) throw new RuleBrokenException(HouseholdRules.HeadNeeded, nameof(HouseholdMember.Relation));
        if (Head is not null && details.Relation == FamilyRelation.Head) throw new RuleBrokenException(HouseholdRules.SecondHead, nameof(HouseholdMember.Relation));
        var member = new HouseholdMember(Id);
        CheckNik(member, nik, cipher);
        member.Correct(details);
        member.SetNik(nik, cipher);
        _members.Add(member);
        Touch(clock.Now);
        return member;
    }

    /// <summary>A number of null stays as it is. Refused: KEL-01, KEL-02, KEL-03, KEL-10, KEL-11, KEL-13, KEL-30.</summary>
    internal void CorrectMember(Guid memberId, MemberDetails details, NumberChange<Nik> nik, FieldCipher cipher, KabupatenClock clock)
    {
        var member = MemberHere(memberId);
        CheckDetails(details, clock.Today);
        if (member.Relation == FamilyRelation.Head && details.Relation != FamilyRelation.Head) throw new RuleBrokenException(HouseholdRules.HeadNeeded, nameof(HouseholdMember.Relation));
        if (member.Relation != FamilyRelation.Head && details.Relation == FamilyRelation.Head) throw new RuleBrokenException(HouseholdRules.SecondHead, nameof(HouseholdMember.Relation));
        CheckNik(member, nik.Value, cipher);
        member.Correct(details);
        if (nik.Changes) member.SetNik(nik.Value, cipher);
        Touch(clock.Now);
    }

    /// <summary>Refused: KEL-08 to KEL-12, KEL-29, KEL-48.</summary>
    internal void RemoveMember(Guid memberId, DateOnly on, LeaveReason reason, KabupatenClock clock)
    {
        var member = MemberHere(memberId);
        if (MemberCount == 1) throw new RuleBrokenException(HouseholdRules.LastMember);
        if (member.Relation == FamilyRelation.Head) throw new RuleBrokenException(HouseholdRules.HeadMayNotLeave);
        CheckLeave([member], on, reason, clock.Today);
        member.Leave(on, reason);
        Touch(clock.Now);
    }

    /// <summary>The old head stays, in the relation given. Refused: KEL-01, KEL-10, KEL-11, KEL-14.</summary>
    internal void ChangeHead(Guid memberId, FamilyRelation formerHeadBecomes, KabupatenClock clock)
    {
        var next = MemberHere(memberId);
        if (next.Relation == FamilyRelation.Head) throw new RuleBrokenException(HouseholdRules.AlreadyHead, "MemberId");
        if (formerHeadBecomes == FamilyRelation.Head) throw new RuleBrokenException(HouseholdRules.HeadNeeded, "FormerHeadBecomes");
        Head?.Become(formerHeadBecomes);
        next.Become(FamilyRelation.Head);
        Touch(clock.Now);
    }

    /// <summary>The family and everybody in it leave; their numbers may be registered elsewhere from now on. Refused: KEL-10, KEL-12, KEL-29, KEL-48.</summary>
    internal void Leave(DateOnly on, LeaveReason reason, KabupatenClock clock)
    {
        MustBeHere();
        var here = _members.FindAll(m => m.LeftOn is null);
        CheckLeave(here, on, reason, clock.Today);
        foreach (var member in here) member.Leave(on, reason);
        LeftOn = on;
        LeaveReason = reason;
        Written(clock.Now);
    }

    internal void MustBeHere()
    {
        if (LeftOn is not null) throw new RuleBrokenException(HouseholdRules.AlreadyLeft);
    }

    private HouseholdMember MemberHere(Guid memberId)
    {
        MustBeHere();
        var member = _members.SingleOrDefault(m => m.Id == memberId) ?? throw new RecordNotFoundException();
        return member.LeftOn is null ? member : throw new RuleBrokenException(HouseholdRules.MemberAlreadyLeft);
    }

    private void CheckNik(HouseholdMember member, Nik? nik, FieldCipher cipher)
    {
        if (nik is not { } given) return;
        var digest = cipher.Digest(given.Digits);
        if (_members.Any(m => m != member && m.LeftOn is null && m.NikDigest is { } other && other.AsSpan().SequenceEqual(digest)))
            throw new RuleBrokenException(HouseholdRules.NikTwice, nameof(Nik));
    }

    private static void CheckDetails(MemberDetails details, DateOnly today)
    {
        FreeText.MustHoldNoNumber(details.Name, nameof(HouseholdMember.Name));
        FreeText.MustHoldNoNumber(details.Occupation, nameof(HouseholdMember.Occupation));
        if (details.BirthDate is { } birth && (birth > today || Age.InYears(birth, today) > HouseholdRules.OldestAge))
            throw new RuleBrokenException(HouseholdRules.BirthImpossible, nameof(HouseholdMember.BirthDate));
        if (details is { Sex: Sex.Male, Pregnant: true }) throw new RuleBrokenException(HouseholdRules.PregnantMan, nameof(HouseholdMember.Pregnant));
    }

    private static void CheckLeave(IEnumerable<HouseholdMember> leaving, DateOnly on, LeaveReason reason, DateOnly today)
    {
        if (reason == Households.LeaveReason.Merged) throw new RuleBrokenException(HouseholdRules.MergedOnlyByMerging, "Reason");
        if (on > today) throw new RuleBrokenException(HouseholdRules.LeavesInFuture, nameof(LeftOn));
        if (leaving.Any(m => m.BirthDate > on)) throw new RuleBrokenException(HouseholdRules.LeavesBeforeBirth, nameof(LeftOn));
    }
}

/// <summary>What a form says about a number that it never shows: leave it, replace it, or take it away.</summary>
public readonly record struct NumberChange<T>(bool Changes, T? Value)
    where T : struct;

public static class NumberChange
{
    public static NumberChange<T> From<T>(string? typed, bool remove, Func<string, T> parse)
        where T : struct =>
        !string.IsNullOrWhiteSpace(typed) ? new(true, parse(typed)) : new(remove, null);
}
