using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Proposals.Drafts;

/// <summary>A draft as its form shows it. Numbers are in clear: pages mask them.</summary>
public sealed record DraftView(
    Guid Id, string Number, ProposalKind Kind, ProposalStage Stage, Guid VillageId, string Village, Guid? HouseholdId, ProposalContent Content, DraftReview Review, IReadOnlyList<DiffGroup> Diff)
{
    public DateTimeOffset SavedAt { get; init; }

    public string? LastStep { get; init; }

    public string? Reason { get; init; }

    public DateTimeOffset? OwnDataDueAt { get; init; }

    public uint Version { get; init; }

    /// <summary>Fields in which the record changed since the draft was made, while the draft changes them too.</summary>
    public IReadOnlyList<string> Overtaken { get; init; } = [];

    public bool IsDraft => Stage is ProposalStage.Draft or ProposalStage.Returned;

    public IReadOnlyList<DraftStep> Steps => DraftSteps.Of(Kind, Content);
}

/// <summary>Opens a draft for its form, and writes down who opened it.</summary>
public sealed class DraftQuery(TkpkDbContext db, FieldCipher cipher, DraftProblemsQuery problems, AuditTrail trail)
{
    public async Task<DraftView> RunAsync(Guid id, CancellationToken ct)
    {
        var p = await db.Proposals.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, ct) ?? throw new RecordNotFoundException();
        await trail.ReadAsync(db, p, ct);
        var content = p.Content(cipher);
        var now = p.Kind != ProposalKind.NewFamily && p.HouseholdId is { } family ? (await db.FamilyNowAsync(family, cipher, ct))?.Draft ?? content.Base : null;
        var (lines, overtaken) = ProposalComparison.Of(p.Kind, content, p.VillageId, now);
        Guid[] ids = [p.VillageId, content.ToVillageId ?? p.VillageId];
        var names = await db.Areas.AsNoTracking().Where(v => ids.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Name, ct);
        return new(
            p.Id, ProposalNames.Number(p.CreatedAt.Year, p.Number), p.Kind, p.Stage, p.VillageId, names[p.VillageId], p.HouseholdId, content, await problems.RunAsync(p, content, ct),
            DiffWords.Of(lines, v => names.GetValueOrDefault(v, "desa lain")))
        {
            SavedAt = p.UpdatedAt, LastStep = p.DraftStep, Reason = p.Reason, OwnDataDueAt = p.OwnDataDueAt, Version = p.Version, Overtaken = [.. overtaken.Select(DiffWords.FieldOf).Distinct()],
        };
    }
}
