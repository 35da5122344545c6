using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>The rakor with all that hangs on them. Those held are minuted and approved; the coming one is planned.</summary>
internal sealed class DemoMeetings(TkpkDbContext db, DemoLand land, DemoAgencies agencies, DemoNames names, DateOnly today, int seed)
{
    public const string Chair = "Wakil Bupati Contoh selaku Ketua TKPK";

    private static readonly string[] Invited =
        ["Bappeda", "Dinsos", "Dinkes", "Disdikbud", "Disperkim", "DPUPR", "DPMD", "DKP", "Distan", "Disnak", "Diskan", "Diskopukm", "Disnakertrans", "Disdukcapil", "BKAD", "Bagian Perekonomian", "Diskominfo"];

    private static readonly string[] Guests = ["Kepala Badan Pusat Statistik Kabupaten Contoh", "Koordinator pendamping PKH", "Ketua Baznas Kabupaten Contoh", "Rektor Universitas Contoh"];

    private readonly DemoRandom _random = new(seed, DemoStream.Meetings);
    private readonly Dictionary<int, (int Decisions, int FollowUps)> _numbers = [];

    public int Add()
    {
        foreach (var item in DemoMeetingCatalogue.Items) Add(item);
        return DemoMeetingCatalogue.Items.Count;
    }

    private void Add(DemoMeeting item)
    {
        var date = Thursday(today.AddDays(item.DaysFromToday));
        var quarter = ((date.Month - 1) / 3) + 1;
        var number = 100 + _random.Below(80);
        var held = date <= today;
        var meeting = db.Add(new Meeting(new(
            $"Rakor TKPK Triwulan {Indonesian.Roman(quarter)} Tahun {date.Year}", date, new(9, 0), held ? new(11, 45) : null, item.Place, Chair, held ? "Wakil Bupati Contoh" : null,
            held ? "Rini Contoh" : null, $"000.7/{number}/TKPK/{date.Year}", date.AddDays(-7), held ? $"000.7/{number + 7}/TKPK/{date.Year}" : null))).Entity;
        AddAgenda(meeting.Id, item);
        AddInvitees(meeting.Id);
        if (!held) return;
        AddAttendees(meeting.Id);
        AddOutcome(meeting, item);
        Approve(meeting, item.Conclusion!);
    }

    private void AddAgenda(Guid meetingId, DemoMeeting item)
    {
        for (var i = 0; i < item.Agenda.Length; i++)
        {
            var (title, speaker, discussion) = item.Agenda[i];
            db.Add(new AgendaItem(meetingId, i + 1, title, speaker) { Discussion = discussion });
        }
    }

    private void AddInvitees(Guid meetingId)
    {
        var order = 0;
        foreach (var agency in Invited.Select(a => agencies[a])) db.Add(new Invitee(meetingId, ++order, agency.HeadTitle, agency.Id));
        foreach (var district in land.Districts) db.Add(new Invitee(meetingId, ++order, $"Camat {district.Area.Name}", null));
        foreach (var guest in Guests) db.Add(new Invitee(meetingId, ++order, guest, null));
    }

    private void AddAttendees(Guid meetingId)
    {
        var order = 0;
        void Come(string position, string institution) =>
            db.Add(new Attendee(meetingId, ++order, _random.Chance(0.4) ? names.Woman(_random) : names.Man(_random), position, institution, null));

        Come("Wakil Bupati", "Pemerintah Kabupaten Contoh");
        foreach (var agency in Invited.Select(a => agencies[a]))
        {
            if (_random.Chance(0.9)) Come(_random.Chance(0.7) ? agency.HeadTitle : "Sekretaris", agency.Name);
        }

        foreach (var district in land.Districts.Where(_ => _random.Chance(0.85))) Come("Camat", $"Kecamatan {district.Area.Name}");
        for (var i = 0; i < 6; i++) Come("Pendamping PKH", "Dinas Sosial");
    }

    private void AddOutcome(Meeting meeting, DemoMeeting item)
    {
        var year = meeting.Date.Year;
        var (decisions, followUps) = _numbers.GetValueOrDefault(year);
        var made = item.Decisions.Select(text => db.Add(new Decision(meeting.Id, ++decisions, year, text, null)).Entity).ToList();
        foreach (var (planned, i) in item.FollowUps.Select((f, i) => (f, i)))
        {
            var due = planned.Due.AfterMeeting is { } days ? meeting.Date.AddDays(days) : today.AddDays(planned.Due.FromToday!.Value);
            var followUp = db.Add(new FollowUp(meeting.Id, ++followUps, year, planned.Text, agencies[planned.Agency].Id, due, planned.Output, made[i % made.Count].Id)).Entity;
            if (planned.Note is not { } note) continue;
            var told = Earlier(due.AddDays(-3), today.AddDays(-2));
            db.Add(followUp.Report(planned.Status, note, Actor.System($"Operator {planned.Agency}"), told, Moment(told)));
        }

        _numbers[year] = (decisions, followUps);
    }

    private void Approve(Meeting meeting, string conclusion)
    {
        var approved = Earlier(meeting.Date.AddDays(5), today);
        var entry = db.Entry(meeting);
        entry.Property(m => m.Conclusion).CurrentValue = conclusion;
        entry.Property(m => m.Status).CurrentValue = MeetingStatus.MinutesApproved;
        entry.Property(m => m.ApprovedAt).CurrentValue = Moment(approved);
        entry.Property(m => m.ApprovedBy).CurrentValue = Chair;
        entry.Property(m => m.UpdatedAt).CurrentValue = Moment(approved);
    }

    private static DateOnly Thursday(DateOnly date) => date.AddDays((int)DayOfWeek.Thursday - (int)date.DayOfWeek);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateTimeOffset Moment(DateOnly day) => new(day, new TimeOnly(3, 15), TimeSpan.Zero);
}
