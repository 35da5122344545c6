using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Meetings;

public sealed class MinutesPagesTests
{
    [Fact]
    public async Task Two_people_adding_decisions_and_follow_ups_at_once_get_different_numbers_without_a_gap()
    {
        const int each = 6;
        var portal = await Portal.SharedAsync();
        var year = Builders.UniqueYear();
        var agency = await portal.Make.AgencyAsync();
        var meetings = new[] { await portal.Make.MeetingAsync(new(year, 2, 1)), await portal.Make.MeetingAsync(new(year, 7, 1)) };

        await Task.WhenAll(Enumerable.Range(0, each * 2).Select(async i =>
        {
            await using var db = portal.Open();
            await new AddDecision(db).RunAsync(meetings[i % 2].Id, $"Keputusan {i}", null, default);
            await using var other = portal.Open();
            await new AddFollowUp(other).RunAsync(meetings[i % 2].Id, new($"Tindak lanjut {i}", agency.Id, null, "Daftar", null), default);
        }));

        await using var after = portal.Open();
        Assert.Equal(Enumerable.Range(1, each * 2), (await after.Decisions.Where(d => d.Year == year).Select(d => d.Number).ToListAsync()).Order());
        Assert.Equal(Enumerable.Range(1, each * 2), (await after.FollowUps.Where(f => f.Year == year).Select(f => f.Number).ToListAsync()).Order());
    }

    [Fact]
    public async Task Two_people_posting_the_decision_form_at_once_both_succeed()
    {
        var portal = await Portal.SharedAsync();
        using var first = await portal.SignInAsync(Role.Secretariat);
        using var second = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();
        var path = $"/rakor/{meeting.Id}/keputusan/tambah";
        var forms = new[] { await first.OpenFormAsync(path), await second.OpenFormAsync(path) };

        var answers = await Task.WhenAll(forms.Select(f => f.SendAsync(new() { ["Input.Text"] = "Diputuskan bersama." })));

        Assert.All(answers, a => Assert.Equal($"/rakor/{meeting.Id}", a.Location));
        await using var db = portal.Open();
        Assert.Equal(2, (await db.Decisions.Where(d => d.MeetingId == meeting.Id).Select(d => d.Number).ToListAsync()).Distinct().Count());
    }

    [Fact]
    public async Task A_double_click_makes_one_decision()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();
        var form = await browser.OpenFormAsync($"/rakor/{meeting.Id}/keputusan/tambah");

        var answers = await Task.WhenAll(form.SendAsync(new() { ["Input.Text"] = "Satu saja." }), form.SendAsync(new() { ["Input.Text"] = "Satu saja." }));

