using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Files;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Photos;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

public sealed class PhotoPagesTests
{
    [Fact]
    public async Task The_desa_adds_a_photo_and_its_place_is_dropped()
    {
        var (portal, village, id) = await DraftAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);

        var answer = await SendAsync(browser, id, PhotoSubject.FrontOfHouse, PhotoFiles.Phone(6), "rumah bu Siti.jpg");

        Assert.Equal($"/usulan/{id}/foto", answer.Location);
        var page = await browser.GetAsync($"/usulan/{id}/foto");
        Assert.Contains("Foto tersimpan.", page.Text, StringComparison.Ordinal);
        var camera = page.Document.QuerySelector("#Input_Camera")!;
        Assert.Equal(("environment", UploadedDocument.AcceptPicture), (camera.GetAttribute("capture"), camera.GetAttribute("accept")));
        await using var db = portal.Open();
        var photo = await db.ProposalPhotos.SingleAsync(p => p.ProposalId == id);
        var file = await db.StoredFiles.SingleAsync(f => f.Id == photo.FileId);
        Assert.Null(photo.LocationCipher);
        Assert.Equal(("Rumah tampak depan.jpg", UploadedDocument.Jpeg), (file.Name, file.ContentType));
        Assert.False(PhotoFiles.Holds(portal.Cipher.OpenBytes(file.SealedContent, file.Id), "Exif"));
        Assert.False(file.SealedContent.AsSpan().StartsWith<byte>([0xFF, 0xD8]));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == photo.Id && a.Action == AuditAction.Create));
        using var shown = PhotoFiles.Decode(await browser.DownloadAsync($"/usulan/{id}/foto/{photo.Id}"));
        using var small = PhotoFiles.Decode(await browser.DownloadAsync($"/usulan/{id}/foto/{photo.Id}?ukuran=kecil"));
        Assert.Equal((480, 640, 240, 320), (shown.Width, shown.Height, small.Width, small.Height));
        var image = await browser.GetAsync($"/usulan/{id}/foto/{photo.Id}");
        Assert.Equal("image/jpeg", image.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("no-store", image.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_place_is_kept_sealed_when_it_is_wanted()
    {
        var (portal, village, id) = await DraftAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);

        await SendAsync(browser, id, PhotoSubject.Roof, PhotoFiles.Phone(), keepLocation: true);

        await using var db = portal.Open();
        var photo = await db.ProposalPhotos.SingleAsync(p => p.ProposalId == id);
        Assert.Equal("-5.00833,104.06", portal.Cipher.Open(photo.LocationCipher!, photo.Id));
        Assert.Contains("Lokasi -5.00833, 104.06", (await browser.GetAsync($"/usulan/{id}/foto")).Text, StringComparison.Ordinal);
        await SendAsync(browser, id, PhotoSubject.Roof, PhotoFiles.Picture(), keepLocation: true);
        Assert.Contains("tersimpan tanpa lokasi", (await browser.GetAsync($"/usulan/{id}/foto")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_photo_is_refused_and_nothing_is_kept()
    {
        var (portal, village, id) = await DraftAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        (PhotoSubject Subject, byte[] Sent, Rule Rule)[] refused =
        [
            (PhotoSubject.Floor, [.. "bukan foto"u8], UploadRules.NotPicture), (PhotoSubject.Floor, PhotoFiles.Pdf(), UploadRules.NotPicture),
            (PhotoSubject.Floor, PhotoFiles.Bomb(), UploadRules.TooManyPixels), (PhotoSubject.Floor, PhotoFiles.Heic(), UploadRules.Heic), (PhotoSubject.Statement, [.. "bukan"u8], UploadRules.NotDocument),
        ];
        foreach (var (subject, sent, rule) in refused)
        {
            var answer = await SendAsync(browser, id, subject, sent, "rumah.jpg");
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal([rule.Sentence], answer.Problems);
        }

        var none = await browser.SubmitAsync($"/usulan/{id}/foto", []);
        Assert.Equal(["Pilih apa yang difoto."], none.Problems);
        Assert.Equal(["Ambil foto atau pilih berkas."], (await browser.SubmitAsync($"/usulan/{id}/foto", new() { ["Input.Subject"] = "Floor" })).Problems);
        await using var db = portal.Open();
        Assert.False(await db.ProposalPhotos.AnyAsync(p => p.ProposalId == id));
    }

    [Fact]
    public async Task A_statement_may_be_a_pdf_and_is_served_as_an_attachment()
    {
        var (portal, village, id) = await DraftAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);

        Assert.True((await SendAsync(browser, id, PhotoSubject.Statement, PhotoFiles.Pdf(), "surat.pdf")).IsRedirect);

        await using var db = portal.Open();
        var photo = await db.ProposalPhotos.SingleAsync(p => p.ProposalId == id);
        var answer = await browser.GetAsync($"/usulan/{id}/foto/{photo.Id}");
        Assert.Equal("application/pdf", answer.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("Unduh PDF", (await browser.GetAsync($"/usulan/{id}/foto")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submitted_proposal_takes_no_photo_and_lets_none_go()
    {
        var (portal, village, draft) = await DraftAsync();
        var frozen = await portal.Make.ProposalAsync(village);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var form = await browser.OpenFormAsync($"/usulan/{draft}/foto");
        var photo = await PlantAsync(portal, frozen);

        Assert.Null((await browser.GetAsync($"/usulan/{frozen}/foto")).Document.QuerySelector("main form"));
        var added = await new OpenForm(browser, $"/usulan/{frozen}/foto", [.. form.Fields]).SendAsync(new() { ["Input.Subject"] = "Floor" }, ("Input.Upload", "a.jpg", PhotoFiles.Picture()));
        var removed = await browser.SubmitAsync($"/usulan/{frozen}/foto/{photo}/hapus", []);

        Assert.Equal([PhotoRules.Frozen.Sentence], added.Problems);
        Assert.Equal([PhotoRules.Frozen.Sentence], removed.Problems);
        await using var db = portal.Open();
        Assert.Equal(1, await db.ProposalPhotos.CountAsync(p => p.ProposalId == frozen));
    }

    [Fact]
    public async Task The_pendamping_adds_during_the_visit_and_the_desa_cannot_take_it_away()
    {
        var (portal, village, _) = await DraftAsync();
        var visitor = await portal.Make.UserAsync(Role.Facilitator);
        var id = await portal.Make.ProposalAsync(village, stage: ProposalStage.FieldCheckAsked, facilitatorId: visitor.Id);
        var ofTheDesa = await PlantAsync(portal, id);
        using var browser = await portal.SignInAsync(visitor.UserName!);
        using var stranger = await portal.SignInAsync(Role.Facilitator);
        using var desa = await portal.SignInAsync(Role.VillageOperator, village);

        Assert.True((await SendAsync(browser, id, PhotoSubject.Wall, PhotoFiles.Picture())).IsRedirect);

        Assert.Equal([PhotoRules.Frozen.Sentence], (await browser.SubmitAsync($"/usulan/{id}/foto/{ofTheDesa}/hapus", [])).Problems);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/usulan/{id}/foto")).Status);
        Assert.Null((await desa.GetAsync($"/usulan/{id}/foto")).Document.QuerySelector("main form"));
        await using var db = portal.Open();
        var ofTheVisit = await db.ProposalPhotos.SingleAsync(p => p.ProposalId == id && p.AddedBy == visitor.Id);
        var proposal = await db.Proposals.SingleAsync(p => p.Id == id);
        proposal.RecordFieldCheck(FieldFinding.Matches, null, Builders.ActorOf(Role.Facilitator, visitor.Id), DateTimeOffset.UtcNow);
        proposal.Return("Lengkapi fotonya.", Builders.ActorOf(Role.SocialAgency), DateTimeOffset.UtcNow);
        await db.SaveProposalsAsync(CancellationToken.None);
        Assert.Equal([PhotoRules.OfTheVisit.Sentence], (await desa.SubmitAsync($"/usulan/{id}/foto/{ofTheVisit.Id}/hapus", [])).Problems);
        Assert.True((await desa.SubmitAsync($"/usulan/{id}/foto/{ofTheDesa}/hapus", [])).IsRedirect);
    }

    [Fact]
    public async Task A_thirteenth_photo_is_refused()
    {
        var (portal, village, id) = await DraftAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var form = await browser.OpenFormAsync($"/usulan/{id}/foto");
        for (var i = 0; i < PhotoRules.Most; i++) await PlantAsync(portal, id);

        var answer = await form.SendAsync(new() { ["Input.Subject"] = "Floor" }, ("Input.Upload", "a.jpg", PhotoFiles.Picture()));

        Assert.Equal([PhotoRules.TooMany.Sentence], answer.Problems);
    }

    [Fact]
    public async Task A_removed_photo_takes_its_file_along_unless_another_holds_the_same()
    {
        var (portal, village, id) = await DraftAsync();
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);
        var sent = PhotoFiles.Picture(642, 482);
        await SendAsync(browser, id, PhotoSubject.Floor, sent);
        await SendAsync(browser, id, PhotoSubject.Other, sent);
        await using var db = portal.Open();
        var photos = await db.ProposalPhotos.AsNoTracking().Where(p => p.ProposalId == id).ToListAsync();
        Assert.Single(photos.Select(p => p.FileId).Distinct());

        Assert.True((await browser.SubmitAsync($"/usulan/{id}/foto/{photos[0].Id}/hapus", [])).IsRedirect);
        Assert.True(await db.StoredFiles.AnyAsync(f => f.Id == photos[0].FileId));
        Assert.True((await browser.SubmitAsync($"/usulan/{id}/foto/{photos[1].Id}/hapus", [])).IsRedirect);

        Assert.False(await db.StoredFiles.AnyAsync(f => f.Id == photos[0].FileId));
        Assert.False(await db.ProposalPhotos.AnyAsync(p => p.ProposalId == id));
        Assert.Equal(2, await db.AuditEntries.CountAsync(a => (a.SubjectId == photos[0].Id || a.SubjectId == photos[1].Id) && a.Action == AuditAction.Delete));
    }

    [Fact]
    public async Task Another_desa_sees_neither_list_nor_picture_and_a_look_is_written_down_once()
    {
        var (portal, village, id) = await DraftAsync();
        using var desa = await portal.SignInAsync(Role.VillageOperator, village);
        await SendAsync(desa, id, PhotoSubject.Floor, PhotoFiles.Picture());
        await using var db = portal.Open();
        var photo = await db.ProposalPhotos.SingleAsync(p => p.ProposalId == id);
        using var stranger = await portal.SignInAsync(Role.VillageOperator);
        foreach (var path in new[] { $"/usulan/{id}/foto", $"/usulan/{id}/foto/{photo.Id}", $"/usulan/{id}/foto/{photo.Id}/hapus", $"/laporan/usulan/{id}/resi.html" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await stranger.GetAsync(path)).Status));
        var before = await ReadsAsync(db, id);

        await desa.GetAsync($"/usulan/{id}/foto");
        await desa.DownloadAsync($"/usulan/{id}/foto/{photo.Id}?ukuran=kecil");
        await desa.DownloadAsync($"/usulan/{id}/foto/{photo.Id}");

        Assert.Equal(before + 1, await ReadsAsync(db, id));
    }

    private static Task<int> ReadsAsync(Core.Data.TkpkDbContext db, Guid id) => db.AuditEntries.CountAsync(a => a.SubjectId == id && a.Action == AuditAction.Read);

    private static async Task<(Portal Portal, Guid Village, Guid Id)> DraftAsync()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        return (portal, village, await portal.Make.ProposalAsync(village, stage: ProposalStage.Draft));
    }

    private static async Task<Answer> SendAsync(Browser browser, Guid id, PhotoSubject subject, byte[] sent, string name = "foto.jpg", bool keepLocation = false)
    {
        var form = await browser.OpenFormAsync($"/usulan/{id}/foto");
        Dictionary<string, string> typed = new() { ["Input.Subject"] = subject.ToString() };
        if (keepLocation) typed["Input.KeepLocation"] = "true";
        return await form.SendAsync(typed, ("Input.Upload", name, sent));
    }

    /// <summary>A photo of the desa's, put there without the page.</summary>
    private static async Task<Guid> PlantAsync(Portal portal, Guid proposalId)
    {
        await using var db = portal.Open();
        var (fileId, now) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        var content = PhotoFiles.Picture(64, 48);
        db.StoredFiles.Add(new("lantai.jpg", UploadedDocument.Jpeg, fileId.ToByteArray(), portal.Cipher.Seal(content, fileId), content.Length, now, fileId));
        var photo = db.ProposalPhotos.Add(new(proposalId, PhotoSubject.Floor, fileId, null, now)).Entity;
        await db.SaveChangesAsync();
        return photo.Id;
    }
}
