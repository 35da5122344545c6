using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Drafts;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>The form over HTTP, without script: every page saves what was typed, complete or not.</summary>
public sealed class DraftPagesTests
{
    [Fact]
    public async Task A_desa_operator_fills_a_new_family_page_by_page_and_hands_it_in()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var (nik, name) = (Builders.Nik(), Builders.Unique("Warga Baru"));

        var id = await StartAsync(browser, ProposalKind.NewFamily);
        var next = await SaveAsync(browser, $"/usulan/{id}/isi/keluarga", new() { ["Input.CardNumber"] = "", ["Input.Address"] = "Jalan Uji 7", ["Input.Hamlet"] = "Dusun Uji" });
        Assert.Equal($"/usulan/{id}/isi/anggota", next);
        next = await SaveAsync(browser, $"/usulan/{id}/isi/anggota/baru", HeadFields(name, nik));
        Assert.Equal($"/usulan/{id}/isi/anggota", next);
        next = await SaveAsync(browser, $"/usulan/{id}/isi/pertanyaan/perumahan", new() { ["Jawaban[jenis_lantai]"] = "8", ["Jawaban[luas_lantai]"] = "36,5" });
        Assert.Equal($"/usulan/{id}/isi/pertanyaan/aset", next);
        await SaveAsync(browser, $"/usulan/{id}/isi/pertanyaan/aset", new() { ["Jawaban[aset_motor]"] = "2" });
        await SaveAsync(browser, $"/usulan/{id}/isi/pertanyaan/bantuan", []);
        next = await SaveAsync(browser, $"/usulan/{id}/isi/alasan", ReasonFields());
        Assert.Equal($"/usulan/{id}/isi/periksa", next);

