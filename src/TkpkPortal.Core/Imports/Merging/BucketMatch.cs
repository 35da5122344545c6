using System.Globalization;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>The rows of one bucket, grouped by family and with the digests of their numbers: all that can be done without the database.</summary>
internal static class BucketRows
{
    public static List<FamilyGroup> Group(IEnumerable<KeptRow> rows, FamilyFields fields, FieldCipher cipher)
    {
        var groups = new Dictionary<ulong, FamilyGroup>();
        foreach (var row in rows)
        {
            if (!groups.TryGetValue(row.Family, out var group)) groups[row.Family] = group = new() { Key = row.Family };
            (row.IsBad ? group.Bad : group.Rows).Add(row);
        }

        foreach (var group in groups.Values)
        {
            group.Rows.Sort((a, b) => a.Number.CompareTo(b.Number));
            foreach (var row in group.Rows)
            {
                if (FamilyFields.Stated(row, fields.Nik) is { } nik) row.NikDigest = cipher.Digest(nik);
                group.Card ??= FamilyFields.Stated(row, fields.Card);
            }

            if (group.Card is { } card) group.CardDigest = cipher.Digest(card);
        }

        return [.. groups.Values];
    }
}

/// <summary>Finds the registry's families for the groups of one bucket and lays the rows over them.</summary>
internal sealed class BucketMatch(MergeContext context, RegistryReader registry)
{
    private readonly FamilyFields _fields = context.Fields;
    private readonly HashSet<ulong> _ambiguous = [];

    public async Task<List<FamilyOutcome>> RunAsync(List<FamilyGroup> groups, bool forUpdate, CancellationToken ct)
    {
        var byNik = await registry.ByNikAsync([.. groups.SelectMany(g => g.Rows).Select(r => r.NikDigest).OfType<byte[]>()], ct);
        var byCard = await registry.ByCardAsync([.. groups.Select(g => g.CardDigest).OfType<byte[]>()], ct);
        var byHead = await NamelessAsync(groups, ct);
        var aims = groups.ConvertAll(g => (Group: g, Aim: AimOf(g, byNik, byCard, byHead)));
        var ids = aims.Select(a => a.Aim).OfType<Guid>().Concat(byNik.Values).Concat(byCard.Values).Distinct().ToArray();
        var held = await registry.LoadAsync(ids, forUpdate, context.Release?.Id, context.Instrument, ct);
        return Merge(aims, held, byNik, byCard);
    }

    /// <summary>Families known to be held, and families known to be new: nothing is looked up but the held ones. A number somebody else took meanwhile breaks the unique index.</summary>
    public async Task<List<FamilyOutcome>> AgainAsync(List<(FamilyGroup Group, Guid? Held)> aims, CancellationToken ct)
    {
        var held = await registry.LoadAsync([.. aims.Select(a => a.Held).OfType<Guid>().Distinct()], forUpdate: true, context.Release?.Id, context.Instrument, ct);
        if (aims.Exists(a => a.Held is { } id && !held.ContainsKey(id))) throw new PlanOutdatedException();
        var outcomes = Merge(aims, held, [], []);
        if (context.Format is ImportFormat.Deciles or ImportFormat.Recipients) return outcomes;
        foreach (var changed in outcomes.Where(o => o.Kind is OutcomeKind.New or OutcomeKind.Changed)) FamilyMerge.Observe(changed, context);
        return outcomes;
    }

    private List<FamilyOutcome> Merge(List<(FamilyGroup Group, Guid? Aim)> aims, Dictionary<Guid, HeldFamily> held, Dictionary<Guid, Guid> byNik, Dictionary<Guid, Guid> byCard)
    {
        var villages = held.ToDictionary(h => h.Key, h => h.Value.VillageId);
        var merge = new FamilyMerge(context, byNik, byCard, villages);
        var outcomes = new List<FamilyOutcome>(aims.Count);
        foreach (var (group, family) in Joined(aims, held))
        {
            if (context.Format is ImportFormat.Deciles or ImportFormat.Recipients)
            {
                outcomes.Add(new HeldOnly(context, byNik, byCard, _ambiguous).Of(group, family));
                continue;
            }

            if (family is null && group.Rows.Find(r => FamilyFields.Stated(r, _fields.RowId) is not null) is not null)
            {
                var unknown = new FamilyOutcome { Group = group };
                foreach (var row in group.Rows) unknown.Refuse(row, _fields.RowId, ImportRules.RowIdUnknown);
                outcomes.Add(unknown);
                continue;
            }

            outcomes.Add(merge.Of(group, family));
        }

        return outcomes;
    }

