using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>
/// Lays the rows of one family over what is held of it, rule by rule. Pure: checking calls it for the preview, merging calls it again under lock,
/// so what is written always follows from what is held at that moment.
/// </summary>
internal sealed class FamilyMerge(MergeContext context, Dictionary<Guid, Guid> nikHolders, Dictionary<Guid, Guid> cardHolders, Dictionary<Guid, Guid> villageOfFamily)
{
    private const string Hidden = "(disembunyikan)";

    private readonly FamilyFields _fields = context.Fields;

    public FamilyOutcome Of(FamilyGroup group, HeldFamily? held)
    {
        var outcome = new FamilyOutcome { Group = group, Held = held, Kind = held is null ? OutcomeKind.New : OutcomeKind.Same };
        if (group.Rows.Count == 0)
        {
            outcome.Kind = OutcomeKind.Refused;
            return outcome;
        }

        if (!PlaceIn(outcome) || !SameHead(outcome) || !CardIn(outcome)) return outcome;
        People(outcome);
        if (!OneHead(outcome)) return outcome;
        Facts(outcome);
        RankIn(outcome, context);
        AnswersIn(outcome);
        if (held is not null && outcome.Diff.Count > 0) outcome.Kind = OutcomeKind.Changed;
        return outcome;
    }

    private bool PlaceIn(FamilyOutcome outcome)
    {
        var rows = outcome.Group.Rows;
        var codes = rows.Select(r => FamilyFields.Stated(r, _fields.Village)).OfType<string>().Distinct().ToList();
        if (codes.Count > 1) return RefuseAll(outcome, _fields.Village, ImportRules.VillagesDiffer);
        var place = codes.Count == 1 ? context.Villages.Find(codes[0]) : null;
        if (outcome.Held is null && place is null) return RefuseAll(outcome, _fields.Village, ImportRules.VillageNeeded);
        outcome.VillageId = outcome.Held?.VillageId ?? place!.Id;
        return place is null || place.Id == outcome.VillageId
            || RefuseAll(outcome, _fields.Village, ImportRules.HeldElsewhere, context.PlaceOf(outcome.VillageId), context.PlaceOf(place.Id));
    }

    /// <summary>A number alone does not make two people one: where name and birth date both say otherwise, the number is wrong.</summary>
    private bool SameHead(FamilyOutcome outcome)
    {
        if (outcome.Held is not { } held || outcome.Group.Rows.Exists(r => FamilyFields.Stated(r, _fields.RowId) is not null)) return true;
        if (outcome.Group.Rows.Find(_fields.IsHead) is not { } head) return true;
        var byNik = held.People.Find(p => IsNikOf(head, p));
        var heldHead = held.People.Find(p => p.Details.Relation == FamilyRelation.Head);
        // The old head may stand in another row: then the family has a new one.
        var other = byNik ?? (heldHead is null || outcome.Group.Rows.Exists(r => Find(r, held, held.People).Held == heldHead) ? null : heldHead);
        return other is null || !_fields.IsOther(head, other.Details)
            || RefuseAll(outcome, byNik is null ? _fields.Card : _fields.Nik, ImportRules.OtherPerson, context.PlaceOf(held.VillageId));
    }

    private static bool IsNikOf(KeptRow row, HeldPerson person) => row.NikDigest is { } nik && person.NikDigest is { } held && held.AsSpan().SequenceEqual(nik);

    private bool CardIn(FamilyOutcome outcome)
    {
        var (group, held) = (outcome.Group, outcome.Held);
        if (group.CardDigest is { } digest)
        {
            if (cardHolders.TryGetValue(new(digest), out var holder) && holder != held?.Id)
                return RefuseAll(outcome, _fields.Card, HouseholdRules.CardTakenHere, PlaceOfFamily(holder));
            if (held?.CardDigest is { } same && same.AsSpan().SequenceEqual(digest)) return true;
            outcome.Card = group.Card;
            if (held is not null) outcome.Diff.Add(new("Nomor KK", held.CardDigest is null ? null : Hidden, Hidden));
            return true;
        }

        if (held?.CardDigest is null || _fields.Card < 0 || !group.Rows.Exists(r => r.Values[_fields.Card] == StagedRow.Clear)) return true;
        outcome.CardCleared = true;
        outcome.Diff.Add(new("Nomor KK", Hidden, null));
        return true;
    }

