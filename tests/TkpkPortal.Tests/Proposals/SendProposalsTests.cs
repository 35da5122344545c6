using System.Net;
using ExcelDataReader;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class SendProposalsTests
{
    [Fact]
    public async Task Ticked_proposals_go_as_one_dispatch_and_each_refused_one_says_why()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id);
        var (first, second) = (await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved), await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved));
        var early = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.SocialVerified);
        var content = await portal.Make.ContentOfAsync(family);
        var own = await portal.Make.OwnCorrectionAsync(village.Id, family, content with { Family = content.Family with { Address = "Jalan Sendiri 9" } });
        var sent = await portal.Make.RunAsync<SendProposals, SentProposals>(
            await portal.Make.OfficeAsync(), useCase => useCase.RunAsync(new([first, second, early, own], new(null, null)), "Surat 12/2026", CancellationToken.None));

        Assert.Equal(2, sent.Sent);
        Assert.Equal(CentreRules.OwnDataStaysHere.Sentence, sent.Outcomes.Single(o => o.Id == own).Refusal);
        Assert.Contains("diverifikasi dinas sosial", sent.Outcomes.Single(o => o.Id == early).Refusal, StringComparison.Ordinal);
        await using var db = portal.Open();
        var rows = await db.Proposals.AsNoTracking().Where(p => p.VillageId == village.Id).ToDictionaryAsync(p => p.Id);
        Assert.All([first, second], id => Assert.Equal((ProposalStage.Sent, sent.DispatchId), (rows[id].Stage, rows[id].DispatchId)));
        Assert.Equal((ProposalStage.SocialVerified, ProposalStage.Approved), (rows[early].Stage, rows[own].Stage));
        var dispatch = await db.ProposalDispatches.SingleAsync(d => d.Id == sent.DispatchId);
        Assert.Equal((2, "Surat 12/2026"), (dispatch.Count, dispatch.Note));
        Assert.Equal((2, 1), (await portal.Make.CountedAsync(village.Id, ProposalStage.Sent), await portal.Make.CountedAsync(village.Id, ProposalStage.Approved)));
        Assert.Single(await db.AuditEntries.Where(a => a.SubjectId == dispatch.Id && a.Action == AuditAction.Create).ToListAsync());
        Assert.Equal(2, await db.ProposalSteps.CountAsync(s => s.Act == ProposalAct.Send && (s.ProposalId == first || s.ProposalId == second)));
    }

    [Fact]
    public async Task The_page_sends_all_of_a_desa_and_leaves_the_others()
    {
        var portal = await Portal.SharedAsync();
        var (_, _, villages) = await portal.Make.DistrictAsync(2);
        for (var i = 0; i < 3; i++) await portal.Make.ProposalAsync(villages[0].Id, stage: ProposalStage.Approved);
        var other = await portal.Make.ProposalAsync(villages[1].Id, stage: ProposalStage.Approved);
        using var office = await portal.SignInAsync(Role.Secretariat);
        using var district = await portal.SignInAsync(Role.DistrictHead);
        var path = $"/usulan/kirim?desa={villages[0].Code}";

        var nobody = await office.SubmitAsync(path, []);
        var page = await office.GetAsync(path);
        var answer = await office.SubmitAsync(path, new() { ["All"] = "true", ["Note"] = "Gelombang pertama" });

        Assert.Equal(HttpStatusCode.Forbidden, (await district.GetAsync("/usulan/kirim")).Status);
        Assert.Equal([CentreRules.NothingChosen.Sentence], nobody.Problems);
        Assert.Contains("3 usulan siap dikirim", page.Text, StringComparison.Ordinal);
        Assert.True(answer.IsRedirect, answer.Text);
        Assert.StartsWith("/pengiriman/", answer.Location, StringComparison.Ordinal);
        Assert.Equal(3, await portal.Make.CountedAsync(villages[0].Id, ProposalStage.Sent));
        Assert.Equal(ProposalStage.Approved, (await portal.Make.ProposalRowAsync(other)).Stage);
        var detail = await office.GetAsync(answer.Location!);
        Assert.Contains("Gelombang pertama", detail.Text, StringComparison.Ordinal);
        Assert.Contains("Dikirim ke SIKS-NG", detail.Text, StringComparison.Ordinal);
        Assert.Contains("Gelombang pertama", (await office.GetAsync("/pengiriman")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ticking_on_the_page_tells_the_refused_ones_beside_what_was_sent()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (good, late) = (await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved), await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved));
        using var office = await portal.SignInAsync(Role.SocialAgency);
        var form = await office.OpenFormAsync($"/usulan/kirim?desa={village.Code}");
        await portal.Make.SendAsync(late);

        var ticked = new OpenForm(office, $"/usulan/kirim?desa={village.Code}", [.. form.Fields, new("Ticked", $"{good}"), new("Ticked", $"{late}")]);
        var answer = await ticked.SendAsync([]);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Contains("1 usulan dikirim", answer.Text, StringComparison.Ordinal);
        Assert.Contains(await portal.Make.NumberAsync(late), answer.Text, StringComparison.Ordinal);
        Assert.Contains("tidak dapat dikirim", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ProposalStage.Sent, (await portal.Make.ProposalRowAsync(good)).Stage);
    }

    [Fact]
    public async Task Two_senders_at_once_send_every_proposal_once()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++) ids.Add(await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved));
        var (one, two) = (await portal.Make.OfficeAsync(), await portal.Make.OfficeAsync(Role.SocialAgency));

        var sent = await Task.WhenAll(new[] { one, two }.Select(actor => portal.Make.RunAsync<SendProposals, SentProposals>(actor, u => u.RunAsync(new(ids, new(null, null)), null, CancellationToken.None))));

        Assert.Equal(4, sent.Sum(s => s.Sent));
        Assert.Equal(4, await portal.Make.CountedAsync(village.Id, ProposalStage.Sent));
        await using var db = portal.Open();
        Assert.Equal(4, await db.ProposalSteps.CountAsync(s => s.Act == ProposalAct.Send && ids.Contains(s.ProposalId)));
    }

    [Fact]
    public async Task The_workbook_holds_every_person_with_numbers_as_text_and_its_download_is_written_down()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var (nik, child) = (Builders.Nik(), Builders.Nik(new(2012, 3, 4)));
        var content = Builders.NewFamilyContent("Kepala Lembar", nik);
        var card = Builders.CardNumber();
        MemberDraft student = new() { Name = "Anak Lembar", Nik = child, Relation = FamilyRelation.Child, Sex = Sex.Female, BirthDate = "4/3/2012", School = SchoolStatus.Attending, Occupation = "=1+1", Pregnant = false };
        var answers = new Dictionary<string, string> { ["luas_lantai"] = "36.5", ["daya"] = "1,2", ["status_rumah"] = "1", ["jenis_lantai"] = "" };
        content = content with { Family = content.Family with { CardNumber = card, Members = [.. content.Family.Members, student], Answers = answers } };
        var fresh = await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved, content: content);
        var family = await portal.Make.HouseholdAsync(village.Id, headName: "Kepala Diperbaiki");
        var held = await portal.Make.ContentOfAsync(family);
        var correction = await portal.Make.ProposalAsync(village.Id, ProposalKind.Correction, ProposalStage.Approved, family, held with { Family = held.Family with { Address = "Jalan Lembar 7", Answers = new Dictionary<string, string> { ["status_rumah"] = "2" } } });
        var dispatch = await portal.Make.SendAsync(fresh, correction);
        using var office = await portal.SignInAsync(Role.Secretariat);

        var workbook = await PostForFileAsync(portal, office, $"/pengiriman/{dispatch}");

        var (people, changes, filled) = Sheets(workbook);
        var head = people.Single(r => Equals(r["Nama"], "Kepala Lembar"));
        Assert.Equal((nik, card), (head["NIK"], head["Nomor KK"]));
        Assert.IsType<string>(head["NIK"]);
        Assert.Equal((await portal.Make.NumberAsync(fresh), "Usulan baru", village.Code, village.Name), (head["Nomor usulan"], head["Jenis usulan"], head["Kode desa"], head["Desa atau kelurahan"]));
        Assert.Equal(("1/BA/2026", "12/11/2026", "17/05/1980", "Belum terdata, rumah berlantai tanah."), (head["Nomor berita acara"], head["Tanggal berita acara"], head["Tanggal lahir"], head["Alasan usulan"]));
        Assert.Equal(("04/03/2012", "Perempuan", "Anak", child), (Of("Anak Lembar", "Tanggal lahir"), Of("Anak Lembar", "Jenis kelamin"), Of("Anak Lembar", "Hubungan dengan kepala keluarga"), Of("Anak Lembar", "NIK")));
        Assert.All(people, r => Assert.Equal("Pengisian SIKS-NG", r["Tujuan unduhan"]));
        Assert.Equal("Alamat; Status kepemilikan rumah", Of("Kepala Diperbaiki", "Perubahan"));
        Assert.Equal<(object?, object?, object?)>(
            [("Alamat", "Jalan Uji 1", "Jalan Lembar 7"), ("Status kepemilikan rumah", null, "Kontrak atau sewa")], changes.Select(c => (c["Isian"], c["Lama"], c["Baru"])));
        Assert.Equal<(object?, object?, object?)>(
            [
                ("Keluarga", "Status kepemilikan rumah", "Milik sendiri"), ("Keluarga", "Luas lantai", "36,5 m²"), ("Keluarga", "Daya listrik terpasang", "450 VA; 900 VA"),
                ("Anak Lembar", "Sekolah", "Masih sekolah"), ("Anak Lembar", "Pekerjaan", "=1+1"), ("Anak Lembar", "Hamil", "Tidak"),
            ],
            filled.Select(f => (f["Tentang"], f["Isian"], f["Jawaban"])));
        var number = await portal.Make.NumberAsync(fresh);
        Assert.All(filled, f => Assert.Equal((number, nik, "Kepala Lembar", "Pengisian SIKS-NG"), (f["Nomor usulan"], f["NIK kepala keluarga"], f["Nama kepala keluarga"], f["Tujuan unduhan"])));
        Assert.All(filled, f => Assert.All(f.Values, v => Assert.IsType<string>(v)));
        await using var db = portal.Open();
        var entry = await db.AuditEntries.SingleAsync(a => a.SubjectId == dispatch && a.Action == AuditAction.Export);
        Assert.Contains("2 usulan", entry.SubjectName, StringComparison.Ordinal);
        Assert.Equal("Pengisian SIKS-NG", entry.Reason);
        Assert.DoesNotContain(nik, (await office.GetAsync($"/pengiriman/{dispatch}")).Html, StringComparison.Ordinal);

        object? Of(string name, string column) => people.Single(r => Equals(r["Nama"], name))[column];
    }

    private static async Task<byte[]> PostForFileAsync(Portal portal, Browser browser, string path)
    {
        var form = await browser.OpenFormAsync(path);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = browser.Cookies, AllowAutoRedirect = false }) { BaseAddress = portal.Address };
        using var content = new FormUrlEncodedContent(form.Fields);
        using var response = await http.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static (List<Dictionary<string, object?>> People, List<Dictionary<string, object?>> Changes, List<Dictionary<string, object?>> Filled) Sheets(byte[] workbook)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(workbook));
        var people = Rows(reader);
        Assert.True(reader.NextResult());
        var changes = Rows(reader);
        Assert.True(reader.NextResult());
        Assert.Equal("Isian baru", reader.Name);
        return (people, changes, Rows(reader));
    }

    private static List<Dictionary<string, object?>> Rows(IExcelDataReader reader)
    {
        Assert.True(reader.Read());
        var headers = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i)).ToList();
        var rows = new List<Dictionary<string, object?>>();
        while (reader.Read()) rows.Add(headers.Select((h, i) => (h, Value: reader.GetValue(i))).ToDictionary(c => c.h, c => (object?)c.Value));
        return rows;
    }
}
