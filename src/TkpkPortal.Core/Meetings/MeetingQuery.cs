using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>One rakor with its minutes, without the names on the attendance list.</summary>
public sealed record MeetingView
{
    public required Guid Id { get; init; }

    public required MeetingDetails Details { get; init; }

    public string? Conclusion { get; init; }

    internal string? MaterialJson { get; init; }

    public DateTimeOffset? MaterialFrozenAt { get; init; }

    /// <summary>The figures laid before a rapat teknis MPM.</summary>
    public MpmMaterial? Material => field ??= MaterialJson is { } json ? MpmMaterial.FromJson(json) : null;

    public required MeetingStatus Status { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    public string? ApprovedBy { get; init; }

    public required uint Version { get; init; }

    public required int Invitees { get; init; }

    public required int Attendees { get; init; }

    public IReadOnlyList<AgendaItemView> Agenda { get; init; } = [];

    public IReadOnlyList<DecisionView> Decisions { get; init; } = [];

    public IReadOnlyList<FollowUpRow> FollowUps { get; init; } = [];

    /// <summary>As <see cref="Meeting.AgendaMark"/>.</summary>
    public string AgendaMark => WordingMark.Of([.. Agenda.SelectMany(a => new[] { a.Id.ToString(), a.Title, a.Speaker })]);

    public bool IsApproved => Status == MeetingStatus.MinutesApproved;
}

public sealed record AgendaItemView(Guid Id, int Order, string Title, string? Speaker, string? Discussion);

public sealed record DecisionView(Guid Id, string Label, string Text, Guid? AgendaItemId, int? AgendaOrder);

public sealed class MeetingQuery(TkpkDbContext db)
{
    public async Task<MeetingView> RunAsync(Guid id, CancellationToken ct)
    {
        var meeting = await db.Meetings.AsNoTracking().Where(m => m.Id == id)
            .Select(m => new MeetingView
            {
                Id = m.Id,
                Details = new(m.Title, m.Date, m.StartsAt, m.EndsAt, m.Place, m.ChairTitle, m.OpenedBy, m.NoteTaker, m.InvitationNumber, m.InvitationDate, m.MinutesNumber) { Kind = m.Kind },
                MaterialJson = m.Material,
                MaterialFrozenAt = m.MaterialFrozenAt,
                Conclusion = m.Conclusion,
                Status = m.Status,
                ApprovedAt = m.ApprovedAt,
                ApprovedBy = m.ApprovedBy,
                Version = m.Version,
                Invitees = m.Invitees.Count,
                Attendees = m.Attendees.Count,
            })
            .SingleOrDefaultAsync(ct) ?? throw new RecordNotFoundException();
        var agenda = await db.AgendaItems.AsNoTracking().Where(a => a.MeetingId == id).OrderBy(a => a.Order)
            .Select(a => new AgendaItemView(a.Id, a.Order, a.Title, a.Speaker, a.Discussion)).ToListAsync(ct);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.MeetingId == id).OrderBy(d => d.Year).ThenBy(d => d.Number).ToListAsync(ct);
        return meeting with
        {
            Agenda = agenda,
            Decisions = [.. decisions.Select(d => new DecisionView(d.Id, d.Label, d.Text, d.AgendaItemId, agenda.Find(a => a.Id == d.AgendaItemId)?.Order))],
            FollowUps = await db.FollowUps.AsNoTracking().Where(f => f.MeetingId == id).OrderBy(f => f.Year).ThenBy(f => f.Number).ToRows(db).ToListAsync(ct),
        };
    }
}
