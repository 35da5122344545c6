using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Photos;

namespace TkpkPortal.Core.Proposals;

/// <summary>Evidence follows the way: the desk's while it is a draft, the pendamping's during the visit, nobody's afterwards.</summary>
public sealed partial class Proposal
{
    public bool TakesPhotosOf(Actor actor) => HindersPhotos(actor) is null;

    /// <summary>Refused: FOT-11, USL-02, USL-09.</summary>
    internal void MustTakePhotosOf(Actor actor)
    {
        if (HindersPhotos(actor) is { } hindrance) throw hindrance;
    }

    public bool LetsGo(ProposalPhoto photo, Actor actor) => TakesPhotosOf(actor) && IsOwnSide(photo, actor);

    /// <summary>Refused: FOT-11, FOT-13, USL-02, USL-09.</summary>
    internal void MustLetGo(ProposalPhoto photo, Actor actor)
    {
        MustTakePhotosOf(actor);
        if (!IsOwnSide(photo, actor)) throw new RuleBrokenException(Stage == ProposalStage.FieldCheckAsked ? PhotoRules.Frozen : PhotoRules.OfTheVisit);
    }

    private RuleBrokenException? HindersPhotos(Actor actor)
    {
        var act = Stage == ProposalStage.FieldCheckAsked ? ProposalAct.RecordFieldCheck : ProposalAct.Submit;
        if (ProposalFlow.Find(Kind, Stage, act) is not { } move) return new(PhotoRules.Frozen);
        if (actor.Role is not { } role || !move.By.Contains(role)) return new(ProposalRules.NotYourStep, null, string.Join(" atau ", move.By.Where(r => r != Role.Admin).Select(RoleNames.Of)));
        return act == ProposalAct.RecordFieldCheck && FacilitatorId != actor.UserId ? new(ProposalRules.NotTheVisitor) : null;
    }

    /// <summary>The visit checks what the desa showed: neither side takes the other's pictures away.</summary>
    private bool IsOwnSide(ProposalPhoto photo, Actor actor)
    {
        var ofTheVisit = FacilitatorId is { } visitor && photo.AddedBy == visitor;
        return ofTheVisit == (Stage == ProposalStage.FieldCheckAsked) && (!ofTheVisit || photo.AddedBy == actor.UserId);
    }
}