    private void People(FamilyOutcome outcome)
    {
        var waiting = outcome.Held is null ? [] : new List<HeldPerson>(outcome.Held.People);
        foreach (var row in outcome.Group.Rows)
        {
            if (Person(outcome, row, waiting) is not { } person) continue;
            outcome.AllPeople.Add(person.Details);
            if (person.IsChanged) outcome.People.Add(person);
        }

        outcome.AllPeople.AddRange(waiting.Select(p => p.Details));
    }

    private PersonOutcome? Person(FamilyOutcome outcome, KeptRow row, List<HeldPerson> waiting)
    {
        if (row.NikDigest is { } digest && nikHolders.TryGetValue(new(digest), out var holder) && holder != outcome.Held?.Id)
            return Problem(outcome, row, _fields.Nik, HouseholdRules.NikTakenHere, PlaceOfFamily(holder));
        var (held, isUnknown) = Find(row, outcome.Held, waiting);
        if (isUnknown) return Problem(outcome, row, _fields.RowId, ImportRules.RowIdUnknown);
        if (row.NikDigest is { } own && waiting.Exists(p => p != held && p.NikDigest is { } other && other.AsSpan().SequenceEqual(own)))
            return Problem(outcome, row, _fields.Nik, HouseholdRules.NikTwice);
        if (held is not null && FamilyFields.Stated(row, _fields.RowId) is null && IsNikOf(row, held) && _fields.IsOther(row, held.Details))
            return Problem(outcome, row, _fields.Nik, ImportRules.OtherPerson, context.PlaceOf(outcome.VillageId));
        if (_fields.Details(row, held?.Details) is not { } details) return Problem(outcome, row, _fields.Name, ImportRules.NewMemberIncomplete);
        if (held is not null) waiting.Remove(held);
        var nikChanges = row.NikDigest is { } nik && !(held?.NikDigest is { } before && before.AsSpan().SequenceEqual(nik));
        var cleared = held?.NikDigest is not null && _fields.Nik >= 0 && row.Values[_fields.Nik] == StagedRow.Clear;
        var person = new PersonOutcome { Row = row, Held = held, Details = details, Nik = nikChanges ? row.Values[_fields.Nik] : null, NikCleared = cleared };
        if (outcome.Held is not null) Tell(outcome, person);
        return person;
    }

    private static void Tell(FamilyOutcome outcome, PersonOutcome person)
    {
        if (person.Held is not { } held)
        {
            outcome.Diff.Add(new("Anggota baru", null, person.Details.Name));
            return;
        }

        FamilyFields.Tell(outcome.Diff, held.Details, person.Details);
        if (person.Nik is not null || person.NikCleared)
            outcome.Diff.Add(new($"NIK, {person.Details.Name}", held.NikDigest is null ? null : Hidden, person.NikCleared ? null : Hidden));
    }

    /// <summary>By row id, by NIK, then by name and birth date; among those no other row has taken.</summary>
    private (HeldPerson? Held, bool IsUnknown) Find(KeptRow row, HeldFamily? family, List<HeldPerson> waiting)
    {
        if (RowIds.MemberOf(FamilyFields.Stated(row, _fields.RowId)) is { } id)
        {
            var byId = waiting.Find(p => p.Id == id);
            return (byId, byId is null);
        }

        if (family is null) return (null, false);
        if (row.NikDigest is { } digest && waiting.Find(p => p.NikDigest is { } held && held.AsSpan().SequenceEqual(digest)) is { } byNik) return (byNik, false);
        if (_fields.NameIn(row) is not { } name) return (null, false);
        var birth = _fields.BirthIn(row);
        return (waiting.Find(p => p.Details.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
            && (p.Details.BirthDate == birth ? birth is not null || p.NikDigest is null || row.NikDigest is null : (birth is null || p.Details.BirthDate is null) && (p.NikDigest is null || row.NikDigest is null))), false);
    }

    private bool OneHead(FamilyOutcome outcome)
    {
        var heads = outcome.AllPeople.Count(p => p.Relation == FamilyRelation.Head);
        if (heads == 1) return true;
        var (rows, spoiled) = (outcome.Group.Rows, outcome.Problems.ConvertAll(p => p.Row));
        var left = rows.Where(r => !spoiled.Contains(r)).ToList();
        outcome.Kind = OutcomeKind.Refused;
        if (heads > 1 && context.Format == ImportFormat.P3keFamilies && outcome.Held is { } held && NotItsHead(outcome, held, left)) return false;
        if (heads > 1)
        {
            foreach (var row in left.Where(_fields.IsHead)) outcome.Refuse(row, _fields.Relation, ImportRules.TwoHeads);
            var first = left.Find(_fields.IsHead) ?? left[0];
            foreach (var row in left.Where(r => !_fields.IsHead(r))) outcome.Refuse(row, -1, ImportRules.FamilyRefused, first.Number);
            return false;
        }

        var missing = outcome.Group.Bad.Concat(spoiled).Where(_fields.IsHead).Select(r => (int?)r.Number).FirstOrDefault();
        foreach (var row in left)
        {
            if (missing is { } number) outcome.Refuse(row, -1, ImportRules.FamilyRefused, number);
            else outcome.Refuse(row, _fields.Relation, ImportRules.HeadMissing);
        }

        return false;
    }

