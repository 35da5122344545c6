using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Tests.Proposals;

/// <summary>The line before the village tells what is proposed, and nothing that must not be read aloud.</summary>
public sealed class DeliberationSubjectTests
{
    private static readonly Guid Village = Guid.CreateVersion7();
    private static readonly MemberDraft Head = new() { Name = "Kepala Uji", Nik = "1801011705800001", Relation = FamilyRelation.Head, Occupation = "Petani", Disability = DisabilityLevel.None };
    private static readonly FamilyDraft Family = new() { Address = "Jalan Uji 1", Hamlet = "Dusun I", Rt = "01", Rw = "02", Members = [Head] };

    [Theory]
    [InlineData(LeaveReason.Deceased, "meninggal")]
    [InlineData(LeaveReason.Moved, "pindah")]
    [InlineData(LeaveReason.NoLongerPoor, "sudah mampu")]
    [InlineData(LeaveReason.Duplicate, "tercatat ganda")]
    public void An_exit_tells_why(LeaveReason reason, string words) => Assert.Equal(words, Of(ProposalKind.Exit, new() { Base = Family, Family = Family, LeaveReason = reason }));

    [Fact]
    public void An_objection_tells_its_ground_and_not_who_objects() =>
        Assert.Equal("keluarga tercatat ganda", Of(ProposalKind.Objection, new() { Base = Family, Family = Family, Ground = ObjectionGround.Duplicate, Informant = "Pelapor Rahasia", Grounds = "Kata tetangga." }));

    [Fact]
    public void A_move_tells_where_to()
    {
        var to = Guid.CreateVersion7();
        var content = new ProposalContent { Base = Family, Family = Family, ToVillageId = to };
        Assert.Equal("ke Asoka Baru, Kecamatan Asoka", ProposalSubject.Of(ProposalKind.Move, content, Village, id => id == to ? "Asoka Baru, Kecamatan Asoka" : null));
        Assert.Equal("ke desa lain", Of(ProposalKind.Move, content));
    }

    [Fact]
    public void A_new_family_tells_how_many_they_are() => Assert.Equal("3 anggota", Of(ProposalKind.NewFamily, new() { Family = Family with { Members = [Head, new(), new()] } }));

    [Fact]
    public void A_correction_names_three_fields_and_counts_the_rest()
    {
        Assert.Equal("alamat", Corrected(Family with { Address = "Jalan Rahasia 9" }));
        Assert.Equal("RT dan RW", Corrected(Family with { Rt = "07", Rw = "08" }));
        Assert.Equal("alamat, RT, dan pekerjaan", Corrected(Family with { Address = "Jalan Rahasia 9", Rt = "07", Members = [Head with { Occupation = "Buruh" }] }));
        Assert.Equal(
            "alamat, dusun, RT, dan 3 isian lain",
            Corrected(Family with { Address = "A", Hamlet = "B", Rt = "07", Rw = "08", Members = [Head with { Occupation = "Buruh" }], Answers = new Dictionary<string, string> { ["aset_ac"] = "1" } }));
    }

    [Fact]
    public void A_person_added_or_gone_is_one_name()
    {
        var child = new MemberDraft { Name = "Anak Uji", Nik = "1801011705100002", Relation = FamilyRelation.Child, Disability = DisabilityLevel.Severe };
        Assert.Equal("anggota baru", Corrected(Family with { Members = [Head, child, child with { Key = Guid.CreateVersion7() }] }));
        Assert.Equal("anggota keluar", Corrected(Family with { Members = [Head with { LeaveReason = LeaveReason.Deceased, LeftOn = "1/11/2026" }] }));
    }

    [Fact]
    public void Numbers_and_health_are_not_even_named()
    {
        MemberDraft hidden = Head with { Nik = "1801011705800009", Disability = DisabilityLevel.Severe, Pregnant = true, HealthInsurance = HealthInsurance.Subsidized };
        var answers = new Dictionary<string, string> { ["penyakit"] = "1", ["sulit_berjalan"] = "1", ["hamil"] = "1", ["pertanyaan_lama"] = "1" };
        Assert.Null(Corrected(Family with { Members = [hidden], Answers = answers }));
        Assert.Equal("pekerjaan", Corrected(Family with { Members = [hidden with { Occupation = "Buruh" }], Answers = answers }));
    }

    [Fact]
    public void Periods_are_those_of_the_proposals_and_stay_after_the_closing()
    {
        DateOnly november = new(2026, 11, 1), december = new(2026, 12, 1), january = new(2027, 1, 1);
        Assert.Equal([november], DeliberationPeriods.Of(november, false, []));
        Assert.Equal([december], DeliberationPeriods.Of(november, false, [Item(december), Item(december)]));
        Assert.Equal([november, december], DeliberationPeriods.Of(november, false, [Item(december), Item(november)]));
        // Postponed from November to December by the closing.
        Assert.Equal([november], DeliberationPeriods.Of(november, false, [Item(november, DeliberationOutcome.Worthy), Item(november, DeliberationOutcome.Postponed)]));
        Assert.Equal([november], DeliberationPeriods.Of(november, true, [Item(november, DeliberationOutcome.Worthy), Item(december, DeliberationOutcome.Postponed)]));
        Assert.Equal([december], DeliberationPeriods.Of(november, false, [Item(december, DeliberationOutcome.Postponed)]));
        Assert.Equal([november], DeliberationPeriods.Of(november, false, [Item(december) with { Stage = ProposalStage.Cancelled }]));
        Assert.Equal(
            ["November 2026", "November dan Desember 2026", "Desember 2026 dan Januari 2027", "November, Desember 2026, dan Januari 2027"],
            new DateOnly[][] { [november], [november, december], [december, january], [november, december, january] }.Select(Indonesian.Months));
    }

    private static string? Of(ProposalKind kind, ProposalContent content) => ProposalSubject.Of(kind, content, Village, _ => null);

    private static string? Corrected(FamilyDraft family) => Of(ProposalKind.Correction, new() { Base = Family, Family = family });

    private static DeliberationItemView Item(DateOnly cycle, DeliberationOutcome? outcome = null) =>
        new(Guid.CreateVersion7(), "2026-000001", "Kepala Uji", "Dusun I", ProposalKind.NewFamily, cycle, ProposalStage.Submitted, outcome, null);
}