    /// <summary>Two groups may turn out to be one family: one by its card, one by a NIK.</summary>
    private IEnumerable<(FamilyGroup Group, HeldFamily? Held)> Joined(List<(FamilyGroup Group, Guid? Aim)> aims, Dictionary<Guid, HeldFamily> held)
    {
        var first = new Dictionary<Guid, FamilyGroup>();
        var joined = new List<(FamilyGroup, HeldFamily?)>(aims.Count);
        foreach (var (group, aim) in aims)
        {
            var family = aim is { } id && held.TryGetValue(id, out var found) && Fits(group, found) ? found : null;
            if (family is null)
            {
                joined.Add((group, null));
            }
            else if (first.TryGetValue(family.Id, out var other))
            {
                other.Rows.AddRange(group.Rows);
                other.Bad.AddRange(group.Bad);
                (other.Card, other.CardDigest) = other.Card is null ? (group.Card, group.CardDigest) : (other.Card, other.CardDigest);
            }
            else
            {
                first.Add(family.Id, group);
                joined.Add((group, family));
            }
        }

        return joined;
    }

    /// <summary>
    /// A group with another card that names a member, but not the head, of a held family is that person's new family, not the old one:
    /// the person has to leave the old one first.
    /// </summary>
    private bool Fits(FamilyGroup group, HeldFamily held)
    {
        if (context.Format is ImportFormat.Deciles or ImportFormat.Recipients || group.CardDigest is not { } card || (held.CardDigest is { } same && same.AsSpan().SequenceEqual(card)) || group.Rows.Exists(r => RowIds.FamilyOf(FamilyFields.Stated(r, _fields.RowId)) == held.Id)) return true;
        var head = group.Rows.Find(_fields.IsHead);
        return head?.NikDigest is { } nik && held.People.Exists(p => p.Details.Relation == FamilyRelation.Head && p.NikDigest is { } of && of.AsSpan().SequenceEqual(nik));
    }

    private Guid? AimOf(FamilyGroup group, Dictionary<Guid, Guid> byNik, Dictionary<Guid, Guid> byCard, Dictionary<(string, string), Guid> byHead)
    {
        foreach (var row in group.Rows)
        {
            if (RowIds.FamilyOf(FamilyFields.Stated(row, _fields.RowId)) is { } id) return id;
        }

        if (group.CardDigest is { } card && byCard.TryGetValue(new(card), out var found)) return found;
        foreach (var row in group.Rows.OrderByDescending(_fields.IsHead))
        {
            if (row.NikDigest is { } nik && byNik.TryGetValue(new(nik), out found)) return found;
        }

        return Nameless(group) is { } head && byHead.TryGetValue(KeyOf(head), out found) ? found : null;
    }

    /// <summary>A family without any number in the file is known again by desa, head and the head's birth date; only where that tells one family.</summary>
    private async Task<Dictionary<(string, string), Guid>> NamelessAsync(List<FamilyGroup> groups, CancellationToken ct)
    {
        var heads = groups.Select(Nameless).OfType<KeptRow>().Where(r => FamilyFields.Stated(r, _fields.Village) is not null && _fields.NameIn(r) is not null)
            .Select(r => (Row: r, Place: context.Villages.Find(r.Values[_fields.Village]!))).Where(h => h.Place is not null).ToList();
        var found = await registry.ByHeadAsync([.. heads.Select(h => h.Place!.Id)], [.. heads.Select(h => _fields.NameIn(h.Row)!)], ct);
        var known = new Dictionary<(string, string), Guid>();
        foreach (var (row, place) in heads)
        {
            var same = found.Where(f => f.Village == place!.Id && f.Head == _fields.NameIn(row) && (context.Format == ImportFormat.Recipients || f.Birth == _fields.BirthIn(row))).Select(f => f.Family).Distinct().Take(2).ToList();
            if (same.Count == 1) known[KeyOf(row)] = same[0];
            else if (same.Count > 1) _ambiguous.Add(row.Family);
        }

        return known;
    }

    private KeptRow? Nameless(FamilyGroup group) =>
        group.Card is null && !group.Rows.Exists(r => r.NikDigest is not null || FamilyFields.Stated(r, _fields.RowId) is not null)
            ? group.Rows.Find(r => context.Format == ImportFormat.Recipients || _fields.IsHead(r))
            : null;

    private (string, string) KeyOf(KeptRow head) =>
        ($"{FamilyFields.Stated(head, _fields.Village)} {_fields.BirthIn(head)?.ToString("O", CultureInfo.InvariantCulture)}", _fields.NameIn(head) ?? "");
}

/// <summary>The registry is no longer what the plan was made for: the chunk is checked anew.</summary>
internal sealed class PlanOutdatedException() : Exception("The plan of a chunk no longer fits the registry.");
