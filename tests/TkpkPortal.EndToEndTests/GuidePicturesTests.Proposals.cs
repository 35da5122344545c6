using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.TestSupport;

namespace TkpkPortal.EndToEndTests;

/// <summary>The pictures of the guide's pages about proposals, in the order in which a proposal goes.</summary>
public sealed partial class GuidePicturesTests
{
    private async Task TakeProposalsAsync(BrowserPortal browser)
    {
        await using var db = browser.Portal.Open();
        var village = await db.Users.Where(u => u.UserName == "desa").Select(u => u.AreaId!.Value).SingleAsync();
        var facilitator = await db.Users.Where(u => u.UserName == "pendamping").Select(u => u.Id).SingleAsync();
        var make = browser.Portal.Make;
        Task<Guid> New(string head, ProposalStage stage, Guid? visitor = null) => make.ProposalAsync(village, stage: stage, content: Someone(head), facilitatorId: visitor, cycle: Builders.CycleFromNow(1));

        await TakeDraftAsync(browser, await New("Suparno Contoh", ProposalStage.Draft));
        string[] heads = ["Marni Contoh", "Joko Contoh", "Darmi Contoh"];
        List<Guid> waiting = [];
        foreach (var head in heads) waiting.Add(await New(head, ProposalStage.Submitted));
        await TakeDeliberationAsync(browser, heads);
        await TakeReviewsAsync(browser, waiting, await New("Tarno Contoh", ProposalStage.FieldCheckAsked, facilitator));
        foreach (var head in new[] { "Wagiman Contoh", "Sumirah Contoh" }) await New(head, ProposalStage.Approved);
        await TakeCentreAsync(browser);
        await TakeReceiptAsync(browser, await New("Ngatini Contoh", ProposalStage.SocialVerified));
        await TakeKeptFormAsync(browser);
    }

    private async Task TakeDraftAsync(BrowserPortal browser, Guid draft)
    {
        foreach (var (name, path) in new[]
                 {
                     ("usulan-daftar", "/usulan"), ("usulan-baru", "/usulan/baru"), ("usulan-draf", $"/usulan/{draft}"), ("usulan-anggota", $"/usulan/{draft}/isi/anggota"),
                     ("usulan-periksa", $"/usulan/{draft}/isi/periksa"), ("usulan-petunjuk-petugas", "/laporan/petunjuk-petugas.html"),
                 })
            await TakeAsync(browser, "desa", name, path);
        var page = await browser.SignInAsync("desa", Width);
        await page.AddPhotoAsync(draft, DrawnHouse.Jpeg());
        await SaveAsync(page, "usulan-foto");
    }

    private async Task TakeDeliberationAsync(BrowserPortal browser, IReadOnlyList<string> heads)
    {
        var page = await browser.SignInAsync("desa", Width);
        await page.DeliberateAsync("470/12/BA/2026", heads, look => SaveAsync(page, $"usulan-musyawarah-{look}"));
        await TakeAsync(browser, "desa", "usulan-musyawarah-daftar", "/musyawarah");
    }

    private async Task TakeReviewsAsync(BrowserPortal browser, IReadOnlyList<Guid> proposals, Guid visited)
    {
        await using var db = browser.Portal.Open();
        var found = await db.Proposals.Where(p => proposals.Contains(p.Id)).OrderBy(p => p.Number).ToListAsync();
        var household = await db.Households.Where(h => h.VillageId == found[0].VillageId && h.LeftOn == null).OrderBy(h => h.Id).Select(h => h.Id).FirstAsync();
        var asked = await browser.Portal.Make.ProposalAsync(found[0].VillageId, ProposalKind.OwnDataAccess, ProposalStage.Submitted, household, await browser.Portal.Make.ContentOfAsync(household) with { Grounds = "Ingin tahu data keluarga yang tercatat.", Informant = "Kepala keluarga" });
        foreach (var (user, name, path) in new[]
                 {
                     ("camat", "usulan-tugas-camat", "/usulan/tugas"), ("camat", "usulan-verifikasi-camat", $"/usulan/{found[0].Id}/verifikasi"),
                     ("dinsos", "usulan-jawab", $"/usulan/{asked}/jawab"), ("sekretariat", "usulan-papan", "/usulan/papan"), ("sekretariat", "usulan-periode", "/periode"),
                 })
            await TakeAsync(browser, user, name, path);
        var phone = await browser.SignInAsync("pendamping", BrowserPortal.PhoneWidth);
        await phone.OpenAsync($"/usulan/{visited}/cek-lapangan");
        await phone.AnswerAsync("Temuan", ProposalNames.Of(FieldFinding.Matches));
        await phone.Locator("main p.acts").EvaluateAsync("acts => acts.scrollIntoView()");
        await SaveAsync(phone, "usulan-cek-lapangan");

        var camat = await browser.SignInAsync("camat", Width);
        await OpenAsync(camat, "/usulan/tugas");
        foreach (var proposal in found) await camat.GetByLabel($"Centang usulan {ProposalNames.Number(proposal.CreatedAt.Year, proposal.Number)}").CheckAsync();
        await camat.SubmitAsync("Verifikasi yang dicentang");
        await SaveAsync(camat, "usulan-serentak");
        await TakeAsync(browser, "dinsos", "usulan-tugas-dinsos", "/usulan/tugas?kelompok=dinas-sosial");
        await TakeAsync(browser, "desa", "usulan-rinci", $"/usulan/{found[1].Id}");
    }

