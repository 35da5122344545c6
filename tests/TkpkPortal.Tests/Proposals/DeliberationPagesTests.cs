using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Files;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>A musyawarah through its pages, as the operator of a desa holds it.</summary>
public sealed class DeliberationPagesTests
{
    private static string Yesterday => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1).ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task From_the_plan_to_the_closing()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        Guid[] proposals = [await portal.Make.ProposalAsync(village.Id), await portal.Make.ProposalAsync(village.Id)];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        Assert.Contains("Belum ada musyawarah", (await browser.GetAsync("/musyawarah")).Text, StringComparison.Ordinal);
        Assert.Contains($"{village.Name} (2)", (await browser.GetAsync("/musyawarah/baru")).Text, StringComparison.Ordinal);

        var planned = await browser.SubmitAsync("/musyawarah/baru", Fields());
        var id = Guid.Parse(planned.Location!.Split('/')[2]);
        Assert.Equal($"/musyawarah/{id}/acara", planned.Location);
        // All that waits is ticked already.
        Assert.Equal($"/musyawarah/{id}", (await browser.SubmitAsync(planned.Location, [])).Location);
        var page = await browser.GetAsync($"/musyawarah/{id}");
        Assert.Contains($"Musyawarah Desa {village.Name}", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 usulan dibahas", page.Text, StringComparison.Ordinal);
        Assert.Contains("Belum diisi; paling sedikit 5 orang", page.Text, StringComparison.Ordinal);

        await browser.SubmitAsync($"/musyawarah/{id}/daftar-hadir", new()
        {
            ["Rows[0].Name"] = "Ibu Satu", ["Rows[0].Position"] = "BPD", ["Rows[0].Sex"] = "P",
            ["Pasted"] = "Bapak Dua;Ketua RT;L\nIbu Tiga;PKK;P\nBapak Empat;Warga;L\nIbu Lima;Warga;P\nIbu Satu;BPD;P",
        });
        await browser.SubmitAsync($"/musyawarah/{id}/hasil", new() { ["Rows[0].Outcome"] = "Worthy", ["Rows[1].Outcome"] = "" });
        Assert.Contains("1 dari 2 usulan diberi hasil", (await browser.GetAsync($"/musyawarah/{id}")).Text, StringComparison.Ordinal);
        var missing = await browser.SubmitAsync($"/musyawarah/{id}/hasil", new() { ["Rows[1].Outcome"] = "NotWorthy" });
        Assert.Equal(HttpStatusCode.BadRequest, missing.Status);
        Assert.Equal([DeliberationRules.ReasonNeeded.Sentence], missing.Problems);
        Assert.NotNull(missing.Document.QuerySelector("a[href='#Rows_1__Reason']"));
        await browser.SubmitAsync($"/musyawarah/{id}/hasil", new() { ["Rows[1].Outcome"] = "NotWorthy", ["Rows[1].Reason"] = "Rumah sudah layak." });
        await browser.SubmitAsync($"/musyawarah/{id}/ubah", new() { ["Input.MinutesNumber"] = "470/12/BA/2026" });
        Assert.Contains(DeliberationRules.SignedMissing.Sentence, (await browser.GetAsync($"/musyawarah/{id}/tutup")).Text, StringComparison.Ordinal);
        var upload = await browser.OpenFormAsync($"/musyawarah/{id}/unggah");
        var signed = Builders.SignedPdf();
        Assert.Equal($"/musyawarah/{id}", (await upload.SendAsync([], ("Upload", "berkas.docx", signed))).Location);
        Assert.Equal(signed, await browser.DownloadAsync($"/musyawarah/{id}/salinan"));

        var confirm = await browser.GetAsync($"/musyawarah/{id}/tutup");
        Assert.Contains("Layak 1 usulan", confirm.Text, StringComparison.Ordinal);
        Assert.Contains("Alasan: Rumah sudah layak.", confirm.Text, StringComparison.Ordinal);
        Assert.Equal($"/musyawarah/{id}", (await browser.SubmitAsync($"/musyawarah/{id}/tutup", [])).Location);

        Assert.Contains("Ditutup: 1 usulan diteruskan kepada camat, 1 ditolak.", (await browser.GetAsync($"/musyawarah/{id}")).Text, StringComparison.Ordinal);
        using var camat = await portal.SignInAsync(Role.DistrictHead, village.ParentId);
        Assert.NotNull((await camat.GetAsync($"/usulan/{await DeliberatedAsync(portal, id)}")).Document.QuerySelector($"main a[href='/musyawarah/{id}']"));
        await using var db = portal.Open();
        var stages = await db.Proposals.Where(p => proposals.Contains(p.Id)).Select(p => p.Stage).ToListAsync();
        Assert.Equal([ProposalStage.Deliberated, ProposalStage.Rejected], stages.Order());
        Assert.Equal(5, await db.DeliberationAttendees.CountAsync(a => a.DeliberationId == id));
        Assert.True(await portal.Make.TalliesAreRightAsync(village.Id));
        var trail = await db.AuditEntries.Where(a => a.SubjectId == id).Select(a => new { a.Action, a.SubjectName, a.VillageId }).ToListAsync();
        Assert.Equal(1, trail.Count(a => a.Action == AuditAction.Create));
        // Agenda, attendance, outcomes twice, number, copy, closing.
        Assert.Equal(7, trail.Count(a => a.Action == AuditAction.Update));
        Assert.Equal(1, trail.Count(a => a.Action == AuditAction.Read && a.SubjectName.StartsWith("Salinan bertanda tangan", StringComparison.Ordinal)));
        Assert.All(trail, a => Assert.Equal(village.Id, a.VillageId));
        foreach (var step in new[] { "acara", "daftar-hadir", "hasil", "ubah", "unggah", "tutup", "batalkan" })
        {
            var locked = await browser.GetAsync($"/musyawarah/{id}/{step}");
            Assert.Contains(DeliberationRules.Closed.Sentence, locked.Text, StringComparison.Ordinal);
            Assert.Null(locked.Document.QuerySelector("main form[method=post]"));
        }
    }

    [Fact]
    public async Task Each_page_of_it_says_what_a_proposal_is_about()
    {
        var portal = await Portal.SharedAsync();
        var (_, district, villages) = await portal.Make.DistrictAsync(2);
        var village = villages[0].Id;
        var (left, moved) = (await portal.Make.HouseholdAsync(village), await portal.Make.HouseholdAsync(village));
        var exit = await portal.Make.ProposalAsync(village, ProposalKind.Exit, householdId: left, content: await portal.Make.ContentOfAsync(left) with { LeaveReason = LeaveReason.Deceased, LeftOn = "1/11/2026" });
        var move = await portal.Make.ProposalAsync(village, ProposalKind.Move, householdId: moved, content: await portal.Make.ContentOfAsync(moved) with { ToVillageId = villages[1].Id });
        var waiting = await portal.Make.ProposalAsync(village);
        var id = await portal.Make.ReadyDeliberationAsync(village, (exit, DeliberationOutcome.Worthy, null), (move, DeliberationOutcome.Worthy, null));
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var to = $"ke {villages[1].Name}, Kecamatan {district.Name}";

        foreach (var step in new[] { "acara", "hasil", "tutup" })
        {
            var page = await browser.GetAsync($"/musyawarah/{id}/{step}");
            foreach (var words in new[] { "usul keluar (meninggal)", $"pindah desa ({to})" }) Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("usulan baru (1 anggota)", (await browser.GetAsync($"/musyawarah/{id}/acara")).Document.QuerySelector($"label[for='u-{waiting}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Usul keluar|meninggal", $"Pindah desa|{to}"], (await browser.GetAsync($"/musyawarah/{id}")).Document.QuerySelectorAll("#usulan td[data-l=Jenis] > span")
            .Select(cell => $"{cell.FirstChild!.TextContent.Trim()}|{cell.QuerySelector(".sub")!.TextContent}"));
        foreach (var paper in new[] { "daftar-umum", "undangan" })
        {
            var printed = (await browser.GetAsync($"/laporan/musyawarah/{id}/{paper}.html")).Text;
            Assert.DoesNotContain("meninggal", printed, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(to, printed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_that_will_not_be_held_is_called_off_and_its_proposals_wait_for_another()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var proposal = await portal.Make.ProposalAsync(village);
        var id = await portal.Make.DeliberationAsync(village, [proposal]);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        await browser.SubmitAsync($"/musyawarah/{id}/daftar-hadir", new() { ["Pasted"] = "Ibu Satu;BPD;P" });
        Assert.NotNull((await browser.GetAsync($"/musyawarah/{id}")).Document.QuerySelector($"main a[href='/musyawarah/{id}/batalkan']"));

        Assert.Equal("/musyawarah", (await browser.SubmitAsync($"/musyawarah/{id}/batalkan", [])).Location);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/musyawarah/{id}")).Status);
        var next = await portal.Make.DeliberationAsync(village);
        Assert.True((await browser.SubmitAsync($"/musyawarah/{next}/acara", new() { ["Chosen"] = proposal.ToString() })).IsRedirect);
        await using var db = portal.Open();
        Assert.False(await db.VillageDeliberations.AnyAsync(d => d.Id == id));
        Assert.Equal(1, await db.AuditEntries.CountAsync(a => a.SubjectId == id && a.Action == AuditAction.Delete && a.VillageId == village));
    }

    [Fact]
    public async Task One_with_a_signed_copy_was_held_and_cannot_be_called_off()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var id = await portal.Make.DeliberationAsync(village, [await portal.Make.ProposalAsync(village)]);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var form = await browser.OpenFormAsync($"/musyawarah/{id}/batalkan");
        await (await browser.OpenFormAsync($"/musyawarah/{id}/unggah")).SendAsync([], ("Upload", "berita-acara.pdf", Builders.SignedPdf()));

        Assert.Equal([DeliberationRules.AlreadySigned.Sentence], (await form.SendAsync([])).Problems);
        var page = await browser.GetAsync($"/musyawarah/{id}/batalkan");
        Assert.Contains(DeliberationRules.AlreadySigned.Sentence, page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("main form[method=post]"));
        Assert.Null((await browser.GetAsync($"/musyawarah/{id}")).Document.QuerySelector($"main a[href='/musyawarah/{id}/batalkan']"));
    }

    [Fact]
    public async Task Proposals_are_dropped_and_taken_up_by_their_ticks()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var (first, second) = (await portal.Make.ProposalAsync(village), await portal.Make.ProposalAsync(village));
        var id = await portal.Make.DeliberationAsync(village, [first]);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var form = await browser.OpenFormAsync($"/musyawarah/{id}/acara");
        Assert.Equal([first.ToString()], form.Fields.Where(f => f.Key == "Chosen").Select(f => f.Value));

        Assert.Equal($"/musyawarah/{id}", (await form.SendAsync(new() { ["Chosen"] = second.ToString() })).Location);

        await using var db = portal.Open();
        Assert.Equal([second], await db.DeliberationItems.Where(i => i.DeliberationId == id).Select(i => i.ProposalId).ToListAsync());
    }

    [Fact]
    public async Task A_proposal_of_another_open_agenda_or_no_longer_waiting_is_refused()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var (taken, moved, free) = (await portal.Make.ProposalAsync(village), await portal.Make.ProposalAsync(village, stage: ProposalStage.Deliberated), await portal.Make.ProposalAsync(village));
        await portal.Make.DeliberationAsync(village, [taken]);
        var id = await portal.Make.DeliberationAsync(village);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var page = await browser.GetAsync($"/musyawarah/{id}/acara");
        Assert.Contains("1 usulan desa ini ada pada acara musyawarah lain", page.Text, StringComparison.Ordinal);
        Assert.Equal([free.ToString()], page.Document.QuerySelectorAll("input[name=Chosen]").Select(i => i.GetAttribute("value")));

        Assert.Equal([await SentenceAsync(portal, DeliberationRules.OnAnotherAgenda, taken)], (await browser.FormOn(page, $"/musyawarah/{id}/acara").SendAsync(new() { ["Chosen"] = taken.ToString() })).Problems);
        Assert.Equal([await SentenceAsync(portal, DeliberationRules.NotWaiting, moved)], (await browser.SubmitAsync($"/musyawarah/{id}/acara", new() { ["Chosen"] = moved.ToString() })).Problems);
    }

    [Fact]
    public async Task The_second_writer_is_told_what_the_first_saved_whichever_part_it_was()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var id = await portal.Make.DeliberationAsync(village, [await portal.Make.ProposalAsync(village)]);
        using var first = await portal.SignInAsync(Role.VillageOperator, village);
        using var second = await portal.SignInAsync(Role.Secretariat);
        var late = await second.OpenFormAsync($"/musyawarah/{id}/hasil");
        await first.SubmitAsync($"/musyawarah/{id}/daftar-hadir", new() { ["Pasted"] = "Ibu Satu;BPD;P" });

        var told = await late.SendAsync(new() { ["Rows[0].Outcome"] = "Worthy" });

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("Daftar hadir dari “kosong” menjadi “1 orang: Ibu Satu”", Assert.Single(told.Problems), StringComparison.Ordinal);
        Assert.True((await second.FormOn(told, $"/musyawarah/{id}/hasil").SendAsync([])).IsRedirect);
        await using var db = portal.Open();
        Assert.Equal(DeliberationOutcome.Worthy, (await db.DeliberationItems.SingleAsync(i => i.DeliberationId == id)).Outcome);
        Assert.Equal(1, await db.DeliberationAttendees.CountAsync(a => a.DeliberationId == id));
    }

    [Theory]
    [InlineData("berkas.pdf", "bukan pdf", "FOT-08")]
    [InlineData("berkas.pdf", "", "FOT-01")]
    public async Task A_file_that_is_no_paper_is_refused(string name, string content, string code)
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var id = await portal.Make.DeliberationAsync(village);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var form = await browser.OpenFormAsync($"/musyawarah/{id}/unggah");

        var answer = await form.SendAsync([], ("Upload", name, System.Text.Encoding.UTF8.GetBytes(content)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([code == "FOT-01" ? UploadRules.Empty.Sentence : UploadRules.NotDocument.Sentence], answer.Problems);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/musyawarah/{id}/salinan")).Status);
    }

    [Fact]
    public async Task A_photo_of_the_signed_minutes_is_kept_without_what_the_camera_wrote()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var id = await portal.Make.DeliberationAsync(village);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);

        await (await browser.OpenFormAsync($"/musyawarah/{id}/unggah")).SendAsync([], ("Upload", "IMG_0001.heic", PhotoFiles.Phone()));

        var answer = await browser.GetAsync($"/musyawarah/{id}/salinan");
        Assert.Equal("image/jpeg", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment; filename=berita-acara-bertanda-tangan.jpg", answer.Response.Content.Headers.ContentDisposition!.ToString().Split("; filename*")[0]);
        Assert.True(answer.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(PhotoFiles.Camera, System.Text.Encoding.Latin1.GetString(await browser.DownloadAsync($"/musyawarah/{id}/salinan")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_identity_number_is_kept_in_clear()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var id = await portal.Make.DeliberationAsync(village, [await portal.Make.ProposalAsync(village)]);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var nik = Builders.Nik();

        foreach (var (path, field) in new[] { ("ubah", "Input.Notes"), ("ubah", "Input.Place"), ("hasil", "Rows[0].Reason"), ("daftar-hadir", "Pasted") })
        {
            var typed = new Dictionary<string, string> { [field] = field == "Pasted" ? $"Ibu {nik};BPD;P" : $"NIK {nik}" };
            Assert.Equal([HouseholdRules.NumberInText.Sentence], (await browser.SubmitAsync($"/musyawarah/{id}/{path}", typed)).Problems);
        }
    }

    [Fact]
    public async Task A_statement_stands_for_the_musyawarah_only_where_the_settings_allow_it()
    {
        await using var portal = await Portal.StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var proposal = await portal.Make.ProposalAsync(village);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var form = await browser.OpenFormAsync("/musyawarah/baru");
        Assert.DoesNotContain(form.Fields, f => f.Key == "Form");
        Assert.Equal([DeliberationRules.StatementNotAllowed.Sentence], (await form.SendAsync(Fields(new() { ["Form"] = "Statement" }))).Problems);

        await AllowStatementsAsync(portal);
        var id = Guid.Parse((await browser.SubmitAsync("/musyawarah/baru", Fields(new() { ["Form"] = "Statement" }))).Location!.Split('/')[2]);
        await browser.SubmitAsync($"/musyawarah/{id}/acara", new() { ["Chosen"] = proposal.ToString() });
        await (await browser.OpenFormAsync($"/musyawarah/{id}/unggah")).SendAsync([], ("Upload", "sptjm.pdf", Builders.SignedPdf()));
        Assert.True((await browser.SubmitAsync($"/musyawarah/{id}/tutup", [])).IsRedirect);

        await using var db = portal.Open();
        Assert.Equal((ProposalStage.Deliberated, id), await db.Proposals.Select(p => new ValueTuple<ProposalStage, Guid?>(p.Stage, p.DeliberationId)).SingleAsync());
        Assert.True(await portal.Make.TalliesAreRightAsync(village));
    }

    private static async Task<Guid> DeliberatedAsync(Portal portal, Guid deliberation)
    {
        await using var db = portal.Open();
        return await db.Proposals.Where(p => p.DeliberationId == deliberation).Select(p => p.Id).SingleAsync();
    }

    private static async Task AllowStatementsAsync(Portal portal)
    {
        await using var db = portal.Open();
        var defaults = await db.CycleDefaults.SingleOrDefaultAsync() ?? db.CycleDefaults.Add(new()).Entity;
        defaults.Correct(new(11, 14, 17, 20, 25, true, 5));
        await db.SaveChangesAsync();
    }

    private static async Task<string> SentenceAsync(Portal portal, Rule rule, Guid proposal)
    {
        await using var db = portal.Open();
        return new RuleBrokenException(rule, null, await db.Proposals.Where(p => p.Id == proposal).Select(p => p.HeadName).SingleAsync()).Message;
    }

    private static Dictionary<string, string> Fields(Dictionary<string, string>? more = null) => new(more ?? [])
    {
        ["Input.HeldOn"] = Yesterday, ["Input.StartsAt"] = "09.00", ["Input.Place"] = "Balai Desa", ["Input.ChairName"] = "Pimpinan Uji", ["Input.ChairTitle"] = "Ketua BPD",
    };
}