        var review = await browser.GetAsync(next);
        Assert.Contains("Tersimpan pukul", review.Text, StringComparison.Ordinal);
        Assert.Contains("Jenis lantai terluas Tanah", review.Text, StringComparison.Ordinal);
        Assert.Contains("NIK 99••••••••••••••", review.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(nik, review.Html, StringComparison.Ordinal);
        var kept = await browser.SubmitAsync($"/usulan/{id}/ajukan", []);

        Assert.Equal($"/usulan/{id}", kept.Location);
        var (proposal, content) = await portal.Make.OpenProposalAsync(id);
        Assert.Equal((ProposalStage.Submitted, name, 1), (proposal.Stage, proposal.HeadName, proposal.Round));
        Assert.Equal("36.5", content.Family.Answers["luas_lantai"]);
        var lines = await portal.Make.LinesOfAsync(id);
        Assert.Contains(lines, l => l is { Field: DiffLine.Nik, Old: null } && l.New == nik);
        Assert.Contains(lines, l => l is { Field: "Jawaban:jenis_lantai", New: "8" });
        await using var db = portal.Open();
        Assert.Equal(1, await db.ProposalTallies.Where(t => t.VillageId == village.Id && t.Stage == ProposalStage.Submitted).SumAsync(t => t.Count));
        Assert.Equal(0, await db.ProposalTallies.Where(t => t.VillageId == village.Id && t.Stage == ProposalStage.Draft).SumAsync(t => t.Count));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == id && a.Action == AuditAction.Create && a.VillageId == village.Id));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == id && a.Action == AuditAction.Read));
        Assert.Contains("diajukan", (await browser.GetAsync($"/usulan/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rubbish_is_saved_as_typed_and_told_beside_its_field()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var id = await StartAsync(browser, ProposalKind.NewFamily);

        var again = await SaveAsync(browser, $"/usulan/{id}/isi/anggota/baru", new() { ["Input.Name"] = "", ["Input.Nik"] = "1801 0417", ["Input.BirthDate"] = "entah kapan" });

        Assert.EndsWith("?periksa=true", again, StringComparison.Ordinal);
        var page = await browser.GetAsync(again);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("NIK harus 16 angka; yang terbaca 8. Salin dari KTP atau KK.", page.Problems);
        Assert.Contains(DraftRules.NameNeeded.Sentence, page.Problems);
        Assert.Equal("18010417", page.Document.QuerySelector("#Input_Nik")!.GetAttribute("value"));
        Assert.Equal("entah kapan", page.Document.QuerySelector("#Input_BirthDate")!.GetAttribute("value"));
        Assert.StartsWith("Galat:", page.Document.Title, StringComparison.Ordinal);
        var member = (await portal.Make.OpenProposalAsync(id)).Content.Family.Members.Single();
        Assert.Equal(("18010417", "entah kapan", null), (member.Nik, member.BirthDate, member.Name));

        var review = await browser.GetAsync($"/usulan/{id}/isi/periksa");
        Assert.Contains(review.Document.QuerySelectorAll("#kurang a"), a => a.GetAttribute("href") == $"/usulan/{id}/isi/anggota/{member.Key}?periksa=true#Input_Nik");
        var refused = await browser.SubmitAsync($"/usulan/{id}/ajukan", []);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Null(refused.Document.QuerySelector("main form button"));
        Assert.StartsWith("Usulan belum dapat diajukan: ", refused.Problems.Single(), StringComparison.Ordinal);
        Assert.Equal(ProposalStage.Draft, (await portal.Make.OpenProposalAsync(id)).Proposal.Stage);
    }

    [Fact]
    public async Task An_emptied_box_takes_a_wrong_number_away_and_keeps_a_right_one()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var id = await StartAsync(browser, ProposalKind.NewFamily);
        var card = Builders.CardNumber();
        var page = $"/usulan/{id}/isi/keluarga";

        await SaveAsync(browser, page, new() { ["Input.CardNumber"] = "99" });
        await SaveAsync(browser, page, new() { ["Input.CardNumber"] = "" });
        Assert.Null((await portal.Make.OpenProposalAsync(id)).Content.Family.CardNumber);

        await SaveAsync(browser, page, new() { ["Input.CardNumber"] = card });
        await SaveAsync(browser, page, new() { ["Input.Address"] = "Jalan Lain" });
        Assert.Equal(card, (await portal.Make.OpenProposalAsync(id)).Content.Family.CardNumber);
        Assert.DoesNotContain(card, (await browser.GetAsync(page)).Html, StringComparison.Ordinal);

        await SaveAsync(browser, page, new() { ["Input.RemoveCardNumber"] = "true" });
        Assert.Null((await portal.Make.OpenProposalAsync(id)).Content.Family.CardNumber);
    }

    [Fact]
    public async Task A_page_touches_only_its_own_fields_and_a_second_editor_is_told()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var id = await StartAsync(browser, ProposalKind.NewFamily);
        var stale = await browser.OpenFormAsync($"/usulan/{id}/isi/keluarga");
        await SaveAsync(browser, $"/usulan/{id}/isi/alasan", ReasonFields());

        var refused = await stale.SendAsync(new() { ["Input.Address"] = "Jalan Kedua" });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("Jalan Kedua", refused.Document.QuerySelector("#Input_Address")!.GetAttribute("value"));
        var sent = await browser.FormOn(refused, $"/usulan/{id}/isi/keluarga").SendAsync([]);
        Assert.True(sent.IsRedirect);
        var content = (await portal.Make.OpenProposalAsync(id)).Content;
        Assert.Equal(("Jalan Kedua", "Rumah berlantai tanah."), (content.Family.Address, content.Grounds));
    }

    [Fact]
    public async Task A_member_of_the_record_is_marked_and_an_added_one_is_taken_away_again()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id, children: 1);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var id = await StartAsync(browser, ProposalKind.Correction, family);
        var child = (await portal.Make.OpenProposalAsync(id)).Content.Family.Members[1].Key;

        await SaveAsync(browser, $"/usulan/{id}/isi/anggota/{child}/keluar", new() { ["Input.LeaveReason"] = "Moved", ["Input.LeftOn"] = "1/11/2026" });
        await SaveAsync(browser, $"/usulan/{id}/isi/anggota/baru", new() { ["Input.Name"] = "Orang Tambahan", ["Input.Relation"] = "Child", ["Input.Sex"] = "Female" });
        var added = (await portal.Make.OpenProposalAsync(id)).Content.Family.Members[2].Key;
        var list = await browser.GetAsync($"/usulan/{id}/isi/anggota");
        Assert.Contains("Keluar: pindah, 01/11/2026", list.Text, StringComparison.Ordinal);
        await SaveAsync(browser, $"/usulan/{id}/isi/anggota/{added}/urungkan", []);
        await SaveAsync(browser, $"/usulan/{id}/isi/alasan", ReasonFields());
        await browser.SubmitAsync($"/usulan/{id}/ajukan", []);

        Assert.Equal([("LeaveReason", "Moved"), ("LeftOn", "2026-11-01")], (await portal.Make.LinesOfAsync(id)).Select(l => (l.Field, l.New)).Order());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/usulan/{id}/isi/anggota/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task After_submission_the_form_is_closed()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);
        var id = await portal.Make.StartAsync(Builders.OperatorOf(village.Id), ProposalKind.NewFamily, village.Id);
        var open = await browser.OpenFormAsync($"/usulan/{id}/isi/alasan");
        await FillAsync(portal, village.Id, id);
        await portal.Make.SubmitAsync(Builders.OperatorOf(village.Id), id);

        Assert.Equal($"/usulan/{id}", (await browser.GetAsync($"/usulan/{id}/isi/keluarga")).Location);
        var refused = await open.SendAsync(ReasonFields());
        Assert.Equal((HttpStatusCode.BadRequest, ProposalRules.Frozen.Sentence), (refused.Status, refused.Problems.Single()));
    }

    [Fact]
    public async Task A_family_is_found_by_name_or_number_without_either_in_an_address()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var (nik, card, name) = (Builders.Nik(), Builders.CardNumber(), Builders.Unique("Kartini Contoh"));
        var family = await portal.Make.HouseholdAsync(village.Id, nik: nik, cardNumber: card, headName: name);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        var start = await browser.SubmitAsync("/usulan/baru", new() { ["Input.Kind"] = "Exit", ["Input.Registration"] = "Passive" });
        Assert.Equal("/usulan/baru/cari?jenis=Exit&cara=Passive", start.Location);
        foreach (var typed in new[] { name[..9], nik, card.Insert(4, " ") })
        {
            var found = await browser.SubmitAsync(start.Location!, new() { ["Input.Typed"] = typed });
            Assert.Equal($"/usulan/baru?keluarga={family}&jenis=Exit&cara=Passive", found.Document.QuerySelector(".tasks a")!.GetAttribute("href"));
        }

        var refused = await browser.SubmitAsync(start.Location!, new() { ["Input.Typed"] = "Ka" });
        Assert.Equal((HttpStatusCode.BadRequest, DraftRules.SearchTooShort.Sentence), (refused.Status, refused.Problems.Single()));
    }

    internal static Dictionary<string, string> HeadFields(string name, string nik) => new()
    {
        ["Input.Name"] = name, ["Input.Nik"] = nik, ["Input.Relation"] = "Head", ["Input.Sex"] = "Male", ["Input.BirthDate"] = "17/5/1980",
    };

    internal static Dictionary<string, string> ReasonFields() => new() { ["Input.Grounds"] = "Rumah berlantai tanah.", ["Input.IdentityCardSeen"] = "True", ["Input.FamilyCardSeen"] = "False" };

    internal static async Task<Guid> StartAsync(Browser browser, ProposalKind kind, Guid? family = null)
    {
        var answer = await browser.SubmitAsync(family is null ? "/usulan/baru" : $"/usulan/baru?keluarga={family}", new() { ["Input.Kind"] = kind.ToString(), ["Input.Registration"] = "Active" });
        Assert.True(answer.IsRedirect, answer.Text);
        return Guid.Parse(answer.Location!.Split('/')[2]);
    }

    internal static async Task<string> SaveAsync(Browser browser, string page, Dictionary<string, string> typed)
    {
        var answer = await browser.SubmitAsync(page, typed);
        return answer.IsRedirect ? answer.Location! : throw new InvalidOperationException($"{page} answered {answer.Status}: {answer.Text}");
    }

    internal static async Task FillAsync(Portal portal, Guid villageId, Guid id)
    {
        var actor = Builders.OperatorOf(villageId);
        await portal.Make.SaveDraftAsync(actor, id, new FamilyPart(null, false, "Jalan Uji 7", null, null, null, null));
        await portal.Make.SaveDraftAsync(actor, id, new MemberPart(new() { Name = Builders.Unique("Warga Usulan"), Nik = Builders.Nik(), Relation = FamilyRelation.Head, Sex = Sex.Male }, true, false));
        await portal.Make.SaveDraftAsync(actor, id, new ReasonsPart { Grounds = "Belum terdata.", IdentityCardSeen = true, FamilyCardSeen = true });
    }
}
