using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>What a draft alone can tell: each rule with the page and field it belongs to.</summary>
public sealed class ProposalCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static ProposalContent Good => Builders.NewFamilyContent("Sari Uji", "9901011705800001");

    private static MemberDraft Head => Good.Family.Members[0];

    [Fact]
    public void A_complete_new_family_lacks_nothing() => Assert.Empty(ProposalChecks.Of(ProposalKind.NewFamily, Good, Today));

    [Fact]
    public void An_empty_draft_lacks_everything_that_is_needed_and_none_of_it_is_called_wrong()
    {
        var found = ProposalChecks.Of(ProposalKind.NewFamily, new(), Today);

        Assert.Equal(
            [DraftRules.AddressNeeded, DraftRules.NobodyYet, DraftRules.GroundsNeeded, DraftRules.IdentityCardUnanswered, DraftRules.FamilyCardUnanswered],
            found.Select(p => p.Rule));
        Assert.All(found, p => Assert.True(p.IsMissing));
    }

    public static TheoryData<string, string, string, MemberDraft> Members => new()
    {
        { "IDN-01", "Nik", "a NIK of 15 digits", Head with { Nik = "990101170580000" } },
        { "IDN-02", "Nik", "an impossible day", Head with { Nik = "9901013905800001" } },
        { "IDN-03", "Nik", "an impossible month", Head with { Nik = "9901011713800001" } },
        { "IDN-04", "Nik", "an empty sequence", Head with { Nik = "9901011705800000" } },
        { "DRF-05", "Name", "no name", Head with { Name = " " } },
        { "DRF-06", "Relation", "no relation", Head with { Relation = null } },
        { "DRF-07", "Sex", "no sex", Head with { Sex = null } },
        { "DRF-08", "BirthDate", "a date nobody can read", Head with { BirthDate = "kira-kira 1980" } },
        { "KEL-13", "BirthDate", "a birth to come", Head with { BirthDate = "2027-01-01" } },
        { "KEL-30", "Pregnant", "a pregnant man", Head with { Pregnant = true } },
        { "IDN-11", "Name", "a number in the name", Head with { Name = "Sari 9901011705800001" } },
        { "DRF-09", "Occupation", "a long text", Head with { Occupation = new string('a', 101) } },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_person_is_checked_field_by_field(string code, string field, string what, MemberDraft member)
    {
        var found = ProposalChecks.Of(ProposalKind.NewFamily, Good.WithMembers([member]), Today);

        var problem = Assert.Single(found, p => p.Rule.Code == code);
        Assert.True((DraftSteps.Members, field, member.Key) == (problem.Step, problem.Field, problem.MemberKey), what);
    }

    [Fact]
    public void A_number_given_twice_is_told_of_both()
    {
        var twin = Head with { Key = Guid.CreateVersion7(), Relation = FamilyRelation.Child, Nik = "9901.0117.0580.0001" };

        Assert.Equal(2, ProposalChecks.Of(ProposalKind.NewFamily, Good.WithMembers([Head, twin]), Today).Count(p => p.Rule == HouseholdRules.NikTwice));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_family_has_one_head(int heads)
    {
        var members = Enumerable.Range(0, 2).Select(i => new MemberDraft { Name = $"Warga {i}", Sex = Sex.Male, Relation = i < heads ? FamilyRelation.Head : FamilyRelation.Child }).ToList();

        Assert.Equal(DraftRules.OneHead, Assert.Single(ProposalChecks.Of(ProposalKind.NewFamily, Good.WithMembers(members), Today)).Rule);
    }

    [Fact]
    public void Who_leaves_needs_reason_and_day_and_somebody_must_stay()
    {
        var found = ProposalChecks.Of(ProposalKind.Correction, Good.WithMembers([Head with { LeaveReason = LeaveReason.Merged, LeftOn = "2026-12-31" }]), Today);

        Assert.Equal([DraftRules.NobodyStays, HouseholdRules.MergedOnlyByMerging, HouseholdRules.LeavesInFuture], found.Select(p => p.Rule));
    }

    [Fact]
    public void An_exit_needs_reason_and_day_only()
    {
        var bare = new ProposalContent { IdentityCardSeen = false, FamilyCardSeen = false };

        Assert.Equal([DraftRules.LeaveReasonNeeded, DraftRules.LeaveDateNeeded], ProposalChecks.Of(ProposalKind.Exit, bare, Today).Select(p => p.Rule));
        Assert.Empty(ProposalChecks.Of(ProposalKind.Exit, bare with { LeaveReason = LeaveReason.Deceased, LeftOn = "20/11/2026" }, Today));
        Assert.Equal(HouseholdRules.LeavesInFuture, Assert.Single(ProposalChecks.Of(ProposalKind.Exit, bare with { LeaveReason = LeaveReason.Deceased, LeftOn = "25/11/2026" }, Today)).Rule);
    }

    [Fact]
    public void A_move_needs_a_destination_and_an_address_there() => Assert.Equal(
        [DraftRules.DestinationNeeded, DraftRules.AddressNeeded],
        ProposalChecks.Of(ProposalKind.Move, new() { IdentityCardSeen = true, FamilyCardSeen = true }, Today).Select(p => p.Rule));

    [Fact]
    public void An_objection_needs_its_ground_and_who_objects()
    {
        var bare = new ProposalContent { IdentityCardSeen = true, FamilyCardSeen = true, Grounds = "Rumahnya bertingkat." };

        Assert.Equal([DraftRules.GroundNeeded, DraftRules.InformantNeeded], ProposalChecks.Of(ProposalKind.Objection, bare, Today).Select(p => p.Rule));
        var named = bare with { Ground = ObjectionGround.NoLongerPoor, Informant = "Tetangga Uji" };
        Assert.Equal(DraftRules.LeaveDateNeeded, Assert.Single(ProposalChecks.Of(ProposalKind.Objection, named, Today)).Rule);
        Assert.Contains(ProposalChecks.Of(ProposalKind.Objection, named with { Ground = ObjectionGround.WrongData }, Today), p => p.Rule == DraftRules.NobodyYet);
    }

    [Fact]
    public void A_question_about_own_data_needs_who_asks_what_and_the_KTP()
    {
        Assert.Equal(
            [DraftRules.InformantNeeded, DraftRules.GroundsNeeded, DraftRules.IdentityCardUnanswered],
            ProposalChecks.Of(ProposalKind.OwnDataAccess, new(), Today).Select(p => p.Rule));
    }

    [Fact]
    public void An_answer_that_is_on_no_list_is_wrong_on_its_own_page()
    {
        var content = Good with { Family = Good.Family with { Answers = new Dictionary<string, string> { ["luas_lantai"] = "lebar", ["jenis_lantai"] = "8", ["ternak_sapi"] = "2" } } };

        var problem = Assert.Single(ProposalChecks.Of(ProposalKind.NewFamily, content, Today));

        Assert.Equal((SurveyRules.NotANumber, "pertanyaan/perumahan", "Jawaban[luas_lantai]", false), (problem.Rule, problem.Step, problem.Field, problem.IsMissing));
    }

    [Fact]
    public void A_name_that_holds_a_number_never_stands_in_clear()
    {
        var proposal = new Proposal(ProposalKind.NewFamily, ProposalRegistration.Active, Guid.CreateVersion7(), null, Builders.ActorOf(Role.VillageOperator), Builders.Cycle, DateTimeOffset.UtcNow);
        var cipher = new FieldCipher(Keyring.Generate());

        proposal.Write(Good.WithMembers([Head with { Name = "Sari 9901011705800001" }]), null, cipher, DateTimeOffset.UtcNow);
        Assert.Equal("", proposal.HeadName);

        proposal.Write(Good.WithMembers([Head with { Name = new string('s', 400) }]), null, cipher, DateTimeOffset.UtcNow);
        Assert.Equal(Proposal.LongestName, proposal.HeadName.Length);
    }
}
