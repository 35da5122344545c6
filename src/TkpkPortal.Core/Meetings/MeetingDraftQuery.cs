using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Core.Meetings;

/// <summary>What a new rakor takes over from the latest one.</summary>
public sealed record MeetingDraft(string FirstAgendaItem, string Place, string ChairTitle);

public sealed class MeetingDraftQuery(TkpkDbContext db)
{
    /// <returns>Null when there has been no rakor yet.</returns>
    public Task<MeetingDraft?> RunAsync(CancellationToken ct) => db.Meetings.AsNoTracking().OrderByDescending(m => m.Date).ThenByDescending(m => m.Id)
        .Select(m => new MeetingDraft("Tindak lanjut " + m.Title, m.Place, m.ChairTitle)).FirstOrDefaultAsync(ct);
}
