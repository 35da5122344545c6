using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>Brings a draft up to a record that changed meanwhile: what the proposer typed stays, everything else follows the record.</summary>
internal static class DraftRefresh
{
    public static ProposalContent Onto(ProposalContent content, FamilyDraft now)
    {
        if (content.Base is not { } was) return content;
        var typed = content.Family;
        return content with
        {
            Base = now,
            Family = new()
            {
                CardNumber = Pick(was.CardNumber, typed.CardNumber, now.CardNumber, Texts.Digits),
                Address = Pick(was.Address, typed.Address, now.Address, Blank.ToNull),
                Hamlet = Pick(was.Hamlet, typed.Hamlet, now.Hamlet, Blank.ToNull),
                Rt = Pick(was.Rt, typed.Rt, now.Rt, Blank.ToNull),
                Rw = Pick(was.Rw, typed.Rw, now.Rw, Blank.ToNull),
                Members = [.. People(was, typed, now)],
                Answers = Answers(was.Answers, typed.Answers, now.Answers),
            },
        };
    }

    private static T Pick<T>(T was, T typed, T now) => EqualityComparer<T>.Default.Equals(was, typed) ? now : typed;

    /// <summary>Two ways to write the same are no change.</summary>
    private static string? Pick(string? was, string? typed, string? now, Func<string?, string?> meant) => meant(was) == meant(typed) ? now : typed;

    /// <summary>People of the record as it is now, with what was typed about them, then those the draft adds. Who left the record meanwhile is gone.</summary>
    private static IEnumerable<MemberDraft> People(FamilyDraft was, FamilyDraft typed, FamilyDraft now)
    {
        foreach (var member in now.Members)
        {
            var (old, mine) = (was.Members.FirstOrDefault(m => m.Key == member.Key), typed.Members.FirstOrDefault(m => m.Key == member.Key));
            yield return old is null || mine is null ? member : Merge(old, mine, member);
        }

        foreach (var added in typed.Members.Where(m => was.Members.All(w => w.Key != m.Key) && now.Members.All(n => n.Key != m.Key))) yield return added;
    }

    private static MemberDraft Merge(MemberDraft was, MemberDraft typed, MemberDraft now) => new()
    {
        Key = now.Key,
        Name = Pick(was.Name, typed.Name, now.Name, Blank.ToNull),
        Nik = Pick(was.Nik, typed.Nik, now.Nik, Texts.Digits),
        Relation = Pick(was.Relation, typed.Relation, now.Relation),
        Sex = Pick(was.Sex, typed.Sex, now.Sex),
        BirthDate = Pick(was.BirthDate, typed.BirthDate, now.BirthDate, Texts.Date),
        Marital = Pick(was.Marital, typed.Marital, now.Marital),
        Education = Pick(was.Education, typed.Education, now.Education),
        School = Pick(was.School, typed.School, now.School),
        Occupation = Pick(was.Occupation, typed.Occupation, now.Occupation, Blank.ToNull),
        Work = Pick(was.Work, typed.Work, now.Work),
        Disability = Pick(was.Disability, typed.Disability, now.Disability),
        Pregnant = Pick(was.Pregnant, typed.Pregnant, now.Pregnant),
        HealthInsurance = Pick(was.HealthInsurance, typed.HealthInsurance, now.HealthInsurance),
        LeaveReason = typed.LeaveReason,
        LeftOn = typed.LeftOn,
    };

    private static SortedDictionary<string, string> Answers(IReadOnlyDictionary<string, string> was, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string> now)
    {
        var answers = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var question in was.Keys.Concat(typed.Keys).Concat(now.Keys).Distinct())
        {
            if (Pick(was.GetValueOrDefault(question), typed.GetValueOrDefault(question), now.GetValueOrDefault(question), Blank.ToNull) is { } answer) answers[question] = answer;
        }

        return answers;
    }
}
