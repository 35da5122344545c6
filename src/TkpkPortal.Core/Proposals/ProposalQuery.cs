using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Core.Proposals.Drafts;

namespace TkpkPortal.Core.Proposals;

/// <summary>One act of a proposal's history.</summary>
public sealed record StepView(ProposalAct Act, ProposalStage From, ProposalStage To, DateTimeOffset At, string Actor, string Office, string? Note, Guid? FileId);

/// <summary>What a proposal says beside its diff.</summary>
public sealed record ProposalFacts(
    string? Grounds, string? Informant, string? InformantPhone, bool? IdentityCardSeen, bool? FamilyCardSeen, ObjectionGround? Ground, string? ToVillage);

/// <param name="Diff">Frozen at the last submission; of a draft, what it would be now.</param>
/// <param name="IsMine">The reader brought it in, so somebody else must judge it.</param>
/// <param name="Acts">What the reader's role may do at this stage.</param>
public sealed record ProposalView(
    Guid Id, string Number, ProposalKind Kind, ProposalRegistration Registration, ProposalStage Stage, Guid VillageId, string Village, string District, Guid? HouseholdId, string HeadName, string Hamlet,
    ProposalFacts Facts, IReadOnlyList<DiffGroup> Diff, IReadOnlyList<StepView> Steps, bool IsMine, IReadOnlyList<ProposalAct> Acts)
{
    public DateTimeOffset StageSince { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public string CreatedBy { get; init; } = "";

    public DateOnly Cycle { get; init; }

    public bool IsLate { get; init; }

    public int Round { get; init; }

    public ProposalStage? ReturnedFrom { get; init; }

    public string? Reason { get; init; }

    /// <summary>The day by which it should have moved on.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>UU PDP: the answer is due within 3 x 24 hours.</summary>
    public DateTimeOffset? OwnDataDueAt { get; init; }

    public FieldFinding? Finding { get; init; }

    public CentreAnswer? Answer { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    public int? AnsweredDecile { get; init; }

    public Guid? DeliberationId { get; init; }

    /// <summary>Pages of the form; empty once it is handed in.</summary>
    public IReadOnlyList<DraftStep> Form { get; init; } = [];

    /// <summary>What a draft still needs; null once it is handed in.</summary>
    public DraftReview? Review { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public uint Version { get; init; }

    public bool IsDraft => Stage is ProposalStage.Draft or ProposalStage.Returned;

    public bool IsFinal => ProposalFlow.IsFinal(Stage);
}

/// <summary>Shows one proposal to a person, and writes down that this person looked.</summary>
public sealed class ProposalQuery(TkpkDbContext db, FieldCipher cipher, CycleCalendarQuery calendarQuery, AuditTrail trail, DraftProblemsQuery problems)
{
    public async Task<ProposalView> RunAsync(Guid id, CancellationToken ct)
    {
        var p = await db.Proposals.AsNoTracking().Include(x => x.Diffs).SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RecordNotFoundException();
        await trail.ReadAsync(db, p, ct);
        var content = p.Content(cipher);
        var diff = p.IsDraft || p.Diffs.Count == 0 ? ProposalComparison.Of(p.Kind, content, p.VillageId, content.Base).Lines : LinesOf(p.Diffs.MaxBy(d => d.Round)!);
        var names = await NamesAsync([p.VillageId, content.ToVillageId ?? p.VillageId], ct);
        var steps = await db.ProposalSteps.AsNoTracking().Where(s => s.ProposalId == id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
            .Select(s => new StepView(s.Act, s.From, s.To, s.At, s.ActorName, s.Office, s.Note, s.FileId)).ToListAsync(ct);
        var actor = db.Actor;
        return new(
            p.Id, ProposalNames.Number(p.CreatedAt.Year, p.Number), p.Kind, p.Registration, p.Stage, p.VillageId, names[p.VillageId].Name, names[p.VillageId].District, p.HouseholdId, p.HeadName, p.Hamlet,
            new(content.Grounds, content.Informant, content.InformantPhone, content.IdentityCardSeen, content.FamilyCardSeen, content.Ground, content.ToVillageId is { } to ? Place(to) : null),
            DiffWords.Of(diff, Place), steps, actor.UserId is { } me && (me == p.CreatedBy || me == p.SubmittedBy), actor.Role is { } role ? [.. ProposalFlow.ActsOf(p.Kind, p.Stage, role)] : [])
        {
            StageSince = p.StageSince, CreatedAt = p.CreatedAt, CreatedBy = p.CreatedByName, Cycle = p.CycleMonth, IsLate = p.IsLate, Round = p.Round, ReturnedFrom = p.ReturnedFrom, Reason = p.Reason,
            DueOn = ProposalClock.DueOn(p.Kind, p.Stage, p.CycleMonth, await calendarQuery.RunAsync(ct)), OwnDataDueAt = p.IsOpen ? p.OwnDataDueAt : null, Finding = p.Finding, Answer = p.Answer, AnsweredOn = p.AnsweredOn,
            AnsweredDecile = p.AnsweredDecile, DeliberationId = p.DeliberationId, UpdatedAt = p.UpdatedAt, Version = p.Version,
            Form = p.IsDraft ? DraftSteps.Of(p.Kind, content) : [], Review = p.IsDraft ? await problems.RunAsync(p, content, ct) : null,
        };

        string Place(Guid village) => names.TryGetValue(village, out var place) ? $"{place.Name}, Kecamatan {place.District}" : "desa lain";
    }

    private IReadOnlyList<DiffLine> LinesOf(ProposalDiff diff) => DiffLine.FromBytes(cipher.OpenBytes(diff.SealedLines, diff.Id));

    private Task<Dictionary<Guid, (string Name, string District)>> NamesAsync(List<Guid> ids, CancellationToken ct) =>
        db.Areas.AsNoTracking().Where(v => ids.Contains(v.Id)).Join(db.Areas, v => v.ParentId, d => d.Id, (v, d) => new { v.Id, v.Name, District = d.Name })
            .ToDictionaryAsync(v => v.Id, v => (v.Name, v.District), ct);
}

internal static class ProposalReading
{
    /// <summary>Whoever opens what a proposal says about a family is written down, as for the family itself.</summary>
    public static Task<int> ReadAsync(this AuditTrail trail, TkpkDbContext db, Proposal proposal, CancellationToken ct)
    {
        trail.Add(db, new(AuditAction.Read, nameof(Proposal), proposal.Id, ((IAudited)proposal).AuditName), villageId: proposal.VillageId);
        return db.SaveChangesAsync(ct);
    }
}