    /// <summary>One row a family and no column of relations: what a person can mend is the number, or the family held.</summary>
    private bool NotItsHead(FamilyOutcome outcome, HeldFamily held, List<KeptRow> rows)
    {
        var wrong = rows.FindAll(r => Find(r, held, held.People).Held?.Details.Relation != FamilyRelation.Head);
        foreach (var row in wrong)
        {
            var isMember = held.People.Exists(p => IsNikOf(row, p));
            outcome.Refuse(row, isMember ? _fields.Nik : _fields.Card, isMember ? ImportRules.NikOfMember : ImportRules.CardOfOtherHead, context.PlaceOf(held.VillageId));
        }

        foreach (var row in rows.Where(r => wrong.Count > 0 && !wrong.Contains(r))) outcome.Refuse(row, -1, ImportRules.FamilyRefused, wrong[0].Number);
        return wrong.Count > 0;
    }

    private void Facts(FamilyOutcome outcome)
    {
        var (rows, held) = (outcome.Group.Rows, outcome.Held);
        outcome.Address = Value(_fields.Address, held?.Address) ?? "";
        outcome.Hamlet = Value(_fields.Hamlet, held?.Hamlet);
        outcome.Rt = Value(_fields.Rt, held?.Rt);
        outcome.Rw = Value(_fields.Rw, held?.Rw);
        outcome.Legacy = Value(_fields.Legacy, held?.Legacy);
        if (held is null) return;
        FamilyFields.Tell(outcome.Diff, "Alamat", null, held.Address, outcome.Address);
        FamilyFields.Tell(outcome.Diff, "Dusun", null, held.Hamlet, outcome.Hamlet);
        FamilyFields.Tell(outcome.Diff, "RT", null, held.Rt, outcome.Rt);
        FamilyFields.Tell(outcome.Diff, "RW", null, held.Rw, outcome.Rw);
        FamilyFields.Tell(outcome.Diff, "Nomor rumah tangga lama", null, held.Legacy, outcome.Legacy);

        // The family's columns stand in each of its rows; the first that says something counts.
        string? Value(int field, string? now) => field < 0 || rows.Find(r => r.Values[field] is not null) is not { } row ? now : FamilyFields.Apply(row, field, now);
    }

    /// <summary>What a release says of a family, and whether that is news.</summary>
    public static void RankIn(FamilyOutcome outcome, MergeContext context)
    {
        var field = context.Fields.Decile;
        if (context.Release is not { } release || field < 0 || outcome.Group.Rows.Find(r => r.Values[field] is not null) is not { } row) return;
        var decile = FamilyFields.Stated(row, field) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : (int?)null;
        if (outcome.Held is { } held)
        {
            if (held.InRelease.Ranked && held.InRelease.Decile == decile) return;
            if (!IsNewest(held, release)) outcome.Diff.Add(new($"Desil {release.Source} {Indonesian.LongDate(release.ReleasedOn)}", held.InRelease.Decile is { } d ? $"{d}" : null, decile is { } n ? $"{n}" : null));
            else if (held.Decile != decile) outcome.Diff.Add(new("Desil", HouseholdNames.Decile(held.Decile), HouseholdNames.Decile(decile)));
            else outcome.Diff.Add(new("Rilis desil", held.DecileReleasedOn is { } on ? $"{held.DecileSource} {Indonesian.LongDate(on)}" : null, $"{release.Source} {Indonesian.LongDate(release.ReleasedOn)}"));
        }

        outcome.Rank = new(decile, release.Source, release.ReleasedOn, release.Id);
    }

    /// <summary>The family's own row repeats only the newest release.</summary>
    public static bool IsNewest(HeldFamily? held, RankedRelease release) => held?.DecileReleasedOn is not { } known || release.ReleasedOn >= known;

