using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    private static int _year = 2100;

    /// <summary>A year no other test numbers decisions in; before today, so that its rakor can have been held.</summary>
    public static int UniqueYear() => 4000 - Interlocked.Increment(ref _year);

    public static MeetingDetails MeetingDetails(string? title = null, DateOnly? date = null) => new(
        title ?? Unique("Rakor Uji"), date ?? new(2019, 8, 20), new(9, 0), null, "Aula Bappeda", "Wakil Bupati selaku Ketua TKPK", null, null, null, null, null);

    /// <summary>A planned rakor with two agenda items, the second with a speaker.</summary>
    public async Task<Meeting> MeetingAsync(DateOnly? date = null, string? title = null)
    {
        var meeting = new Meeting(MeetingDetails(title, date));
        meeting.SetAgenda([new(null, "Perkembangan kemiskinan", null), new(null, "Penyaluran bantuan", "Kepala Dinas Sosial")]);
        await using var db = portal.Open();
        db.Meetings.Add(meeting);
        await db.SaveChangesAsync();
        return meeting;
    }

    /// <summary>A rakor whose minutes lack nothing but the approval.</summary>
    public async Task<Meeting> HeldMeetingAsync(DateOnly? date = null, string? title = null)
    {
        var meeting = await MeetingAsync(date, title);
        await using (var db = portal.Open())
            await new RecordAttendance(db).RunAsync(meeting.Id, [new("Peserta Satu", "Kepala Dinas", "Dinas Uji", null)], default);
        await using (var db = portal.Open())
        {
            var texts = meeting.Agenda.Select(a => new DiscussionText(a.Id, $"Dibahas: {a.Title}.", a.DiscussionMark));
            await new WriteDiscussion(db).RunAsync(meeting.Id, [.. texts], new(null, meeting.ConclusionMark), default);
        }

        await using (var db = portal.Open())
            await new AddDecision(db).RunAsync(meeting.Id, "Data sasaran dipadankan setiap triwulan.", null, default);
        return meeting;
    }

    public async Task<FollowUp> FollowUpAsync(Guid meetingId, Guid agencyId, DateOnly? dueOn = null, string text = "Memadankan data sasaran")
    {
        await using var db = portal.Open();
        var label = await new AddFollowUp(db).RunAsync(meetingId, new(text, agencyId, dueOn, "Daftar padan per desa", null), default);
        return (await db.FollowUps.AsNoTracking().Where(f => f.MeetingId == meetingId).ToListAsync()).Single(f => f.Label == label);
    }

    /// <summary>Changes the settings of a portal with a database of its own.</summary>
    public async Task SettingsAsync(Action<PortalSettings> change)
    {
        await using var db = portal.Open();
        change(await db.Settings.SingleOrDefaultAsync() ?? db.Settings.Add(new()).Entity);
        await db.SaveChangesAsync();
        portal.Services.GetRequiredService<CurrentSettings>().Forget();
    }

    public async Task ApproveAsync(Guid meetingId)
    {
        await using var db = portal.Open();
        var clock = new KabupatenClock(TimeProvider.System, () => KabupatenClock.DefaultZone);
        var mark = (await new ApprovalQuery(db, clock).RunAsync(meetingId, default)).Mark;
        await using var other = portal.Open();
        await new ApproveMinutes(other, Actor.System("Uji"), clock).RunAsync(meetingId, mark, default);
    }
}
