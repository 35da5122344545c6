using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Reports;

/// <summary>The papers of a rakor, filled from its records.</summary>
public sealed class MeetingPapers(MeetingQuery query, InvitationQuery invitationQuery, AttendanceQuery attendanceQuery, PaperFrames frames, KabupatenClock clock)
{
    private const int LeastBlankRows = 20;

    public async Task<PaperAnswer> InvitationAsync(Guid id, CancellationToken ct)
    {
        var meeting = await query.RunAsync(id, ct);
        var d = meeting.Details;
        var frame = await frames.GetAsync(ct);
        var offices = (await invitationQuery.RunAsync(id, ct)).Offices;
        return Answer("undangan", meeting, Papers.Invitation(new()
        {
            Letterhead = frame.Letterhead,
            Number = d.InvitationNumber,
            Recipients = offices.Count > 0 ? offices : ["……………………………………"],
            Opening = PaperWording.Fill(PaperWording.InvitationOpening, frame.RegencyName, d.Date.Year),
            MeetingDate = d.Date,
            Start = d.StartsAt,
            End = d.EndsAt,
            Zone = clock.ZoneName,
            Venue = d.Place,
            MeetingName = d.Title,
            Agenda = [.. meeting.Agenda.Select(a => a.Title)],
            Speakers = Speakers(meeting),
            Signatures = frame.SignedOn(d.InvitationDate ?? Earlier(clock.Today, d.Date)),
            IsSample = frame.IsSample,
        }));
    }

    /// <summary>The people recorded; before that an empty list to sign, long enough for everybody invited.</summary>
    public async Task<PaperAnswer> AttendanceAsync(Guid id, CancellationToken ct)
    {
        var meeting = await query.RunAsync(id, ct);
        var d = meeting.Details;
        var frame = await frames.GetAsync(ct);
        var people = await attendanceQuery.AllAsync(id, ct);
        return Answer("daftar-hadir", meeting, Papers.Attendance(new()
        {
            Letterhead = frame.Letterhead,
            MeetingName = d.Title,
            Date = d.Date,
            Start = d.StartsAt,
            End = d.EndsAt,
            Zone = clock.ZoneName,
            Venue = d.Place,
            People = [.. people.Select(p => new AttendanceRow(p.Name, p.Position, p.Position.Contains(p.Institution, StringComparison.OrdinalIgnoreCase) ? null : p.Institution, null, p.Phone))],
            BlankRows = people.Count > 0 ? 0 : Math.Max(LeastBlankRows, meeting.Invitees),
            Signatures = frame.SignedOn(d.Date),
            IsSample = frame.IsSample,
        }));
    }

    public async Task<PaperAnswer> MinutesAsync(Guid id, CancellationToken ct)
    {
        var meeting = await query.RunAsync(id, ct);
        var d = meeting.Details;
        var frame = await frames.GetAsync(ct);
        return Answer("notulen", meeting, Papers.Minutes(new()
        {
            Letterhead = frame.Letterhead,
            Number = d.MinutesNumber,
            MeetingName = d.Title,
            Date = d.Date,
            Start = d.StartsAt,
            End = d.EndsAt,
            Zone = clock.ZoneName,
            Venue = d.Place,
            Chair = d.ChairTitle,
            OpenedBy = d.OpenedBy,
            Speakers = Speakers(meeting),
            NoteTaker = d.NoteTaker ?? "Sekretariat TKPK",
            ParticipantCount = meeting.Attendees,
            Items = [.. meeting.Agenda.Select(a => new MinutesItem(a.Title, [new(a.Speaker, a.Discussion ?? "Belum diisi.")]))],
            Decisions = [.. meeting.Decisions.Select(x => new MinutesDecision(x.Label, x.Text))],
            FollowUps = [.. meeting.FollowUps.Select(f => new MinutesFollowUp($"{f.Text} ({f.Label})", f.AgencyHead, f.DueOn, f.Output))],
            Closing = meeting.Conclusion is { } conclusion ? $"Kesimpulan: {conclusion}\n{PaperWording.MinutesClosing}" : PaperWording.MinutesClosing,
            Signatures = frame.SignedOn(d.Date, acknowledged: true),
            IsDraft = !meeting.IsApproved,
            IsSample = frame.IsSample,
        }));
    }

    /// <summary>The frozen figures of a rapat teknis MPM; a meeting without them has no such paper.</summary>
    public async Task<PaperAnswer> MaterialAsync(Guid id, CancellationToken ct)
    {
        var meeting = await query.RunAsync(id, ct);
        var material = meeting.Material ?? throw new RecordNotFoundException();
        var frame = await frames.GetAsync(ct);
        var d = meeting.Details;
        return Answer("bahan", meeting, Papers.Material(new()
        {
            Letterhead = frame.Letterhead,
            MeetingName = d.Title,
            Date = d.Date,
            Start = d.StartsAt,
            End = d.EndsAt,
            Zone = clock.ZoneName,
            Venue = d.Place,
            Chair = d.ChairTitle,
            Summary = MpmMaterialPaper.SummaryOf(material),
            Figures = MpmMaterialPaper.TableOf(material, meeting.MaterialFrozenAt is { } at ? clock.Local(at) : material.AsOf.ToDateTime(TimeOnly.MinValue)),
            Signatures = frame.SignedOn(material.AsOf),
            IsSample = frame.IsSample,
        }));
    }

    private static PaperAnswer Answer(string kind, MeetingView meeting, Report report) =>
        new(report, $"{kind} {meeting.Details.Title}", $"/rakor/{meeting.Id}", "Kembali ke rakor");

    private static IReadOnlyList<string> Speakers(MeetingView meeting) => [.. meeting.Agenda.Select(a => a.Speaker).OfType<string>().Distinct()];

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