    private void AnswersIn(FamilyOutcome outcome)
    {
        if (_fields.Answers.Count == 0 || context.Instrument is null) return;
        var given = new Dictionary<string, string>();
        foreach (var field in _fields.Answers.Where(f => !_fields.Layout.Fields[f].OfMember))
        {
            if (outcome.Group.Rows.Select(r => FamilyFields.Stated(r, field)).FirstOrDefault(v => v is not null) is { } answer) given[_fields.Layout.Fields[field].Question!] = answer;
        }

        outcome.Answers = News(outcome, given, outcome.Held?.Answers.GetValueOrDefault(Guid.Empty), null);
        foreach (var row in outcome.Group.Rows) MemberAnswers(outcome, row);
    }

    private void MemberAnswers(FamilyOutcome outcome, KeptRow row)
    {
        var given = new Dictionary<string, string>();
        foreach (var field in _fields.Answers.Where(f => _fields.Layout.Fields[f].OfMember))
        {
            if (FamilyFields.Stated(row, field) is { } answer) given[_fields.Layout.Fields[field].Question!] = answer;
        }

        if (given.Count == 0 || outcome.Problems.Exists(p => p.Row == row)) return;
        var person = outcome.People.Find(p => p.Row == row);
        if (person is null)
        {
            // Nothing of the person changed but perhaps an answer.
            var (held, _) = Find(row, outcome.Held, [.. outcome.Held!.People]);
            if (held is null) return;
            person = new() { Row = row, Held = held, Details = held.Details };
            outcome.People.Add(person);
        }

        person.Answers = News(outcome, given, person.Held is { } known ? outcome.Held?.Answers.GetValueOrDefault(known.Id) : null, person.Details.Name);
    }

    /// <summary>Null where the last survey says the same already.</summary>
    private Dictionary<string, string>? News(FamilyOutcome outcome, Dictionary<string, string> given, IReadOnlyDictionary<string, string>? last, string? who)
    {
        var news = given.Where(g => last?.GetValueOrDefault(g.Key) != g.Value).ToList();
        if (news.Count == 0) return null;
        if (outcome.Held is not null)
        {
            foreach (var (question, answer) in news)
            {
                var label = _fields.Layout.Fields.First(f => f.Question == question).Label;
                outcome.Diff.Add(new(who is null ? label : $"{label}, {who}", SurveyFacts.Words(context.Instrument!, question, last?.GetValueOrDefault(question)), SurveyFacts.Words(context.Instrument!, question, answer)));
            }
        }

        return given;
    }

    /// <summary>The family's conditions after the file. Only writing needs them, so the check does without.</summary>
    public static void Observe(FamilyOutcome outcome, MergeContext context)
    {
        var (present, known) = MemberConditions.Of(outcome.AllPeople, context.Today);
        (outcome.Conditions, outcome.Known) = (outcome.Held?.Conditions ?? 0, outcome.Held?.Known ?? 0);
        Take(outcome, present, known, HouseholdConditions.OfMembers);
        if (outcome.Answers is null && !outcome.People.Exists(p => p.Answers is not null)) return;
        var (says, decides, about) = SurveyFacts.Derive(context.Instrument!, outcome.Answers, [.. outcome.People.Select(p => p.Answers).OfType<IReadOnlyDictionary<string, string>>()]);
        Take(outcome, says, decides, about & ~HouseholdConditions.OfMembers);
    }

    private static void Take(FamilyOutcome outcome, HouseholdConditions present, HouseholdConditions known, HouseholdConditions about) =>
        (outcome.Conditions, outcome.Known) = ((outcome.Conditions & ~about) | (present & about), (outcome.Known & ~about) | (known & about));

    private string PlaceOfFamily(Guid family) => villageOfFamily.TryGetValue(family, out var village) ? $"lain di {context.PlaceOf(village)}" : "lain di desa lain";

    private static bool RefuseAll(FamilyOutcome outcome, int field, Rule rule, params object[] places)
    {
        foreach (var row in outcome.Group.Rows) outcome.Refuse(row, field, rule, places);
        return false;
    }

    private static PersonOutcome? Problem(FamilyOutcome outcome, KeptRow row, int field, Rule rule, params object[] places)
    {
        outcome.Problems.Add((row, field, rule, places));
        return null;
    }
}

/// <summary>The first column of an export: family id, a bar, member id; or the family's alone.</summary>
internal static class RowIds
{
    private const int IdLength = 36;

    public static Guid? FamilyOf(string? rowId) => rowId is { Length: >= IdLength } && Guid.TryParse(rowId.AsSpan(0, IdLength), out var id) ? id : null;

    public static Guid? MemberOf(string? rowId) => rowId is { Length: > IdLength } && Guid.TryParse(rowId.AsSpan(IdLength + 1), out var id) ? id : null;
}
