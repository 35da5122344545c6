using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Imports.Merging;

/// <summary>
/// Finds the proposal a row speaks of: by its number, else by a NIK or KK that stands in it. Numbers of people lie in a proposal's sealed content only,
/// so those that wait for the centre are opened once where a row has no proposal number.
/// </summary>
internal sealed class AnswerMatch
{
    private readonly FieldCipher _cipher;
    private readonly Dictionary<int, Proposal> _byNumber;
    private readonly Dictionary<string, List<Proposal>> _byIdentity = [];

    private AnswerMatch(Dictionary<int, Proposal> byNumber, FieldCipher cipher) => (_byNumber, _cipher) = (byNumber, cipher);

    public static async Task<AnswerMatch> ReadAsync(TkpkDbContext db, IReadOnlyList<AnswerRow> rows, FieldCipher cipher, CancellationToken ct)
    {
        var numbers = rows.Select(r => r.RunningNumber).OfType<int>().Distinct().ToList();
        var match = new AnswerMatch(await db.Proposals.AsNoTracking().Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number, ct), cipher);
        if (!rows.Any(r => r.RunningNumber is null)) return match;
        var waiting = db.Proposals.AsNoTracking().Where(
            p => p.Stage == ProposalStage.Sent || p.Stage == ProposalStage.Answered || (p.Stage == ProposalStage.Rejected && p.Answer == CentreAnswer.Rejected));
        await foreach (var proposal in waiting.OrderBy(p => p.Id).AsAsyncEnumerable().WithCancellation(ct)) match.Index(proposal);
        return match;
    }

    /// <summary>The proposal, or which field is wrong and why.</summary>
    public (Proposal? Found, int Field, Rule? Why) Find(AnswerRow row)
    {
        if (row.RunningNumber is { } number)
        {
            if (!_byNumber.TryGetValue(number, out var found) || (row.Year is { } year && year != found.CreatedAt.Year)) return (null, row.Fields.Proposal, ImportRules.ProposalUnknown);
            var known = IdentitiesOf(found);
            return row.Identities.All(known.Contains) ? (found, -1, null) : (null, row.Fields.Nik >= 0 ? row.Fields.Nik : row.Fields.Card, ImportRules.ProposalOfOther);
        }

        var field = row.Nik is not null ? row.Fields.Nik : row.Fields.Card;
        List<Proposal>? same = null;
        foreach (var identity in row.Identities)
        {
            var of = _byIdentity.GetValueOrDefault(identity) ?? [];
            same = same is null ? of : [.. same.Intersect(of)];
        }

        // One that still waits is meant before one that has its answer.
        var meant = same?.FindAll(p => p.Stage == ProposalStage.Sent) is { Count: > 0 } sent ? sent : same ?? [];
        return meant.Count switch
        {
            0 => (null, field, ImportRules.NoProposalSent),
            1 => (meant[0], -1, null),
            _ => (null, field, ImportRules.ProposalAmbiguous),
        };
    }

    private void Index(Proposal proposal)
    {
        foreach (var identity in IdentitiesOf(proposal))
        {
            if (!_byIdentity.TryGetValue(identity, out var list)) _byIdentity[identity] = list = [];
            list.Add(proposal);
        }
    }

    /// <summary>NIK and KK of the family as it was and as it is proposed.</summary>
    private HashSet<string> IdentitiesOf(Proposal proposal)
    {
        var content = proposal.Content(_cipher);
        var families = new[] { content.Base, content.Family }.OfType<FamilyDraft>().ToList();
        return [.. families.Select(f => f.CardNumber).Concat(families.SelectMany(f => f.Members).Select(m => m.Nik)).OfType<string>().Select(Nik.Clean).Where(n => n.Length > 0)];
    }
}

/// <summary>Where the facts of an answer stand in a row of this file.</summary>
internal sealed class AnswerFields(ImportLayout layout)
{
    public int Proposal { get; } = layout.IndexOf(FieldKeys.ProposalNumber);

    public int Nik { get; } = layout.IndexOf(FieldKeys.Nik);

    public int Card { get; } = layout.IndexOf(FieldKeys.Card);

    public int Outcome { get; } = layout.IndexOf(FieldKeys.Outcome);

    public int Decile { get; } = layout.IndexOf(FieldKeys.Decile);

    public int On { get; } = layout.IndexOf(FieldKeys.AnsweredOn);

    public int Reason { get; } = layout.IndexOf(FieldKeys.Reason);
}

/// <summary>One row of the centre's answers.</summary>
internal sealed record AnswerRow(KeptRow Row, AnswerFields Fields)
{
    public int? RunningNumber => Value(Fields.Proposal) is { } text ? ProposalNames.ParseNumber(text) : null;

    public int? Year => Value(Fields.Proposal) is { } text && text.IndexOf('-') is > 0 and var dash ? int.Parse(text[..dash], CultureInfo.InvariantCulture) : null;

    public string? Nik => Value(Fields.Nik);

    public IReadOnlyList<string> Identities => [.. new[] { Nik, Value(Fields.Card) }.OfType<string>()];

    public PlannedAnswer Planned(Proposal proposal) => new(
        proposal.Id, Row.Number, Enum.Parse<CentreAnswer>(Value(Fields.Outcome)!), Value(Fields.Decile) is { } decile ? int.Parse(decile, CultureInfo.InvariantCulture) : null,
        Value(Fields.On) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, Value(Fields.Reason))
    {
        OldStage = proposal.Stage, OldAnswer = proposal.Answer, OldDecile = proposal.AnsweredDecile,
    };

    private string? Value(int field) => FamilyFields.Stated(Row, field);
}
