using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class HouseholdRuleTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly FieldCipher Cipher = new(Keyring.Generate());
    private static readonly KabupatenClock Clock = new(new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Now), () => KabupatenClock.DefaultZone);

    [Fact]
    public void A_family_begins_with_its_head_and_has_only_one()
    {
        var family = new Household(Guid.NewGuid(), Now);
        Refuses(HouseholdRules.HeadNeeded, () => Admit(family, FamilyRelation.Spouse));
        Admit(family, FamilyRelation.Head);
        Refuses(HouseholdRules.SecondHead, () => Admit(family, FamilyRelation.Head));
        Assert.Equal(1, family.MemberCount);
    }

    [Fact]
    public void A_correction_neither_makes_nor_unmakes_a_head()
    {
        var (family, head, child) = Family();
        Refuses(HouseholdRules.HeadNeeded, () => family.CorrectMember(head.Id, Details(FamilyRelation.Child), default, Cipher, Clock));
        Refuses(HouseholdRules.SecondHead, () => family.CorrectMember(child.Id, Details(FamilyRelation.Head), default, Cipher, Clock));
    }

    [Fact]
    public void The_head_changes_and_the_old_one_stays_in_the_relation_given()
    {
        var (family, head, child) = Family();
        Refuses(HouseholdRules.AlreadyHead, () => family.ChangeHead(head.Id, FamilyRelation.Other, Clock));
        Refuses(HouseholdRules.HeadNeeded, () => family.ChangeHead(child.Id, FamilyRelation.Head, Clock));
        family.ChangeHead(child.Id, FamilyRelation.Parent, Clock);
        Assert.Equal(FamilyRelation.Head, child.Relation);
        Assert.Equal(FamilyRelation.Parent, head.Relation);
        Assert.Equal(child.Name, family.HeadName);
    }

    [Fact]
    public void The_head_leaves_only_after_another_took_over_and_the_last_one_not_at_all()
    {
        var (family, head, child) = Family();
        Refuses(HouseholdRules.HeadMayNotLeave, () => family.RemoveMember(head.Id, Clock.Today, LeaveReason.Moved, Clock));
        Refuses(HouseholdRules.LeavesInFuture, () => family.RemoveMember(child.Id, Clock.Today.AddDays(1), LeaveReason.Moved, Clock));
        Refuses(HouseholdRules.LeavesBeforeBirth, () => family.RemoveMember(child.Id, child.BirthDate!.Value.AddDays(-1), LeaveReason.Moved, Clock));
        family.RemoveMember(child.Id, Clock.Today, LeaveReason.Moved, Clock);
        Refuses(HouseholdRules.LastMember, () => family.RemoveMember(head.Id, Clock.Today, LeaveReason.Moved, Clock));
        Refuses(HouseholdRules.MemberAlreadyLeft, () => family.CorrectMember(child.Id, Details(FamilyRelation.Child), default, Cipher, Clock));
    }

    [Fact]
    public void A_family_that_left_cannot_be_changed()
    {
        var (family, head, _) = Family();
        family.Leave(Clock.Today, LeaveReason.NoLongerPoor, Clock);
        Assert.All(family.Members, m => Assert.Equal(LeaveReason.NoLongerPoor, m.LeaveReason));
        Refuses(HouseholdRules.AlreadyLeft, () => family.Leave(Clock.Today, LeaveReason.Moved, Clock));
        Refuses(HouseholdRules.AlreadyLeft, () => Admit(family, FamilyRelation.Child));
        Refuses(HouseholdRules.AlreadyLeft, () => family.ChangeHead(head.Id, FamilyRelation.Child, Clock));
        Refuses(HouseholdRules.AlreadyLeft, () => family.Correct(new("Jalan", null, null, null), default, Cipher, Clock));
    }

    [Fact]
    public void Nobody_is_born_tomorrow_or_before_living_memory()
    {
        var family = new Household(Guid.NewGuid(), Now);
        Refuses(HouseholdRules.BirthImpossible, () => family.Admit(Details(FamilyRelation.Head) with { BirthDate = Clock.Today.AddDays(1) }, null, Cipher, Clock));
        Refuses(HouseholdRules.BirthImpossible, () => family.Admit(Details(FamilyRelation.Head) with { BirthDate = new(1890, 1, 1) }, null, Cipher, Clock));
    }

    [Fact]
    public void A_number_typed_into_a_note_or_name_is_refused()
    {
        var family = new Household(Guid.NewGuid(), Now);
        Refuses(HouseholdRules.NumberInText, () => family.Admit(Details(FamilyRelation.Head) with { Name = "Budi 9901 0117 0580 0001" }, null, Cipher, Clock));
        Refuses(HouseholdRules.NumberInText, () => family.Correct(new("KK 9901.0117.0580.0001", null, null, null), default, Cipher, Clock));
    }

    [Theory]
    [InlineData("990101170580000", "IDN-01")]
    [InlineData("9901013205800001", "IDN-02")]
    [InlineData("9901017205800001", "IDN-02")]
    [InlineData("9901011713800001", "IDN-03")]
    [InlineData("9901011705800000", "IDN-04")]
    public void What_cannot_be_a_NIK_is_refused_with_its_own_sentence(string typed, string code) =>
        Assert.Equal(code, Assert.Throws<RuleBrokenException>(() => Nik.Parse(typed)).Rule.Code);

    [Theory]
    [InlineData("9901 0117 0580 0001")]
    [InlineData("9901.0117.0580.0001")]
    [InlineData("'9901011705800001")]
    [InlineData("9901-0157-0580-0001", "9901015705800001")]
    public void A_NIK_may_be_typed_with_spaces_dots_and_dashes(string typed, string read = "9901011705800001") => Assert.Equal(read, Nik.Parse(typed).Digits);

    [Fact]
    public void A_NIK_that_tells_another_birth_sex_or_area_only_warns()
    {
        var regency = new Core.Areas.Area(Core.Areas.AreaCode.TryParse("99.01", out var code) ? code : default, "Kabupaten Contoh", null);
        var stated = Details(FamilyRelation.Head);
        Assert.Empty(IdentityWarnings.Of("9901011705800001", stated, regency));
        Assert.Equal(3, IdentityWarnings.Of("1804045805800001", stated, regency).Count);
        Assert.Contains("terbit di luar kabupaten", IdentityWarnings.Of("1804041705800001", stated, regency).Single(), StringComparison.Ordinal);
        Assert.Empty(IdentityWarnings.Of("9901015705800001", stated with { Sex = Sex.Female }, regency));
    }

    [Fact]
    public void Ages_turn_on_the_birthday()
    {
        Assert.Equal(9, Age.InYears(new(2016, 3, 13), new(2026, 3, 12)));
        Assert.Equal(10, Age.InYears(new(2016, 3, 12), new(2026, 3, 12)));
        Assert.Equal(1, Age.InYears(new(2024, 2, 29), new(2025, 3, 1)));
    }

    [Fact]
    public void The_trail_speaks_the_words_of_the_pages()
    {
        Assert.All(Enum.GetValues<FamilyRelation>(), v => Assert.Equal(HouseholdNames.Of(v), FieldNames.Value("Relation", v.ToString())));
        Assert.All(Enum.GetValues<Sex>(), v => Assert.Equal(HouseholdNames.Of(v), FieldNames.Value("Sex", v.ToString())));
        Assert.All(Enum.GetValues<Education>(), v => Assert.Equal(HouseholdNames.Of(v), FieldNames.Value("Education", v.ToString())));
        Assert.All(Enum.GetValues<LeaveReason>(), v => Assert.Equal(HouseholdNames.Of(v), FieldNames.Value("LeaveReason", v.ToString())));
        Assert.All(Enum.GetValues<EnrollmentEndReason>(), v => Assert.Equal(EnrollmentNames.Of(v), FieldNames.Value("EndReason", v.ToString())));
    }

    private static (Household Family, HouseholdMember Head, HouseholdMember Child) Family()
    {
        var family = new Household(Guid.NewGuid(), Now);
        return (family, Admit(family, FamilyRelation.Head), Admit(family, FamilyRelation.Child));
    }

    private static HouseholdMember Admit(Household family, FamilyRelation relation) => family.Admit(Details(relation), null, Cipher, Clock);

    private static MemberDetails Details(FamilyRelation relation) => new(Builders.Unique("Warga"), relation, Sex.Male, new DateOnly(1980, 5, 17), null, null);

    private static void Refuses(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);
}
