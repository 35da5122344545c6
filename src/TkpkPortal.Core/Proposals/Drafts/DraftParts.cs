using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>What one page of the form says. It touches only its own fields, so that two pages never undo each other.</summary>
public abstract record DraftPart
{
    internal abstract string Step { get; }

    /// <summary>The person a page is about.</summary>
    internal virtual Guid? Member => null;

    internal abstract ProposalContent MergeInto(ProposalContent content);
}

/// <summary>KK and address; for a move the destination and the address there.</summary>
public sealed record FamilyPart(string? CardNumber, bool RemoveCardNumber, string? Address, string? Hamlet, string? Rt, string? Rw, Guid? ToVillageId) : DraftPart
{
    internal override string Step => DraftSteps.Family;

    internal override ProposalContent MergeInto(ProposalContent content) => content with
    {
        ToVillageId = ToVillageId,
        Family = content.Family with
        {
            CardNumber = TypedNumber.Keep(content.Family.CardNumber, CardNumber, RemoveCardNumber, text => FamilyCardNumber.Parse(text)),
            Address = Blank.ToNull(Address),
            Hamlet = Blank.ToNull(Hamlet),
            Rt = Blank.ToNull(Rt),
            Rw = Blank.ToNull(Rw),
        },
    };
}

/// <summary>One person, new or known.</summary>
/// <param name="Typed">Its key is a known person's, or new.</param>
public sealed record MemberPart(MemberDraft Typed, bool IsNew, bool RemoveNik) : DraftPart
{
    internal override string Step => DraftSteps.Members;

    internal override Guid? Member => Typed.Key;

    internal override ProposalContent MergeInto(ProposalContent content)
    {
        var typed = Typed with { Name = Blank.ToNull(Typed.Name), Occupation = Blank.ToNull(Typed.Occupation), BirthDate = Texts.Date(Typed.BirthDate) };
        if (IsNew) return content.WithMembers([.. content.Family.Members, typed with { Nik = Texts.Digits(typed.Nik) }]);
        var known = content.Member(Typed.Key);
        return content.Replace(typed with { Nik = TypedNumber.Keep(known.Nik, typed.Nik, RemoveNik, text => Nik.Parse(text)), LeaveReason = known.LeaveReason, LeftOn = known.LeftOn });
    }
}

/// <summary>A person of the record is to leave it.</summary>
public sealed record LeavingPart(Guid Key, LeaveReason? Reason, string? LeftOn) : DraftPart
{
    internal override string Step => DraftSteps.Members;

    internal override Guid? Member => Key;

    internal override ProposalContent MergeInto(ProposalContent content) => content.Replace(content.Member(Key) with { LeaveReason = Reason, LeftOn = Texts.Date(LeftOn) });
}

/// <summary>Takes a person back: one that the draft added goes away, one that was to leave stays.</summary>
public sealed record UndoMemberPart(Guid Key) : DraftPart
{
    internal override string Step => DraftSteps.Members;

    internal override ProposalContent MergeInto(ProposalContent content)
    {
        var known = content.Member(Key);
        return content.IsOfRecord(Key) ? content.Replace(known with { LeaveReason = null, LeftOn = null }) : content.WithMembers([.. content.Family.Members.Where(m => m.Key != Key)]);
    }
}

/// <summary>Answers of one block of the questionnaire; a blank one was not asked.</summary>
public sealed record AnswersPart(string Group, IReadOnlyDictionary<string, string?> Answers) : DraftPart
{
    internal override string Step => DraftSteps.KeyOf(Group);

    internal override ProposalContent MergeInto(ProposalContent content)
    {
        var answers = new SortedDictionary<string, string>(content.Family.Answers.ToDictionary(), StringComparer.Ordinal);
        foreach (var question in DraftSteps.Groups.Single(g => g.Key == Group))
        {
            if (Blank.ToNull(Answers.GetValueOrDefault(question.Key)) is { } typed) answers[question.Key] = question.Understand(typed) ?? typed;
            else answers.Remove(question.Key);
        }

        return content with { Family = content.Family with { Answers = answers } };
    }
}

/// <summary>Why, who says so, and what was seen.</summary>
public sealed record ReasonsPart : DraftPart
{
    public string? Grounds { get; init; }

    public string? Informant { get; init; }

    public string? InformantPhone { get; init; }

    public bool? IdentityCardSeen { get; init; }

    public bool? FamilyCardSeen { get; init; }

    public ObjectionGround? Ground { get; init; }

    public LeaveReason? LeaveReason { get; init; }

    public string? LeftOn { get; init; }

    internal override string Step => DraftSteps.Reasons;

    internal override ProposalContent MergeInto(ProposalContent content) => content with
    {
        Grounds = Blank.ToNull(Grounds),
        Informant = Blank.ToNull(Informant),
        InformantPhone = Blank.ToNull(InformantPhone),
        IdentityCardSeen = IdentityCardSeen,
        FamilyCardSeen = FamilyCardSeen,
        Ground = Ground,
        LeaveReason = Ground is { } ground ? ReasonOf(ground) : LeaveReason,
        LeftOn = Texts.Date(LeftOn),
    };

    /// <summary>What an objection amounts to when it is found right.</summary>
    private static LeaveReason? ReasonOf(ObjectionGround ground) => ground switch
    {
        ObjectionGround.NoLongerPoor => Households.LeaveReason.NoLongerPoor,
        ObjectionGround.LeftThePlace => Households.LeaveReason.Moved,
        ObjectionGround.Duplicate => Households.LeaveReason.Duplicate,
        ObjectionGround.WrongData => null,
        _ => throw new ArgumentOutOfRangeException(nameof(ground)),
    };
}

/// <summary>A number that is shown masked is kept by an empty box; one that could not be read was shown as typed, so an empty box takes it away.</summary>
public static class TypedNumber
{
    public static bool Is(string? typed, Action<string> parse)
    {
        if (Blank.ToNull(typed) is not { } text) return false;
        try
        {
            parse(text);
            return true;
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    internal static string? Keep(string? stored, string? typed, bool remove, Action<string> parse) =>
        Texts.Digits(typed) ?? (!remove && Is(stored, parse) ? stored : null);
}
