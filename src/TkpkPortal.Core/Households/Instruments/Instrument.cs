namespace TkpkPortal.Core.Households;

/// <summary>
/// A national questionnaire with its own code lists, and what its answers mean here. Answers are kept as given (question key to code); conditions and facts
/// of members are derived from them by the mapping in the instrument's data file.
/// </summary>
public sealed class Instrument
{
    private readonly Dictionary<string, Question> _byKey;

    internal Instrument(string key, string name, string edition, string source, IReadOnlyList<Question> questions)
    {
        (Key, Name, Edition, Source, Questions) = (key, name, edition, source, questions);
        _byKey = questions.ToDictionary(q => q.Key, StringComparer.Ordinal);
    }

    /// <summary>Stands in <see cref="Survey.Instrument"/>: bdt2015, p3ke, regsosek2022, dtsen.</summary>
    public string Key { get; }

    public string Name { get; }

    /// <summary>Version of the code lists, kept with every answer.</summary>
    public string Edition { get; }

    /// <summary>Where the code lists come from.</summary>
    public string Source { get; }

    public IReadOnlyList<Question> Questions { get; }

    public IEnumerable<Question> OfFamily => Questions.Where(q => !q.OfMember);

    public IEnumerable<Question> OfMember => Questions.Where(q => q.OfMember);

    public Question? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>
    /// What the answers of one family, and of its members where the instrument asked them, say about conditions. One "present" is enough; "absent" needs an answer
    /// that says so from the family, or from every member asked. A condition that was asked but not decided is in About and not in Known.
    /// </summary>
    public DerivedConditions Derive(IReadOnlyDictionary<string, string> family, IReadOnlyList<IReadOnlyDictionary<string, string>>? members = null)
    {
        var derived = Decide(OfFamily, family);
        if (members is null or { Count: 0 }) return derived;
        var people = members.Select(m => Decide(OfMember, m)).Where(p => p.About != 0).ToList();
        if (people.Count == 0) return derived;
        var about = people.Aggregate(HouseholdConditions.None, (sum, p) => sum | p.About);
        var present = derived.Present | people.Aggregate(HouseholdConditions.None, (sum, p) => sum | p.Present);
        var absent = people.Aggregate(about, (all, p) => all & (p.Known & ~p.Present)) | (derived.Known & ~derived.Present);
        return new(present, present | absent, derived.About | about);
    }

    /// <summary>What one member's answers say about the person; null where they say nothing.</summary>
    public MemberFacts FactsOf(IReadOnlyDictionary<string, string> answers)
    {
        var facts = new MemberFacts();
        var functions = OfMember.Count(q => q.Fact == MemberFact.Disability);
        var answered = 0;
        foreach (var question in OfMember.Where(q => q.Fact is not null))
        {
            if (!answers.TryGetValue(question.Key, out var answer) || question.Codes(answer).FirstOrDefault(c => c.Value is not null) is not { Value: { } value }) continue;
            if (question.Fact == MemberFact.Disability) answered++;
            facts = facts.With(question.Fact!.Value, value);
        }

        // No difficulty in three functions says nothing about the other six.
        return facts.Disability == DisabilityLevel.None && answered < functions ? facts with { Disability = null } : facts;
    }

    private static DerivedConditions Decide(IEnumerable<Question> questions, IReadOnlyDictionary<string, string> answers)
    {
        var (present, absent, about) = (HouseholdConditions.None, HouseholdConditions.None, HouseholdConditions.None);
        foreach (var question in questions)
        {
            if (question.Decides == 0 || !answers.TryGetValue(question.Key, out var answer)) continue;
            var (has, hasNot) = question.Says(answer);
            present |= has;
            absent |= hasNot;
            about |= question.Decides;
        }

        return new(present, present | absent, about);
    }
}

/// <summary>Conditions present, conditions known either way, and conditions asked about: each holds the one before it.</summary>
public readonly record struct DerivedConditions(HouseholdConditions Present, HouseholdConditions Known, HouseholdConditions About);

/// <summary>What answers of a member can set on the person's own record.</summary>
public enum MemberFact
{
    Relation,
    Marital,
    School,
    Education,
    Work,
    Disability,
    Pregnant,
    HealthInsurance,
}

/// <summary>Facts about a person as the answers tell them; null says nothing.</summary>
public sealed record MemberFacts
{
    public FamilyRelation? Relation { get; init; }

    public MaritalStatus? Marital { get; init; }

    public SchoolStatus? School { get; init; }

    public Education? Education { get; init; }

    public WorkStatus? Work { get; init; }

    public DisabilityLevel? Disability { get; init; }

    public bool? Pregnant { get; init; }

    public HealthInsurance? HealthInsurance { get; init; }

    /// <summary>A later question about the same fact is the more exact one (kedudukan after bekerja); of several disabilities the gravest counts.</summary>
    internal MemberFacts With(MemberFact fact, string value) => fact switch
    {
        MemberFact.Relation => this with { Relation = Enum.Parse<FamilyRelation>(value) },
        MemberFact.Marital => this with { Marital = Enum.Parse<MaritalStatus>(value) },
        MemberFact.School => this with { School = Enum.Parse<SchoolStatus>(value) },
        MemberFact.Education => this with { Education = Enum.Parse<Education>(value) },
        MemberFact.Work => this with { Work = Enum.Parse<WorkStatus>(value) },
        MemberFact.Disability => this with { Disability = Gravest(Enum.Parse<DisabilityLevel>(value)) },
        MemberFact.Pregnant => this with { Pregnant = bool.Parse(value) },
        MemberFact.HealthInsurance => this with { HealthInsurance = Enum.Parse<HealthInsurance>(value) },
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };

    private DisabilityLevel Gravest(DisabilityLevel level) => Disability is { } d && d > level ? d : level;
}
