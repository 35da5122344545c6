using System.Security.Cryptography;
using CsCheck;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Core.Proposals.Review;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>Whatever people of whatever role do to a proposal, in whatever order: the way is the flow's table, nothing frozen changes, and somebody always has the next word.</summary>
public sealed class ProposalWayTests
{
    private static readonly FieldCipher Cipher = new(Keyring.Generate());

    private static readonly Gen<(ProposalKind Kind, (int Act, int Role, int Person, int Number)[] Acts)> Ways = Gen.Select(
        Gen.Enum<ProposalKind>(), Gen.Select(Gen.Int[0, 16], Gen.Int[0, 8], Gen.Int[0, 3], Gen.Int[0, 5]).Array[40, 160]);

    [Fact]
    public void Any_sequence_of_acts_by_anybody_stays_on_the_way() => Ways.Sample(
        way =>
        {
            var run = new Run(way.Kind);
            foreach (var act in way.Acts) run.Try(act.Act, act.Role, act.Person, act.Number);
        },
        iter: 2000);

    /// <summary>The property says nothing about what never happens: acts by those whose turn it is must reach every end and take every act.</summary>
    [Fact]
    public void Every_act_and_every_stage_does_happen()
    {
        HashSet<ProposalAct> acts = [];
        HashSet<ProposalStage> stages = [];
        var random = new Random(4);
        foreach (var kind in Enum.GetValues<ProposalKind>())
        {
            for (var i = 0; i < 120; i++)
            {
                var run = new Run(kind);
                for (var step = 0; step < 120; step++)
                {
                    var moves = ProposalFlow.Of(kind).Where(m => m.From == run.Proposal.Stage).ToList();
                    if (moves.Count == 0) break;
                    var move = moves[random.Next(moves.Count)];
                    if (move.Act is ProposalAct.Cancel or ProposalAct.Reject or ProposalAct.Return && random.Next(10) > 0) continue;
                    run.Try((int)move.Act, (int)move.By[random.Next(move.By.Count)], random.Next(4), random.Next(6));
                }

                acts.UnionWith(run.Proposal.Steps.Select(s => s.Act));
                stages.UnionWith(run.Proposal.Steps.Select(s => s.To));
            }
        }

        Assert.Equal(Enum.GetValues<ProposalAct>(), acts.Order());
        Assert.Equal(Enum.GetValues<ProposalStage>().Where(s => s != ProposalStage.Draft), stages.Order());
    }

    [Theory]
    [MemberData(nameof(OpenStages))]
    public void Every_open_stage_has_somebody_with_the_next_word(ProposalKind kind, ProposalStage stage) => Assert.NotEmpty(ProposalFlow.Next(kind, stage));

    public static TheoryData<ProposalKind, ProposalStage> OpenStages
    {
        get
        {
            var data = new TheoryData<ProposalKind, ProposalStage>();
            foreach (var kind in Enum.GetValues<ProposalKind>())
                foreach (var stage in ProposalFlow.Of(kind).SelectMany(m => new[] { m.From, m.To }).Distinct().Where(s => !ProposalFlow.IsFinal(s))) data.Add(kind, stage);
            return data;
        }
    }

    private sealed class Run
    {
        private static readonly DateTimeOffset Start = new(2026, 11, 2, 3, 0, 0, TimeSpan.Zero);
        private readonly Guid[] _people = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];
        private readonly Guid[] _batches = [Guid.CreateVersion7(), Guid.CreateVersion7()];
        private readonly ProposalContent _content;
        private readonly List<byte[]> _frozen = [];
        private int _minutes;

        public Run(ProposalKind kind)
        {
            Proposal = new(kind, ProposalRegistration.Active, Guid.CreateVersion7(), null, Person(Role.VillageOperator, 0), Builders.Cycle, Start);
            var family = new FamilyDraft { Address = "Jalan Uji", Members = [new() { Name = "Kepala", Relation = Core.Households.FamilyRelation.Head }] };
            _content = new() { Base = kind == ProposalKind.NewFamily ? null : new(), Family = family, ToVillageId = Guid.CreateVersion7(), LeftOn = "2026-11-01", LeaveReason = Core.Households.LeaveReason.Moved };
            Proposal.Write(_content, "periksa", Cipher, Start);
        }

        public Proposal Proposal { get; }

        public void Try(int act, int role, int person, int number)
        {
            var actor = Person((Role)role, person);
            var before = (Proposal.Stage, Proposal.Reached, Proposal.Round, Proposal.Answer, Steps: Proposal.Steps.Count, Diffs: Proposal.Diffs.Count);
            try
            {
                Act((ProposalAct)act, actor, number);
            }
            catch (RuleBrokenException)
            {
                Assert.Equal(before, (Proposal.Stage, Proposal.Reached, Proposal.Round, Proposal.Answer, Proposal.Steps.Count, Proposal.Diffs.Count));
                return;
            }

            Assert.Equal(before.Steps + 1, Proposal.Steps.Count);
            Check(Proposal.Steps[^1], before.Stage, before.Reached, before.Answer, actor);
        }

