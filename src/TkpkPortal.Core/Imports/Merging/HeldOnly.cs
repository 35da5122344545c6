namespace TkpkPortal.Core.Imports.Merging;

/// <summary>Rows that only speak of families already held: where a release ranks them, or that they receive a program.</summary>
internal sealed class HeldOnly(MergeContext context, Dictionary<Guid, Guid> nikHolders, Dictionary<Guid, Guid> cardHolders, HashSet<ulong> ambiguous)
{
    private readonly FamilyFields _fields = context.Fields;

    public FamilyOutcome Of(FamilyGroup group, HeldFamily? held)
    {
        var outcome = new FamilyOutcome { Group = group, Held = held, Kind = OutcomeKind.Same };
        if (group.Rows.Count == 0)
        {
            outcome.Kind = OutcomeKind.Refused;
        }
        else if (held is null)
        {
            foreach (var row in group.Rows) outcome.Refuse(row, FieldOf(row), WhyUnknown(row));
        }
        else if (Clash(group) is { } clash)
        {
            foreach (var row in group.Rows) outcome.Refuse(row, _fields.Card, clash);
        }
        else
        {
            Keep(outcome, held);
            if (context.Format == ImportFormat.Deciles) Rank(outcome);
            else outcome.Kind = OutcomeKind.New;
        }

        return outcome;
    }

    private void Rank(FamilyOutcome outcome)
    {
        var first = outcome.Group.Rows[0];
        foreach (var row in outcome.Group.Rows.Where(r => r.Values[_fields.Decile] != first.Values[_fields.Decile]))
            outcome.Refuse(row, _fields.Decile, ImportRules.DecilesDiffer, first.Number);
        if (outcome.Kind == OutcomeKind.Refused)
        {
            outcome.Refuse(first, _fields.Decile, ImportRules.DecilesDiffer, outcome.Group.Rows[^1].Number);
            return;
        }

        FamilyMerge.RankIn(outcome, context);
        if (outcome.Diff.Count > 0) outcome.Kind = OutcomeKind.Changed;
    }

    /// <summary>Everything but what the list is about stays.</summary>
    private static void Keep(FamilyOutcome outcome, HeldFamily held)
    {
        (outcome.VillageId, outcome.Address, outcome.Hamlet, outcome.Rt, outcome.Rw, outcome.Legacy) = (held.VillageId, held.Address, held.Hamlet, held.Rt, held.Rw, held.Legacy);
        (outcome.Conditions, outcome.Known) = (held.Conditions, held.Known);
        outcome.AllPeople.AddRange(held.People.Select(p => p.Details));
    }

    private static Common.Rule? Same(bool clash) => clash ? ImportRules.CardDiffers : null;

    private Common.Rule? Clash(FamilyGroup group) => Same(
        group.CardDigest is { } card && cardHolders.TryGetValue(new(card), out var byCard)
        && group.Rows.Exists(r => r.NikDigest is { } nik && nikHolders.TryGetValue(new(nik), out var byNik) && byNik != byCard));

    private int FieldOf(KeptRow row) => row.NikDigest is not null ? _fields.Nik : FamilyFields.Stated(row, _fields.Card) is not null ? _fields.Card : _fields.Name;

    private Common.Rule WhyUnknown(KeptRow row)
    {
        if (row.NikDigest is not null || FamilyFields.Stated(row, _fields.Card) is not null) return ImportRules.FamilyUnknown;
        if (ambiguous.Contains(row.Family)) return ImportRules.NameAmbiguous;
        return FamilyFields.Stated(row, _fields.Village) is null ? ImportRules.NameNeedsVillage : ImportRules.NameUnknown;
    }
}
