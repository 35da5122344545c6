using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Meetings;

public sealed class MeetingPagesTests
{
    [Fact]
    public async Task The_secretariat_plans_a_rakor_and_the_trail_tells()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var agency = await portal.Make.AgencyAsync();
        var title = Builders.Unique("Rakor Rencana");

        var answer = await browser.SubmitAsync("/rakor/rencanakan", new(Fields(title))
        {
            ["Agenda"] = "Tindak lanjut lalu\nPerkembangan kemiskinan; Kepala Bappeda",
            ["Invitees.AgencyIds"] = agency.Id.ToString(),
            ["Invitees.Offices"] = "Kepala BPS Kabupaten\r\n\r\nKoordinator Pendamping PKH",
        });

        await using var db = portal.Open();
        var meeting = await db.Meetings.Include(m => m.Agenda).Include(m => m.Invitees).SingleAsync(m => m.Title == title);
        Assert.Equal($"/rakor/{meeting.Id}", answer.Location);
        Assert.Equal(new TimeOnly(9, 0), meeting.StartsAt);
        Assert.Equal([("Tindak lanjut lalu", null), ("Perkembangan kemiskinan", "Kepala Bappeda")], meeting.Agenda.OrderBy(a => a.Order).Select(a => (a.Title, a.Speaker)));
        Assert.Equal([agency.HeadTitle, "Kepala BPS Kabupaten", "Koordinator Pendamping PKH"], meeting.Invitees.OrderBy(i => i.Order).Select(i => i.Office));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == meeting.Id && a.Action == AuditAction.Create));
        Assert.Contains(title, (await browser.GetAsync("/rakor?tahun=2019")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_plan_names_every_missing_field_and_keeps_the_choices()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var agency = await portal.Make.AgencyAsync();

        var answer = await browser.SubmitAsync("/rakor/rencanakan", new() { ["Input.Place"] = "", ["Input.ChairTitle"] = "", ["Invitees.AgencyIds"] = agency.Id.ToString() });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(5, answer.Problems.Count);
        Assert.True(answer.Document.GetElementById($"opd-{agency.Id}")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_broken_rule_shows_its_sentence_and_the_typed_text()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var title = Builders.Unique("Rakor Terbalik");

        var answer = await browser.SubmitAsync("/rakor/rencanakan", new(Fields(title)) { ["Input.EndsAt"] = "08.00" });

        Assert.Equal([MeetingRules.EndsBeforeStart.Sentence], answer.Problems);
        Assert.Equal(title, answer.Document.QuerySelector("#Input_Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_data_of_a_rakor_are_corrected_and_a_second_editor_is_told()
    {
        var portal = await Portal.SharedAsync();
        using var first = await portal.SignInAsync(Role.Secretariat);
        using var second = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();
        var late = await second.OpenFormAsync($"/rakor/{meeting.Id}/ubah");

        var saved = await first.SubmitAsync($"/rakor/{meeting.Id}/ubah", new() { ["Input.Place"] = "Ruang Rapat Setda", ["Input.OpenedBy"] = "Wakil Bupati" });
        var conflict = await late.SendAsync(new() { ["Input.Place"] = "Aula Lain" });

        Assert.True(saved.IsRedirect);
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("menjadi “Ruang Rapat Setda”", conflict.Problems.Single(), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal("Ruang Rapat Setda", (await db.Meetings.SingleAsync(m => m.Id == meeting.Id)).Place);
    }

    [Fact]
    public async Task The_agenda_page_adds_reorders_and_removes()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();
        var path = $"/rakor/{meeting.Id}/mata-acara";
        var stale = await browser.OpenFormAsync(path);

        var saved = await browser.SubmitAsync(path, new() { ["Rows[0].Order"] = "2", ["Rows[1].Order"] = "1", ["Rows[2].Title"] = "Lain-lain" });
        var overtaken = await stale.SendAsync(new() { ["Rows[0].Title"] = "", ["Rows[0].Speaker"] = "" });

        Assert.True(saved.IsRedirect);
        await using (var db = portal.Open())
            Assert.Equal(["Penyaluran bantuan", "Perkembangan kemiskinan", "Lain-lain"], await db.AgendaItems.Where(a => a.MeetingId == meeting.Id).OrderBy(a => a.Order).Select(a => a.Title).ToListAsync());
        Assert.Equal(HttpStatusCode.BadRequest, overtaken.Status);
        Assert.Contains("Mata acara baru saja diubah orang lain", overtaken.Problems.Single(), StringComparison.Ordinal);
        Assert.Contains("Lain-lain", overtaken.Text, StringComparison.Ordinal);
        Assert.True((await browser.SubmitAsync(path, new() { ["Rows[0].Title"] = "", ["Rows[0].Speaker"] = "" })).IsRedirect);
        await using var after = portal.Open();
        Assert.Equal(2, await after.AgendaItems.CountAsync(a => a.MeetingId == meeting.Id));
    }

    [Fact]
    public async Task The_invitation_list_becomes_what_the_form_says()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var agency = await portal.Make.AgencyAsync();
        var meeting = await portal.Make.MeetingAsync();
        var path = $"/rakor/{meeting.Id}/undangan";
        await browser.SubmitAsync(path, new() { ["Invitees.AgencyIds"] = agency.Id.ToString(), ["Invitees.Offices"] = "Kepala BPS\nCamat Uji" });

        var again = await browser.SubmitAsync(path, new() { ["Invitees.Offices"] = "Camat Uji" });

        Assert.True(again.IsRedirect);
        await using var db = portal.Open();
        Assert.Equal([agency.HeadTitle, "Camat Uji"], await db.Invitees.Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Order).Select(i => i.Office).ToListAsync());
        var none = await browser.SubmitAsync(path, new() { ["Invitees.AllDistrictHeads"] = "true" });
        Assert.Equal([MeetingRules.NoDistricts.Sentence], none.Problems);
        var unknown = await browser.SubmitAsync(path, new() { ["Invitees.AgencyIds"] = Guid.NewGuid().ToString() });
        Assert.Equal([MeetingRules.AgencyUnavailable.Sentence], unknown.Problems);
    }

    [Fact]
    public async Task Attendance_is_typed_pasted_corrected_and_struck()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();
        var path = $"/rakor/{meeting.Id}/daftar-hadir";

        var saved = await browser.SubmitAsync(path, new()
        {
            ["Rows[0].Name"] = "Sari Uji", ["Rows[0].Position"] = "Kepala", ["Rows[0].Institution"] = "Dinas Uji",
            ["Pasted"] = "Budi Uji\tPendamping\tPKH\t0812\r\nSari Uji\tKepala\tDinas Uji",
        });

        Assert.True(saved.IsRedirect);
        var page = await browser.GetAsync(path);
        Assert.Contains("2 orang tercatat hadir. 1 orang sudah ada di daftar", page.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var budi = await db.Attendees.SingleAsync(a => a.MeetingId == meeting.Id && a.Name == "Budi Uji");
        Assert.True((await browser.SubmitAsync($"{path}/{budi.Id}", new() { ["Input.Phone"] = "" })).IsRedirect);
        Assert.Null((await db.Attendees.AsNoTracking().SingleAsync(a => a.Id == budi.Id)).Phone);
        Assert.True((await browser.SubmitAsync($"{path}/{budi.Id}/hapus", [])).IsRedirect);
        Assert.False(await db.Attendees.AnyAsync(a => a.Id == budi.Id));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == budi.Id && a.Action == AuditAction.Delete));
        var incomplete = await browser.SubmitAsync(path, new() { ["Pasted"] = "Tanpa Jabatan" });
        Assert.Equal(HttpStatusCode.BadRequest, incomplete.Status);
        Assert.Contains("Tanpa Jabatan", incomplete.Document.QuerySelector("#Pasted")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_rakor_opens_with_what_earlier_ones_left_unfinished()
    {
        await using var portal = await Portal.StartAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var agency = await portal.Make.AgencyAsync();
        var oldest = await portal.Make.HeldMeetingAsync(new(2019, 3, 5));
        var earlier = await portal.Make.MeetingAsync(new(2019, 8, 20), "Rakor Agustus 2019");
        await portal.Make.FollowUpAsync(oldest.Id, agency.Id, new(2019, 6, 1), "Pekerjaan lama");
        await portal.Make.FollowUpAsync(earlier.Id, agency.Id, null, "Pekerjaan baru");
        var done = await portal.Make.FollowUpAsync(earlier.Id, agency.Id, new(2019, 9, 1), "Pekerjaan tuntas");
        await browser.SubmitAsync($"/tindak-lanjut/{done.Id}/laporkan", new() { ["Input.Status"] = "Done", ["Input.Note"] = "Surat terkirim." });

        var form = await browser.GetAsync("/rakor/rencanakan");
        await browser.SubmitAsync("/rakor/rencanakan", new(Fields("Rakor November 2019")) { ["Input.Date"] = "20/11/2019" });

        Assert.Equal("Tindak lanjut Rakor Agustus 2019", form.Document.QuerySelector("#Agenda")!.TextContent.Trim());
        await using var db = portal.Open();
        var meeting = await db.Meetings.Include(m => m.Agenda).SingleAsync(m => m.Title == "Rakor November 2019");
        Assert.Equal("Tindak lanjut Rakor Agustus 2019", meeting.Agenda.Single().Title);
        var page = await browser.GetAsync($"/rakor/{meeting.Id}");
        Assert.Contains("1 terlambat, 1 belum lewat tenggat", page.Text, StringComparison.Ordinal);
        Assert.Contains("Pekerjaan lama", page.Text, StringComparison.Ordinal);
        Assert.Contains("Pekerjaan baru", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pekerjaan tuntas", page.Text, StringComparison.Ordinal);
        Assert.Contains("Semua tindak lanjut rakor sebelumnya sudah selesai", (await browser.GetAsync($"/rakor/{oldest.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_portal_says_what_to_do_next()
    {
        await using var portal = await Portal.StartAsync();
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        using var leader = await portal.SignInAsync(Role.Leader);

        Assert.NotNull((await secretariat.GetAsync("/rakor")).Document.QuerySelector(".empty a[href='/rakor/rencanakan']"));
        Assert.Null((await leader.GetAsync("/rakor")).Document.QuerySelector("a[href='/rakor/rencanakan']"));
        Assert.NotNull((await leader.GetAsync("/laporan")).Document.QuerySelector(".empty"));
        Assert.NotNull((await leader.GetAsync("/tindak-lanjut")).Document.QuerySelector(".empty"));
    }

    [Fact]
    public async Task The_list_is_exported_whole()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.DistrictHead);
        await portal.Make.MeetingAsync();

        var file = await browser.DownloadAsync("/rakor?handler=Export&tahun=2019");

        Assert.Equal("PK"u8.ToArray(), file[..2]);
    }

    internal static Dictionary<string, string> Fields(string title) => new()
    {
        ["Input.Title"] = title, ["Input.Date"] = "20 Agustus 2019", ["Input.StartsAt"] = "9.00", ["Input.Place"] = "Aula Bappeda", ["Input.ChairTitle"] = "Wakil Bupati selaku Ketua TKPK",
    };
}