        Assert.All(answers, a => Assert.Equal($"/rakor/{meeting.Id}", a.Location));
        await using var db = portal.Open();
        Assert.Equal(1, await db.Decisions.CountAsync(d => d.MeetingId == meeting.Id));
    }

    [Fact]
    public async Task The_second_note_taker_on_one_item_sees_the_first_text_and_may_save_again()
    {
        var portal = await Portal.SharedAsync();
        using var first = await portal.SignInAsync(Role.Secretariat);
        using var second = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.MeetingAsync();
        var path = $"/rakor/{meeting.Id}/notulen";
        var late = await second.OpenFormAsync(path);
        await first.SubmitAsync(path, new() { ["Texts[0].Text"] = "Ditulis lebih dahulu." });

        var told = await late.SendAsync(new() { ["Texts[0].Text"] = "Ditulis kemudian.", ["Texts[1].Text"] = "Baris satu.\r\nBaris dua." });

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Contains("mata acara 1 baru saja diubah orang lain", told.Problems.Single(), StringComparison.Ordinal);
        Assert.Contains("Yang tersimpan sekarang: Ditulis lebih dahulu.", told.Text, StringComparison.Ordinal);
        Assert.True((await second.FormOn(told, path).SendAsync([])).IsRedirect);
        await using var db = portal.Open();
        Assert.Equal(["Ditulis kemudian.", "Baris satu.\nBaris dua."], await db.AgendaItems.Where(a => a.MeetingId == meeting.Id).OrderBy(a => a.Order).Select(a => a.Discussion).ToListAsync());
    }

    [Fact]
    public async Task A_decision_is_corrected_and_a_second_editor_is_told()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.HeldMeetingAsync();
        await using var db = portal.Open();
        var decision = await db.Decisions.SingleAsync(d => d.MeetingId == meeting.Id);
        var path = $"/rakor/{meeting.Id}/keputusan/{decision.Id}";
        var late = await browser.OpenFormAsync(path);

        Assert.True((await browser.SubmitAsync(path, new() { ["Input.Text"] = "Bunyi baru." })).IsRedirect);
        var told = await late.SendAsync(new() { ["Input.Text"] = "Bunyi lain." });

        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Contains("Yang tersimpan sekarang: Bunyi baru.", told.Text, StringComparison.Ordinal);
        Assert.Equal("Bunyi baru.", (await db.Decisions.AsNoTracking().SingleAsync(d => d.Id == decision.Id)).Text);
    }

    [Fact]
    public async Task A_follow_up_gets_its_due_date_later_and_an_inactive_agency_is_refused()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.HeldMeetingAsync();
        var agency = await portal.Make.AgencyAsync();
        await browser.SubmitAsync($"/rakor/{meeting.Id}/tindak-lanjut/tambah", new() { ["Input.Text"] = "Memadankan data", ["Input.AgencyId"] = agency.Id.ToString(), ["Input.Output"] = "Daftar" });
        await using var db = portal.Open();
        var followUp = await db.FollowUps.AsNoTracking().SingleAsync(f => f.MeetingId == meeting.Id);
        Assert.Contains("1 tindak lanjut belum punya tenggat", (await browser.GetAsync($"/rakor/{meeting.Id}")).Text, StringComparison.Ordinal);
        var path = $"/rakor/{meeting.Id}/tindak-lanjut/{followUp.Id}";

        var early = await browser.SubmitAsync(path, new() { ["Input.DueOn"] = "1/8/2019" });
        var unknown = await browser.SubmitAsync(path, new() { ["Input.AgencyId"] = Guid.NewGuid().ToString() });
        var saved = await browser.SubmitAsync(path, new() { ["Input.DueOn"] = "30 September 2019" });

        Assert.Contains("20 Agustus 2019", early.Problems.Single(), StringComparison.Ordinal);
        Assert.Equal([FollowUpRules.AgencyUnavailable.Sentence], unknown.Problems);
        Assert.True(saved.IsRedirect);
        Assert.Equal(new DateOnly(2019, 9, 30), (await db.FollowUps.AsNoTracking().SingleAsync(f => f.Id == followUp.Id)).DueOn);
    }

    [Fact]
    public async Task The_leader_reads_the_whole_minutes_approves_them_and_can_do_nothing_else()
    {
        var portal = await Portal.SharedAsync();
        using var leader = await portal.SignInAsync(Role.Leader);
        var meeting = await portal.Make.HeldMeetingAsync();
        var agency = await portal.Make.AgencyAsync();
        var followUp = await portal.Make.FollowUpAsync(meeting.Id, agency.Id, new(2019, 9, 30));
        var path = $"/rakor/{meeting.Id}/sahkan-notulen";
        var page = await leader.GetAsync(path);
        foreach (var words in new[] { "Dibahas: Perkembangan kemiskinan.", "Data sasaran dipadankan setiap triwulan.", "Memadankan data sasaran", agency.Name, "30 September 2019" })
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        foreach (var other in new[] { "ubah", "mata-acara", "undangan", "daftar-hadir", "notulen", "keputusan/tambah", "tindak-lanjut/tambah", $"tindak-lanjut/{followUp.Id}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"/rakor/{meeting.Id}/{other}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync("/rakor/rencanakan")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"/tindak-lanjut/{followUp.Id}/laporkan")).Status);

        var answer = await leader.SubmitAsync(path, []);

        Assert.Equal($"/rakor/{meeting.Id}", answer.Location);
        Assert.Contains("Notulen disahkan. Kata-katanya terkunci", (await leader.GetAsync($"/rakor/{meeting.Id}")).Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(MeetingStatus.MinutesApproved, (await db.Meetings.SingleAsync(m => m.Id == meeting.Id)).Status);
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == meeting.Id && a.Action == AuditAction.Update && a.ActorRole == "Leader"));
    }

    [Fact]
    public async Task What_changed_since_the_leader_read_is_not_approved_unread()
    {
        var portal = await Portal.SharedAsync();
        using var leader = await portal.SignInAsync(Role.Leader);
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.HeldMeetingAsync();
        var path = $"/rakor/{meeting.Id}/sahkan-notulen";
        var read = await leader.OpenFormAsync(path);
        await secretariat.SubmitAsync($"/rakor/{meeting.Id}/keputusan/tambah", new() { ["Input.Text"] = "Diselipkan belakangan." });

        var refused = await read.SendAsync([]);

        Assert.Equal([MeetingRules.ChangedSinceRead.Sentence], refused.Problems);
        Assert.Contains("Diselipkan belakangan.", refused.Text, StringComparison.Ordinal);
        Assert.True((await leader.FormOn(refused, path).SendAsync([])).IsRedirect);
    }

    [Fact]
    public async Task After_approval_a_form_still_open_is_refused_and_pages_say_why()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var meeting = await portal.Make.HeldMeetingAsync();
        string[] pages = ["ubah", "mata-acara", "undangan", "daftar-hadir", "notulen", "keputusan/tambah"];
        var open = new List<OpenForm>();
        foreach (var page in pages) open.Add(await browser.OpenFormAsync($"/rakor/{meeting.Id}/{page}"));
        await portal.Make.ApproveAsync(meeting.Id);

        foreach (var form in open)
        {
            var answer = await form.SendAsync(new() { ["Input.Text"] = "Menyusul.", ["Texts[0].Text"] = "Menyusul.", ["Pasted"] = "Nama; Jabatan; Instansi Baru" });
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal([MeetingRules.WordingLocked.Sentence], answer.Problems);
        }

        foreach (var page in pages) Assert.Contains("kata-katanya terkunci", (await browser.GetAsync($"/rakor/{meeting.Id}/{page}")).Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(1, await db.Decisions.CountAsync(d => d.MeetingId == meeting.Id));
        Assert.Equal(1, await db.Attendees.CountAsync(a => a.MeetingId == meeting.Id));
    }

    [Fact]
    public async Task Incomplete_minutes_show_what_is_missing_and_no_button()
    {
        var portal = await Portal.SharedAsync();
        using var leader = await portal.SignInAsync(Role.Leader);
        var meeting = await portal.Make.MeetingAsync();

        var page = await leader.GetAsync($"/rakor/{meeting.Id}/sahkan-notulen");

        Assert.Contains(MeetingRules.AttendanceEmpty.Sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains(MeetingRules.DecisionsEmpty.Sentence, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form[method=post]"));
    }
}
