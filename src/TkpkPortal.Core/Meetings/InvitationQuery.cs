using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Meetings;

public sealed record AgencyChoice(Guid Id, string Name, string HeadTitle);

/// <param name="Agencies">OPD that can be invited: active, or already on the list.</param>
/// <param name="Districts">How many kecamatan "all camat" stands for.</param>
/// <param name="List">Who is on the list now, as the form takes it apart.</param>
/// <param name="Offices">Every office, in the order of the letter.</param>
public sealed record InvitationView(IReadOnlyList<AgencyChoice> Agencies, int Districts, InvitationList List, IReadOnlyList<string> Offices);

public sealed class InvitationQuery(TkpkDbContext db, CurrentSettings settings)
{
    /// <param name="meetingId">Null for a rakor that is only being planned.</param>
    /// <param name="ct">Stops the reading.</param>
    public async Task<InvitationView> RunAsync(Guid? meetingId, CancellationToken ct)
    {
        var invited = await db.Invitees.AsNoTracking().Where(i => i.MeetingId == meetingId).OrderBy(i => i.Order).Select(i => new InviteeLine(i.Office, i.AgencyId)).ToListAsync(ct);
        var ids = invited.Where(i => i.AgencyId is not null).Select(i => i.AgencyId!.Value).ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(a => a.IsActive || ids.Contains(a.Id)).OrderBy(a => a.Name).Select(a => new AgencyChoice(a.Id, a.Name, a.HeadTitle)).ToListAsync(ct);
        var camat = await db.DistrictHeadsAsync(settings, ct);
        var free = invited.Where(i => i.AgencyId is null).Select(i => i.Office).ToList();
        var all = camat.Count > 0 && camat.TrueForAll(free.Contains);
        return new(agencies, camat.Count, new(ids, all, [.. free.Where(o => !all || !camat.Contains(o))]), [.. invited.Select(i => i.Office)]);
    }
}