    private async Task TakeCentreAsync(BrowserPortal browser)
    {
        await TakeAsync(browser, "sekretariat", "usulan-kirim", "/usulan/kirim");
        var page = await browser.SignInAsync("sekretariat", Width);
        await OpenAsync(page, "/usulan/kirim");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Kirim semua") }).GoAsync();
        await SaveAsync(page, "usulan-pengiriman");

        await using var db = browser.Portal.Open();
        var sent = await db.Proposals.Where(p => p.Stage == ProposalStage.Sent).OrderByDescending(p => p.Number).Take(2).ToListAsync();
        string Answer(Proposal p, string words) => $"{ProposalNames.Number(p.CreatedAt.Year, p.Number)};;;{words}";
        await page.UploadAnswersAsync(Answer(sent[0], "Diterima;2;;"), Answer(sent[1], "Ditolak;;;Sudah menerima program sejenis"));
        await SaveAsync(page, "usulan-hasil-pratinjau");
        await page.SubmitAsync("Simpan 2 usulan yang benar");
        await page.WaitForHeadingAsync("2 usulan tersimpan");
        await TakeAsync(browser, "sekretariat", "usulan-terapkan", "/usulan/terapkan");
        await TakeAsync(browser, "sekretariat", "usulan-banding", "/usulan/banding");
    }

    private async Task TakeReceiptAsync(BrowserPortal browser, Guid proposal)
    {
        var page = await browser.SignInAsync("desa", Width);
        var (address, pin, _) = await page.ReceiptAsync(proposal);
        await SaveAsync(page, "usulan-resi");
        var phone = await browser.VisitAsync(BrowserPortal.PhoneWidth);
        await phone.StatusAsync(address, pin);
        await SaveAsync(phone, "usulan-status");
    }

    /// <summary>Ends the newest session of desa only: the others' windows carry an older one.</summary>
    private async Task TakeKeptFormAsync(BrowserPortal browser)
    {
        var page = await browser.VisitAsync(Width);
        await page.OpenAsync("/masuk");
        await page.NameThemselvesAsync("desa");
        await page.ChooseKindAsync("Usulan baru");
        await page.EnterAsync("Alamat", "Jalan Melati 3");
        await using var db = browser.Portal.Open();
        var session = await db.LoginSessions.Where(s => db.Users.Any(u => u.Id == s.UserId && u.UserName == "desa")).OrderByDescending(s => s.CreatedAt).Select(s => s.Id).FirstAsync();
        await db.LoginSessions.Where(s => s.Id == session).ExecuteUpdateAsync(set => set.SetProperty(s => s.ExpiresAt, DateTimeOffset.UtcNow.AddMinutes(-1)));
        await page.SubmitAsync("Simpan dan lanjut");
        await page.NameThemselvesAsync("desa");
        await page.SeesAsync("Lanjutkan isian");
        await SaveAsync(page, "usulan-lanjutkan");
    }

    private static int _people;

    /// <summary>Issued in the demo's kabupaten, with a number its families do not reach.</summary>
    private static string OwnNik(string birth) => $"990101{birth}{9000 + ++_people}";

    private static ProposalContent Someone(string head) => Builders.NewFamilyContent(head) with
    {
        Family = new()
        {
            CardNumber = Builders.CardNumber(),
            Address = "Jalan Melati 3",
            Hamlet = "Dusun Mekar",
            Rt = "003",
            Rw = "001",
            Members =
            [
                new() { Name = head, Nik = OwnNik("170580"), Relation = FamilyRelation.Head, Sex = Sex.Male, BirthDate = "1980-05-17", Education = Education.Primary, Occupation = "Buruh tani" },
                new() { Name = "Sri Contoh", Nik = OwnNik("420384"), Relation = FamilyRelation.Spouse, Sex = Sex.Female, BirthDate = "1984-03-02" },
                new() { Name = "Bayu Contoh", Relation = FamilyRelation.Child, Sex = Sex.Male, BirthDate = "2015-09-21", School = SchoolStatus.Attending },
            ],
            Answers = new Dictionary<string, string> { ["jenis_lantai"] = "8", ["luas_lantai"] = "24" },
        },
        Grounds = "Belum pernah didata; rumah berlantai tanah dan penghasilan tidak tetap.",
    };
}
