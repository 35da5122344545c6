using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>What a musyawarah allows and refuses, on the noun.</summary>
public sealed class DeliberationRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 3, 0, 0, TimeSpan.Zero);
    private static readonly Guid Village = Guid.CreateVersion7();

    private static readonly HashSet<Guid> Nobody = [];

    [Fact]
    public async Task What_it_lacks_is_told_in_order_and_then_it_closes()
    {
        var proposal = await WaitingAsync();
        var musyawarah = New(Today.AddDays(1));
        Refused(DeliberationRules.NoItems, () => Close(musyawarah));
        musyawarah.TakeUp(proposal);
        Refused(DeliberationRules.NotHeldYet, () => Close(musyawarah));
        musyawarah.Correct(Builders.DeliberationDetails(Today));
        Refused(DeliberationRules.OutcomesMissing, () => Close(musyawarah));
        musyawarah.Decide(proposal.Id, DeliberationOutcome.Worthy, null);
        musyawarah.Attend(Builders.Guests(4));
        Refused(DeliberationRules.TooFewAttendees, () => Close(musyawarah));
        musyawarah.Attend(Builders.Guests(5));
        Refused(DeliberationRules.NumberMissing, () => Close(musyawarah));
        musyawarah.Correct(Builders.DeliberationDetails(Today, "1/BA"));
        Refused(DeliberationRules.SignedMissing, () => Close(musyawarah));
        musyawarah.MustBeUnsigned();
        musyawarah.KeepSigned(Guid.CreateVersion7());
        Refused(DeliberationRules.AlreadySigned, musyawarah.MustBeUnsigned);

        Close(musyawarah);

        Assert.True(musyawarah.IsClosed);
        Assert.Equal("Operator desa Uji", musyawarah.ClosedBy);
    }

    [Fact]
    public async Task A_closed_one_takes_nothing_more()
    {
        var proposal = await WaitingAsync();
        var musyawarah = New(Today);
        musyawarah.TakeUp(proposal);
        musyawarah.Decide(proposal.Id, DeliberationOutcome.Worthy, null);
        musyawarah.Attend(Builders.Guests(5));
        musyawarah.Correct(Builders.DeliberationDetails(Today, "1/BA"));
        musyawarah.KeepSigned(Guid.CreateVersion7());
        Close(musyawarah);

        var other = await WaitingAsync();
        Refused(DeliberationRules.Closed, () => musyawarah.TakeUp(other));
        Refused(DeliberationRules.Closed, () => musyawarah.Decide(proposal.Id, DeliberationOutcome.NotWorthy, "x"));
        Refused(DeliberationRules.Closed, () => musyawarah.Drop(proposal.Id));
        Refused(DeliberationRules.Closed, () => musyawarah.Attend([]));
        Refused(DeliberationRules.Closed, () => musyawarah.KeepSigned(Guid.CreateVersion7()));
        Refused(DeliberationRules.Closed, () => musyawarah.Correct(Builders.DeliberationDetails(Today)));
        Refused(DeliberationRules.Closed, () => Close(musyawarah));
        Refused(DeliberationRules.Closed, musyawarah.MustBeUnsigned);
    }

    [Fact]
    public async Task Only_waiting_proposals_of_the_own_desa_are_taken_up()
    {
        var musyawarah = New(Today);
        Refused(DeliberationRules.NotWaiting, () => musyawarah.TakeUp(NewProposal(ProposalKind.NewFamily, Village)));
        var foreign = await WaitingAsync(Guid.CreateVersion7());
        Refused(DeliberationRules.NotWaiting, () => musyawarah.TakeUp(foreign));
        var own = await WaitingAsync(kind: ProposalKind.OwnDataAccess);
        Refused(DeliberationRules.NotWaiting, () => musyawarah.TakeUp(own));
    }

    [Theory]
    [InlineData(DeliberationOutcome.NotWorthy)]
    [InlineData(DeliberationOutcome.Postponed)]
    public async Task A_refusal_or_delay_needs_a_reason(DeliberationOutcome outcome)
    {
        var proposal = await WaitingAsync();
        var musyawarah = New(Today);
        musyawarah.TakeUp(proposal);

        Refused(DeliberationRules.ReasonNeeded, () => musyawarah.Decide(proposal.Id, outcome, " "));
        Assert.Null(musyawarah.Items[0].Outcome);
        musyawarah.Decide(proposal.Id, outcome, " Sudah mampu. ");
        Assert.Equal((outcome, "Sudah mampu."), (musyawarah.Items[0].Outcome, musyawarah.Items[0].Reason));
    }

    [Fact]
    public async Task A_statement_finds_all_worthy_and_needs_neither_people_nor_a_number()
    {
        var proposal = await WaitingAsync();
        var statement = new VillageDeliberation(Village, DeliberationForm.Statement, Builders.DeliberationDetails(Today), Now);
        statement.TakeUp(proposal);

        Assert.Equal(DeliberationOutcome.Worthy, statement.Items[0].Outcome);
        Refused(DeliberationRules.StatementDecidesAll, () => statement.Decide(proposal.Id, DeliberationOutcome.NotWorthy, "x"));
        Refused(DeliberationRules.SignedMissing, () => Close(statement));
        statement.KeepSigned(Guid.CreateVersion7());
        Close(statement);
        Assert.True(statement.IsClosed);
    }

    [Fact]
    public async Task An_undecided_proposal_that_no_longer_waits_keeps_nothing_open_and_leaves_the_agenda()
    {
        var (stays, gone) = (await WaitingAsync(), await WaitingAsync());
        var musyawarah = New(Today);
        musyawarah.TakeUp(stays);
        musyawarah.TakeUp(gone);
        musyawarah.Decide(stays.Id, DeliberationOutcome.Worthy, null);
        musyawarah.Attend(Builders.Guests(5));
        musyawarah.Correct(Builders.DeliberationDetails(Today, "1/BA"));
        musyawarah.KeepSigned(Guid.CreateVersion7());

        Refused(DeliberationRules.OutcomesMissing, () => Close(musyawarah));
        Close(musyawarah, [gone.Id]);
        Assert.Equal([stays.Id], musyawarah.Items.Select(i => i.ProposalId));
    }

    [Fact]
    public async Task Order_on_the_agenda_stays_without_twins_after_one_is_dropped()
    {
        var musyawarah = New(Today);
        var proposals = new[] { await WaitingAsync(), await WaitingAsync(), await WaitingAsync() };
        musyawarah.TakeUp(proposals[0]);
        musyawarah.TakeUp(proposals[1]);
        musyawarah.Drop(proposals[0].Id);
        musyawarah.TakeUp(proposals[2]);
        Assert.Equal([2, 3], musyawarah.Items.Select(i => i.Order));
    }

    [Fact]
    public async Task Agenda_and_attendance_have_an_end()
    {
        var musyawarah = New(Today);
        for (var i = 0; i < VillageDeliberation.MostItems; i++) musyawarah.TakeUp(await WaitingAsync());
        var last = await WaitingAsync();
        Refused(DeliberationRules.AgendaTooLong, () => musyawarah.TakeUp(last));
        musyawarah.Attend(Builders.Guests(VillageDeliberation.MostAttendees));
        Refused(DeliberationRules.TooManyAttendees, () => musyawarah.Attend(Builders.Guests(VillageDeliberation.MostAttendees + 1)));
    }

    [Fact]
    public void A_pasted_list_is_read_with_its_head_row_and_numbers()
    {
        var guests = GuestText.Read("No;Nama;Unsur;L/P\n1.; Ibu Satu ;BPD;P\n\nBapak Dua;Ketua RT;laki-laki");
        Assert.Equal([new("Ibu Satu", "BPD", true), new("Bapak Dua", "Ketua RT", false)], guests);
        Assert.Equal([new("Ibu Tiga", "Warga", true)], GuestText.Read("Ibu Tiga\tWarga\tPr"));
    }

    [Theory]
    [InlineData("Ibu Satu;BPD;P\nBapak Dua;Ketua RT", "MSD-14", "baris 2")]
    [InlineData(";BPD;P", "MSD-14", "baris 1")]
    [InlineData("Ibu Satu;BPD;X", "MSD-14", "baris 1")]
    [InlineData("9901014107850001;BPD;P", "IDN-11", "")]
    public void A_bad_line_is_named(string text, string code, string told)
    {
        var refused = Assert.Throws<RuleBrokenException>(() => GuestText.Read(text));
        Assert.Equal(code, refused.Rule.Code);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_name_is_refused() =>
        Refused(DeliberationRules.GuestTooLong, () => GuestText.Check(3, new string('a', 151), "BPD", true));

    private static VillageDeliberation New(DateOnly heldOn) => new(Village, DeliberationForm.Assembly, Builders.DeliberationDetails(heldOn), Now);

    private static void Close(VillageDeliberation musyawarah, HashSet<Guid>? gone = null) =>
        musyawarah.Close(5, gone ?? Nobody, Builders.ActorOf(Role.VillageOperator), Today, Now);

    private static Proposal NewProposal(ProposalKind kind, Guid village) => new(kind, ProposalRegistration.Active, village, null, Builders.ActorOf(Role.VillageOperator), Builders.Cycle, Now);

    private static async Task<Proposal> WaitingAsync(Guid? village = null, ProposalKind kind = ProposalKind.NewFamily)
    {
        var cipher = (await Portal.SharedAsync()).Cipher;
        var proposal = NewProposal(kind, village ?? Village);
        var content = Builders.NewFamilyContent();
        proposal.Write(content, null, cipher, Now);
        proposal.Submit(ProposalComparison.Of(ProposalKind.NewFamily, content, proposal.VillageId, null).Lines, (Builders.Cycle, false), Builders.ActorOf(Role.VillageOperator), cipher, Now);
        return proposal;
    }

    private static void Refused(Rule rule, Action act) => Assert.Equal(rule, Assert.Throws<RuleBrokenException>(act).Rule);
}
