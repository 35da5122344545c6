using System.Globalization;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Core.Programs;

/// <summary>The frozen lines of a proposal against the record as it is now.</summary>
/// <param name="ToDo">Still to be written.</param>
/// <param name="Conflicts">Somebody changed these since the proposal was handed in.</param>
internal sealed record RecordComparison(IReadOnlyList<DiffLine> ToDo, IReadOnlyList<DiffLine> Conflicts)
{
    /// <summary>Of the last time it was handed in.</summary>
    public static IReadOnlyList<DiffLine> FrozenOf(Proposal proposal, FieldCipher cipher) =>
        proposal.Diffs.MaxBy(d => d.Round) is { } diff ? DiffLine.FromBytes(cipher.OpenBytes(diff.SealedLines, diff.Id)) : [];

    public static async Task<RecordComparison> OfAsync(TkpkDbContext db, Proposal proposal, Household? household, FieldCipher cipher, CancellationToken ct)
    {
        var frozen = FrozenOf(proposal, cipher);
        if (household is null) return Of(frozen, null);
        var now = FamilyDraft.Of(household, await db.AnswersNowAsync(household.Id, ct), cipher);
        // Who has left is still compared where the proposal speaks of the person.
        var spoken = frozen.Select(l => l.MemberKey).ToHashSet();
        var gone = household.Members.Where(m => m.LeftOn is not null && spoken.Contains(m.Id)).ToList();
        now = now with { Members = [.. now.Members, .. gone.Select(m => MemberDraft.Of(m, cipher) with { LeaveReason = m.LeaveReason, LeftOn = Text(m.LeftOn) })] };
        var compared = Of([.. frozen.Where(l => !IsOfPlace(l))], now);
        var (toDo, conflicts) = (compared.ToDo.ToList(), compared.Conflicts.ToList());
        Move(toDo, conflicts, l => gone.Exists(m => m.Id == l.MemberKey));
        Place(frozen.Where(IsOfPlace), proposal, household, toDo, conflicts);
        if (household.LeftOn is not null) Move(toDo, conflicts, _ => true);
        return new(toDo, conflicts);
    }

    private static RecordComparison Of(IReadOnlyList<DiffLine> frozen, FamilyDraft? now)
    {
        var (toDo, conflicts) = ProposalComparison.Against(frozen, now);
        return new(toDo, conflicts);
    }

    /// <summary>Where the family is, or that it is here no longer: a draft holds neither.</summary>
    private static void Place(IEnumerable<DiffLine> lines, Proposal proposal, Household household, List<DiffLine> toDo, List<DiffLine> conflicts)
    {
        foreach (var line in lines)
        {
            var held = line.Field switch
            {
                nameof(Household.VillageId) => household.VillageId == proposal.VillageId ? null : household.VillageId.ToString(),
                nameof(Household.LeaveReason) => household.LeaveReason?.ToString(),
                _ => Text(household.LeftOn),
            };
            if (held == line.New) continue;
            (held == line.Old ? toDo : conflicts).Add(line);
        }
    }

    private static bool IsOfPlace(DiffLine line) => line is { MemberKey: null, Field: nameof(Household.VillageId) or nameof(Household.LeaveReason) or nameof(Household.LeftOn) };

    private static void Move(List<DiffLine> toDo, List<DiffLine> conflicts, Func<DiffLine, bool> which)
    {
        conflicts.AddRange(toDo.Where(which));
        toDo.RemoveAll(l => which(l));
    }

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
