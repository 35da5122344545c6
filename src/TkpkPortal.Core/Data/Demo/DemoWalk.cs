using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>Who acts on the proposals of one desa.</summary>
internal sealed record DemoOfficers(Actor Village, Actor District, Actor Social, Actor Secretariat, Actor Facilitator);

/// <summary>The demo's own accounts where they belong, officers of the same kind elsewhere.</summary>
internal sealed class DemoActors(IReadOnlyDictionary<string, Guid> users, DemoFacilitator demo, string demoDistrict)
{
    private readonly Actor _social = Make(Role.SocialAgency, "Petugas Verifikasi Contoh", "Bidang Data, Dinas Sosial", Guid.CreateVersion7());
    private readonly Guid _elsewhere = Guid.CreateVersion7();
    private readonly Actor _secretariat = Make(Role.Secretariat, "Petugas Sekretariat Contoh", "Sekretariat TKPK, Bappeda", Guid.CreateVersion7());

    public Guid DemoVillage => demo.VillageId;

    public DemoOfficers For(Guid villageId, string village, string district) => new(
        Make(Role.VillageOperator, villageId == demo.VillageId ? "Wati Contoh" : $"Operator {village} Contoh", $"Operator Desa {village}", villageId == demo.VillageId ? users["desa"] : null),
        Make(Role.DistrictHead, $"Camat {district} Contoh", $"Camat {district}", null),
        _social,
        _secretariat,
        Make(Role.Facilitator, "Ketut Contoh", "Pendamping PKH", district == demoDistrict ? users["pendamping"] : _elsewhere));

    private static Actor Make(Role role, string name, string position, Guid? userId) => new() { UserId = userId, Name = name, Position = position, Role = role, Reach = Reach.Everything };
}

/// <summary>Takes one proposal along its way to a stage, a day or two between the acts.</summary>
/// <param name="answeredDecile">What the centre would answer.</param>
internal sealed class DemoWalk(DemoOfficers officers, int answeredDecile, FieldCipher cipher, DateTimeOffset start, DateTimeOffset end)
{
    public DateTimeOffset Now { get; private set; } = start;

    public Actor Village => officers.Village;

    public void To(Proposal proposal, ProposalStage target, Func<Proposal, VillageDeliberation> deliberationOf, Func<Proposal, Actor, ProposalDispatch> dispatchOf)
    {
        while (proposal.Stage != target)
        {
            if (target == ProposalStage.Cancelled && proposal.Stage == ProposalStage.Submitted)
            {
                proposal.Cancel("Keluarga menarik usulannya.", officers.Village, Next());
                return;
            }

            if (Refused(proposal, target)) return;
            Forward(proposal, target, deliberationOf, dispatchOf);
        }
    }

    /// <summary>Given back or rejected by Dinas Sosial, where most refusals fall.</summary>
    private bool Refused(Proposal proposal, ProposalStage target)
    {
        var at = ProposalFlow.IsOwnData(proposal.Kind) ? ProposalStage.Submitted : ProposalStage.DistrictVerified;
        if (proposal.Stage != at || target is not (ProposalStage.Rejected or ProposalStage.Returned)) return false;
        if (target == ProposalStage.Rejected) proposal.Reject("Tidak memenuhi syarat setelah diperiksa.", officers.Social, Next());
        else proposal.Return("Foto rumah dan surat pernyataan belum lengkap.", officers.Social, Next());
        return true;
    }

    private void Forward(Proposal proposal, ProposalStage target, Func<Proposal, VillageDeliberation> deliberationOf, Func<Proposal, Actor, ProposalDispatch> dispatchOf)
    {
        switch (proposal.Stage)
        {
            case ProposalStage.Draft:
                var content = proposal.Content(cipher);
                proposal.Submit(ProposalComparison.Of(proposal.Kind, content, proposal.VillageId, content.Base).Lines, (proposal.CycleMonth, false), officers.Village, cipher, Now);
                break;
            case ProposalStage.Submitted when proposal.Kind is ProposalKind.OwnDataAccess or ProposalKind.OwnDataObjection:
                proposal.Complete("Profil keluarga dicetak dan diserahkan.", null, officers.Secretariat, Next());
                break;
            case ProposalStage.Submitted when proposal.Kind == ProposalKind.OwnDataCorrection:
            case ProposalStage.DistrictVerified:
                proposal.Verify(officers.Social, null, Next());
                break;
            case ProposalStage.Submitted:
                var deliberation = deliberationOf(proposal);
                deliberation.TakeUp(proposal);
                deliberation.Decide(proposal.Id, DeliberationOutcome.Worthy, null);
                proposal.DecideInDeliberation(deliberation.Id, DeliberationOutcome.Worthy, null, proposal.CycleMonth.AddMonths(1), officers.Village, Next());
                break;
            case ProposalStage.Deliberated:
                proposal.Verify(officers.District, null, Next());
                break;
            case ProposalStage.SocialVerified when target is ProposalStage.FieldCheckAsked or ProposalStage.FieldChecked:
                proposal.AskFieldCheck(officers.Facilitator.UserId, officers.Social, "Pastikan keadaan rumah.", Next());
                break;
            case ProposalStage.FieldCheckAsked:
                proposal.RecordFieldCheck(FieldFinding.Matches, "Keadaan sesuai usulan.", officers.Facilitator, Next());
                break;
            case ProposalStage.SocialVerified or ProposalStage.FieldChecked:
                proposal.Approve(officers.Secretariat, null, Next());
                break;
            case ProposalStage.Approved when proposal.Kind == ProposalKind.OwnDataCorrection:
            case ProposalStage.Answered:
                proposal.Apply(proposal.HouseholdId ?? Guid.Empty, officers.Secretariat, Next());
                break;
            case ProposalStage.Approved:
                var dispatch = dispatchOf(proposal, officers.Secretariat);
                Now = dispatch.SentAt > Next() ? dispatch.SentAt : Now;
                proposal.Send(dispatch.Id, officers.Secretariat, Now);
                break;
            case ProposalStage.Sent:
                proposal.TakeAnswer(CentreAnswer.Accepted, proposal.Kind is ProposalKind.Exit or ProposalKind.Objection ? null : answeredDecile, DateOnly.FromDateTime(Now.UtcDateTime), null, DemoAnswers, officers.Secretariat, Next());
                break;
            default:
                throw new InvalidOperationException($"No way on from {proposal.Stage} to {target}.");
        }
    }

    /// <summary>Stands for an import that the demo does not have.</summary>
    private static readonly Guid DemoAnswers = new("00000000-0000-7000-8000-000000000099");

    private DateTimeOffset Next() => Now = Now.AddHours(31) is var later && later < end ? later : end;
}