        private void Check(ProposalStep step, ProposalStage from, ProposalStage reached, CentreAnswer? answered, Actor actor)
        {
            // The way: each step is a line of the table, by one of its roles; a corrected one that the musyawarah found worthy goes on behind it.
            Assert.Equal(from, step.From);
            var move = ProposalFlow.Find(Proposal.Kind, from, step.Act);
            Assert.NotNull(move);
            Assert.Contains(actor.Role!.Value, move.By);
            var expected = step.Act == ProposalAct.Submit && Proposal.DeliberationId is not null ? ProposalStage.Deliberated : move.To;
            Assert.Equal((expected, expected), (step.To, Proposal.Stage));
            Assert.True(Proposal.Reached >= reached);
            Assert.Equal((actor.UserId, actor.Name, actor.Position), (step.ActorId, step.ActorName, step.Office));

            // Final stays final, but for the centre's own word, when its import is undone.
            if (ProposalFlow.IsFinal(from)) Assert.Equal((ProposalAct.WithdrawAnswer, ProposalStage.Rejected, (CentreAnswer?)CentreAnswer.Rejected), (step.Act, from, answered));

            // Nothing is applied twice, nobody reviews the own proposal, two people stand between Dinas Sosial's word and the approval.
            Assert.InRange(Proposal.Steps.Count(s => s.Act == ProposalAct.Apply), 0, 1);
            if (ProposalFlow.IsReview(step.Act)) Assert.DoesNotContain(step.ActorId, new[] { Proposal.CreatedBy, Proposal.SubmittedBy });
            if (step.Act == ProposalAct.Approve) Assert.NotEqual(Proposal.Steps.Last(s => s.Act == ProposalAct.VerifySocial).ActorId, step.ActorId);
            if (step.Act is ProposalAct.Return or ProposalAct.Reject or ProposalAct.Cancel or ProposalAct.Postpone or ProposalAct.Complete) Assert.False(string.IsNullOrWhiteSpace(step.Note));

            // What was frozen stays frozen, round by round.
            Assert.Equal(Proposal.Round, Proposal.Diffs.Count);
            foreach (var diff in Proposal.Diffs.Skip(_frozen.Count)) _frozen.Add(diff.Sha256);
            Assert.Equal(_frozen, Proposal.Diffs.Select(d => SHA256.HashData(Cipher.OpenBytes(d.SealedLines, d.Id))));
            Assert.Equal(_frozen, Proposal.Diffs.Select(d => d.Sha256));

            // Somebody always has the next word, and the table knows what it may be.
            if (!Proposal.IsOpen) return;
            var next = ProposalFlow.Next(Proposal.Kind, Proposal.Stage);
            Assert.NotEmpty(next);
            Assert.All(next, r => Assert.NotEmpty(ProposalFlow.ActsOf(Proposal.Kind, Proposal.Stage, r)));
            Assert.Contains(next, r => ProposalDuty.Of(r).Any(d => d.Stage == Proposal.Stage && d.KindsFor(r).Contains(Proposal.Kind)) || Proposal.Stage == ProposalStage.Sent);
        }

        private void Act(ProposalAct act, Actor actor, int number)
        {
            var now = Start.AddMinutes(++_minutes);
            var reason = number == 0 ? null : "Sebab uji";
            switch (act)
            {
                case ProposalAct.Submit:
                    // Each round proposes something else.
                    if (Proposal.IsDraft) Proposal.Write(_content with { Family = _content.Family with { Address = $"Jalan Uji {Proposal.Round}" } }, null, Cipher, now);
                    Proposal.Submit(ProposalComparison.Of(Proposal.Kind, Proposal.Content(Cipher), Proposal.VillageId, Proposal.Content(Cipher).Base).Lines, (Builders.Cycle, number == 1), actor, Cipher, now);
                    break;
                case ProposalAct.Deliberate or ProposalAct.Postpone:
                    var outcome = act == ProposalAct.Deliberate ? DeliberationOutcome.Worthy : number == 5 ? DeliberationOutcome.NotWorthy : DeliberationOutcome.Postponed;
                    Proposal.DecideInDeliberation(Guid.CreateVersion7(), outcome, reason, Builders.Cycle.AddMonths(1), actor, now);
                    break;
                case ProposalAct.VerifyDistrict or ProposalAct.VerifySocial:
                    Proposal.Verify(actor, reason, now);
                    break;
                case ProposalAct.AskFieldCheck:
                    Proposal.AskFieldCheck(number == 0 ? null : _people[number % 4], actor, reason, now);
                    break;
                case ProposalAct.RecordFieldCheck:
                    Proposal.RecordFieldCheck((FieldFinding)(number % 3), reason, actor, now);
                    break;
                case ProposalAct.Approve:
                    Proposal.Approve(actor, reason, now);
                    break;
                case ProposalAct.Send:
                    Proposal.Send(Guid.CreateVersion7(), actor, now);
                    break;
                case ProposalAct.Accept or ProposalAct.Wait:
                    var answer = act == ProposalAct.Wait ? CentreAnswer.Postponed : number >= 4 ? CentreAnswer.Rejected : CentreAnswer.Accepted;
                    Proposal.TakeAnswer(answer, 1, new(2026, 12, 1), reason, _batches[number % 2], actor, now);
                    break;
                case ProposalAct.WithdrawAnswer:
                    Proposal.WithdrawAnswer(_batches[number % 2], actor, now);
                    break;
                case ProposalAct.Apply:
                    Proposal.Apply(Guid.CreateVersion7(), actor, now);
                    break;
                case ProposalAct.Complete:
                    Proposal.Complete(reason, null, actor, now);
                    break;
                case ProposalAct.Return:
                    Proposal.Return(reason, actor, now);
                    break;
                case ProposalAct.Reject:
                    Proposal.Reject(reason, actor, now);
                    break;
                case ProposalAct.Cancel:
                    Proposal.Cancel(reason, actor, now);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(act));
            }
        }

        private Actor Person(Role role, int person) => Builders.ActorOf(role, _people[person]);
    }
}
