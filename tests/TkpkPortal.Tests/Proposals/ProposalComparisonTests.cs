using CsCheck;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Tests.Proposals;

/// <summary>The diff: what is frozen is exactly what leads from the record to what was wanted, and after it nothing is left.</summary>
public sealed class ProposalComparisonTests
{
    private static readonly Guid[] Known = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
    private static readonly Guid Village = Guid.CreateVersion7();

    private static Gen<string?> OneOf(params string?[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static readonly Gen<string?> Word = OneOf(null, "", "Mawar", "Melati", " Mawar ");
    private static readonly Gen<string?> Number = OneOf(null, "9901011705800001", "9901.0117.0580.0001", "9901011705800002", "12");
    private static readonly Gen<string?> Date = OneOf(null, "1980-05-17", "17/5/1980", "17 Mei 1980", "entah");

    private static readonly Gen<IReadOnlyDictionary<string, string>> Answers =
        Gen.Select(OneOf(null, "7", "8"), OneOf(null, "36", "40")).Select((floor, area) =>
        {
            var given = new Dictionary<string, string>();
            if (floor is not null) given["jenis_lantai"] = floor;
            if (area is not null) given["luas_lantai"] = area;
            return (IReadOnlyDictionary<string, string>)given;
        });

    /// <summary>Whoever is named by whoever: a draft never drops a person of the record, it marks one as leaving.</summary>
    private static Gen<FamilyDraft> Family(int people) => Gen.Select(Word, Number, Word, Answers, Member.Array[people]).Select((address, card, rt, answers, members) => new FamilyDraft
    {
        Address = address, CardNumber = card, Rt = rt, Answers = answers, Members = [.. members.Select((m, i) => m with { Key = i < Known.Length ? Known[i] : Guid.CreateVersion7() })],
    });

    private static Gen<MemberDraft> Member => Gen.Select(Word, Number, Date, Gen.Enum<FamilyRelation>(), Gen.Bool, Gen.Enum<WorkStatus>()).Select((name, nik, birth, relation, pregnant, work) => new MemberDraft
    {
        Name = name, Nik = nik, BirthDate = birth, Relation = relation, Pregnant = pregnant ? true : null, Work = work,
    });

    [Fact]
    public void Of_then_apply_gives_what_was_wanted_and_nothing_is_left() => Gen.Select(Family(3), Family(4), Family(3)).Sample((was, wanted, now) =>
    {
        var content = new ProposalContent { Base = was, Family = wanted };
        var (lines, _) = ProposalComparison.Of(ProposalKind.Correction, content, Village, now);
        var applied = Apply(now, lines, wanted);

        var (toDo, conflicts) = ProposalComparison.Against(lines, now);
        Assert.Equal(lines, toDo);
        Assert.Empty(conflicts);
        var after = ProposalComparison.Against(lines, applied);
        Assert.Empty(after.ToDo);
        Assert.Empty(after.Conflicts);
        Assert.Empty(ProposalComparison.Of(ProposalKind.Correction, content, Village, applied).Lines);
    });

    [Fact]
    public void What_nobody_changed_is_no_line_and_a_field_changed_by_two_is_overtaken() => Gen.Select(Family(3), Family(3)).Sample((was, now) =>
    {
        var untouched = ProposalComparison.Of(ProposalKind.Correction, new() { Base = was, Family = was }, Village, now);
        Assert.Empty(untouched.Lines);

        var mine = was with { Address = "Anggrek" };
        var (lines, overtaken) = ProposalComparison.Of(ProposalKind.Correction, new() { Base = was, Family = mine }, Village, now);
        Assert.Equal("Anggrek", Assert.Single(lines).New);
        Assert.Equal(Blank.ToNull(now.Address) != Blank.ToNull(was.Address), overtaken.Count == 1);
    });

    [Fact]
    public void A_refreshed_draft_keeps_what_was_typed_and_is_no_longer_overtaken() => Gen.Select(Family(3), Family(3), Family(3)).Sample((was, typed, now) =>
    {
        var content = new ProposalContent { Base = was, Family = typed };
        var wanted = ProposalComparison.Of(ProposalKind.Correction, content, Village, now).Lines;

        var fresh = DraftRefresh.Onto(content, now);

        var (lines, overtaken) = ProposalComparison.Of(ProposalKind.Correction, fresh, Village, now);
        Assert.Empty(overtaken);
        Assert.Equal(Said(wanted), Said(lines));
    });

    [Fact]
    public void A_move_changes_the_place_and_never_a_person()
    {
        var was = new FamilyDraft { Address = "Lama", Rt = "01", Members = [new() { Key = Known[0], Name = "Sari" }] };
        var to = Guid.CreateVersion7();

        var lines = ProposalComparison.Of(ProposalKind.Move, new() { Base = was, Family = was with { Address = "Baru", Rt = null, Members = [new() { Key = Known[0], Name = "Lain" }] }, ToVillageId = to }, Village, was).Lines;

        Assert.Equal(["Address: Baru", "Rt: ", $"VillageId: {to}"], lines.Select(l => $"{l.Field}: {l.New}").Order());
    }

    [Fact]
    public void An_objection_that_ends_a_family_changes_nothing_else()
    {
        var was = new FamilyDraft { Address = "Lama", Members = [new() { Key = Known[0], Name = "Sari" }] };
        var content = new ProposalContent { Base = was, Family = was with { Address = "Baru" }, Ground = ObjectionGround.NoLongerPoor, LeaveReason = LeaveReason.NoLongerPoor, LeftOn = "20/11/2026" };

        Assert.Equal(["LeaveReason: NoLongerPoor", "LeftOn: 2026-11-20"], ProposalComparison.Of(ProposalKind.Objection, content, Village, was).Lines.Select(l => $"{l.Field}: {l.New}").Order());
    }

    private static IEnumerable<string> Said(IReadOnlyList<DiffLine> lines) => lines.Select(l => $"{l.MemberKey} {l.Field} {l.Old} {l.New}").Order();

    /// <summary>As the record would be written, field by field.</summary>
    private static FamilyDraft Apply(FamilyDraft now, IReadOnlyList<DiffLine> lines, FamilyDraft wanted)
    {
        foreach (var line in lines)
        {
            now = line switch
            {
                { MemberKey: { } key } when now.Members.All(m => m.Key != key) => Put(now with { Members = [.. now.Members, new() { Key = key }] }, key, line),
                { MemberKey: { } key } => Put(now, key, line),
                { IsAnswer: true } => now with { Answers = now.Answers.Where(a => a.Key != Question(line)).Append(new(Question(line), line.New ?? "")).ToDictionary() },
                { Field: DiffLine.CardNumber } => now with { CardNumber = line.New },
                { Field: nameof(FamilyDraft.Address) } => now with { Address = line.New },
                { Field: nameof(FamilyDraft.Rt) } => now with { Rt = line.New },
                _ => throw new NotSupportedException(line.Field),
            };
        }

        Assert.Equal(wanted.Members.Select(m => m.Key).Order(), now.Members.Select(m => m.Key).Order());
        return now;
    }

    private static string Question(DiffLine line) => line.Field[DiffLine.AnswerPrefix.Length..];

    private static FamilyDraft Put(FamilyDraft now, Guid key, DiffLine line) => now with
    {
        Members = [.. now.Members.Select(m => m.Key != key ? m : line.Field switch
        {
            DiffLine.Added => m,
            nameof(MemberDraft.Name) => m with { Name = line.New },
            nameof(MemberDraft.Nik) => m with { Nik = line.New },
            nameof(MemberDraft.BirthDate) => m with { BirthDate = line.New },
            nameof(MemberDraft.Relation) => m with { Relation = line.New is { } r ? Enum.Parse<FamilyRelation>(r) : null },
            nameof(MemberDraft.Pregnant) => m with { Pregnant = line.New is { } p ? bool.Parse(p) : null },
            nameof(MemberDraft.Work) => m with { Work = line.New is { } w ? Enum.Parse<WorkStatus>(w) : null },
            _ => throw new NotSupportedException(line.Field),
        })],
    };
}
