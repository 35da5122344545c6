using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Proposals.Cycles;

namespace TkpkPortal.Core.Proposals;

public sealed record ProposalStepView(DateTimeOffset At, ProposalAct Act, ProposalStage To, string ActorName, string Office, string? Note);

public sealed record ProposalEvidence(bool? IdentityCardSeen, bool? FamilyCardSeen, int Photos)
{
    /// <summary>What a reviewer misses, in words.</summary>
    public IEnumerable<string> Missing => new[] { IdentityCardSeen == true ? null : "KTP belum dilihat", FamilyCardSeen == true ? null : "KK belum dilihat", Photos > 0 ? null : "tanpa foto" }.OfType<string>();
}

/// <summary>What a reviewer must see before judging: the family, the diff of the last round, the evidence, the way so far.</summary>
public sealed record ProposalHead(
    Guid Id, string Number, ProposalKind Kind, ProposalStage Stage, DateTimeOffset StageSince, Guid VillageId, string Village, string District, string HeadName, string Hamlet, string? Address,
    Guid? HouseholdId, DateOnly CycleMonth, DateOnly? Due, bool IsLate, int Round, ProposalRegistration Registration, string CreatedByName, DateTimeOffset CreatedAt, DateTimeOffset? OwnDataDueAt,
    string? Grounds, ProposalEvidence Evidence, FieldFinding? Finding, string? Visitor, uint Version, IReadOnlyList<DiffGroup> Diff, IReadOnlyList<ProposalStepView> Steps)
{
    public int Fields => Diff.Sum(g => g.Rows.Count);

    /// <summary>What the reviewer wants looked at.</summary>
    public string? FieldQuestion => Steps.FirstOrDefault(s => s.Act == ProposalAct.AskFieldCheck)?.Note;

    /// <summary>What the visitor saw, in their own words.</summary>
    public string? FindingNote => Finding is null ? null : Steps.FirstOrDefault(s => s.Act == ProposalAct.RecordFieldCheck)?.Note;

    public bool FoundOtherwise => Finding is not (null or FieldFinding.Matches);
}

/// <summary>Shows one proposal to a reviewer, and writes down that this person looked.</summary>
public sealed class ProposalHeadQuery(TkpkDbContext db, FieldCipher cipher, CycleCalendarQuery calendarQuery, AuditTrail trail)
{
    public async Task<ProposalHead> RunAsync(Guid id, CancellationToken ct)
    {
        var p = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new RecordNotFoundException();
        var place = await db.Areas.AsNoTracking().Where(v => v.Id == p.VillageId).Join(db.Areas, v => v.ParentId, d => d.Id, (v, d) => new { Village = v.Name, District = d.Name }).SingleAsync(ct);
        var diff = await db.ProposalDiffs.AsNoTracking().Where(d => d.ProposalId == id).OrderByDescending(d => d.Round).FirstOrDefaultAsync(ct);
        var steps = await db.ProposalSteps.AsNoTracking().Where(s => s.ProposalId == id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
            .Select(s => new ProposalStepView(s.At, s.Act, s.To, s.ActorName, s.Office, s.Note)).ToListAsync(ct);
        var photos = await db.ProposalPhotos.CountAsync(f => f.ProposalId == id, ct);
        await trail.ReadAsync(db, p, ct);
        var content = p.Content(cipher);
        return new(
            p.Id, ProposalNames.Number(p.CreatedAt.Year, p.Number), p.Kind, p.Stage, p.StageSince, p.VillageId, place.Village, place.District, p.HeadName, p.Hamlet, content.Family.Address,
            p.HouseholdId, p.CycleMonth, ProposalClock.DueOn(p.Kind, p.Stage, p.CycleMonth, await calendarQuery.RunAsync(ct)), p.IsLate, p.Round, p.Registration, p.CreatedByName, p.CreatedAt, p.OwnDataDueAt,
            content.Grounds, new(content.IdentityCardSeen, content.FamilyCardSeen, photos), p.Finding, await VisitorAsync(p.FacilitatorId, ct), p.Version,
            diff is null ? [] : await WordsAsync(diff, ct), steps);
    }

    private async Task<IReadOnlyList<DiffGroup>> WordsAsync(ProposalDiff diff, CancellationToken ct)
    {
        var lines = DiffLine.FromBytes(cipher.OpenBytes(diff.SealedLines, diff.Id));
        var villages = lines.SelectMany(l => new[] { l.Old, l.New }).Select(v => Guid.TryParse(v, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().ToList();
        var names = villages.Count == 0 ? [] : await db.Areas.AsNoTracking().Where(a => villages.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        return DiffWords.Of(lines, id => names.GetValueOrDefault(id, "desa lain"));
    }

    private async Task<string?> VisitorAsync(Guid? id, CancellationToken ct) => id is not { } visitor
        ? null
        : await db.Database.SqlQuery<string>($"select full_name as \"Value\" from users where id = {visitor}").SingleOrDefaultAsync(ct);
}
