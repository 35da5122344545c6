using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Settings;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Reports;

namespace TkpkPortal.Tests.Meetings;

/// <summary>The rakor of 20 August 2019 at the hall of Bappeda, from the invitation to what became of its follow-ups, as people do it.</summary>
public sealed class Rakor2019JourneyTests
{
    private const string Title = "Rapat Koordinasi TKPK Kabupaten Lampung Barat Tahun 2019";

    [Fact]
    public async Task From_invitation_to_follow_up()
    {
        await using var portal = await Portal.StartAsync();
        await ArrangeAsync(portal);
        var social = await portal.Make.AgencyAsync("Dinas Sosial");
        var planning = await portal.Make.AgencyAsync("Bappeda");
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        using var leader = await portal.SignInAsync(Role.Leader);
        using var operatorOfSocial = await portal.SignInAsync(Role.AgencyOperator, agencyId: social.Id);

        var planned = await secretariat.SubmitAsync("/rakor/rencanakan", new()
        {
            ["Input.Title"] = Title, ["Input.Date"] = "20/08/2019", ["Input.StartsAt"] = "09.00", ["Input.Place"] = "Aula Bappeda", ["Input.ChairTitle"] = "Wakil Bupati selaku Ketua TKPK",
            ["Input.OpenedBy"] = "Wakil Bupati", ["Input.InvitationNumber"] = "005/100/TKPK/2019", ["Input.InvitationDate"] = "12 Agustus 2019",
            ["Agenda"] = "Ketepatan sasaran antarprogram; Kepala Bappeda\r\nPenyaluran bantuan sosial; Kepala Dinas Sosial",
            ["Invitees.AgencyIds[0]"] = social.Id.ToString(), ["Invitees.AgencyIds[1]"] = planning.Id.ToString(), ["Invitees.AllDistrictHeads"] = "true", ["Invitees.Offices"] = "Koordinator Pendamping PKH",
        });
        var rakor = planned.Location!;
        var papers = "/laporan" + rakor;
        var invitation = PrintedPaper.Read(await secretariat.DownloadAsync(papers + "/undangan.pdf"));
        foreach (var words in new[] { "PEMERINTAH KABUPATEN LAMPUNG BARAT", "005/100/TKPK/2019", "Kepala Dinas Sosial", "Camat Balik Bukit", "Koordinator Pendamping PKH", "Liwa, 12 Agustus 2019" })
            Assert.Contains(words, invitation.Text, StringComparison.Ordinal);

        await secretariat.SubmitAsync(rakor + "/daftar-hadir", new() { ["Pasted"] = "Peserta Uji A; Kepala Dinas; Dinas Sosial\nPeserta Uji B; Kepala Badan; Bappeda\nPeserta Uji C; Pendamping PKH; Kecamatan Balik Bukit; 0812 0000 0001" });
        await secretariat.SubmitAsync(rakor + "/notulen", new()
        {
            ["Texts[0].Text"] = "Program OPD belum selaras; data sasaran berbeda-beda.\r\nPimpinan meminta satu daftar sasaran.", ["Texts[1].Text"] = "Penyaluran dilakukan bertahap bersama pendamping PKH.",
        });
        await secretariat.SubmitAsync(rakor + "/keputusan/tambah", new() { ["Input.Text"] = "Semua OPD memakai satu data sasaran." });
        await secretariat.SubmitAsync(rakor + "/keputusan/tambah", new() { ["Input.Text"] = "Penyaluran bantuan diawasi bersama camat." });
        var decision = (await Read(portal).Decisions.SingleAsync(d => d.Number == 1)).Id;
        await FollowUpAsync("Memadankan data penerima PKH", social.Id, "30/09/2019", decision);
        await FollowUpAsync("Menyusun daftar sasaran bersama", planning.Id, "31 Oktober 2019", decision);
        await FollowUpAsync("Mengawasi penyaluran triwulan IV", social.Id, "", null);
        var third = await Read(portal).FollowUps.SingleAsync(f => f.Number == 3);

        Assert.Contains(MeetingRules.FollowUpWithoutDueDate.Sentence[..30], (await leader.GetAsync(rakor + "/sahkan-notulen")).Text, StringComparison.Ordinal);
        await secretariat.SubmitAsync($"{rakor}/tindak-lanjut/{third.Id}", new() { ["Input.DueOn"] = "20-12-2019" });
        Assert.Contains("Siap disahkan", (await secretariat.GetAsync(rakor)).Text, StringComparison.Ordinal);
        Assert.Equal(rakor, (await leader.SubmitAsync(rakor + "/sahkan-notulen", [])).Location);

        var first = await Read(portal).FollowUps.SingleAsync(f => f.Number == 1);
        await operatorOfSocial.SubmitAsync($"/tindak-lanjut/{first.Id}/laporkan", new() { ["Input.Status"] = "Done", ["Input.Note"] = "Daftar padan 15 kecamatan terkirim." });
        var after = await leader.GetAsync(rakor);
        Assert.Contains("6 dari 6 selesai", after.Text, StringComparison.Ordinal);
        Assert.Contains("Keputusan K 1/2019", $"Keputusan {after.Document.QuerySelector("#keputusan th")!.TextContent}", StringComparison.Ordinal);
        Assert.Contains("Menghasilkan RTL 1/2019, RTL 2/2019.", after.Text, StringComparison.Ordinal);

        CheckMinutes(PrintedPaper.Read(await leader.DownloadAsync(papers + "/notulen.pdf?kertas=f4")));
        var attendance = PrintedPaper.Read(await secretariat.DownloadAsync(papers + "/daftar-hadir.pdf"));
        Assert.Contains("Peserta Uji C", attendance.Text, StringComparison.Ordinal);

        Task FollowUpAsync(string text, Guid agency, string due, Guid? by) => secretariat.SubmitAsync(
            rakor + "/tindak-lanjut/tambah",
            new() { ["Input.Text"] = text, ["Input.AgencyId"] = agency.ToString(), ["Input.DueOn"] = due, ["Input.Output"] = "Daftar", ["Input.DecisionId"] = by?.ToString() ?? "" });
    }

    private static void CheckMinutes(PrintedPaper paper)
    {
        Assert.Equal((609, 935), ((int)Math.Round(paper.Pages[0].Width), (int)Math.Round(paper.Pages[0].Height)));
        foreach (var words in new[]
                 {
                     Title, "Selasa, 20 Agustus 2019", "Aula Bappeda", "Wakil Bupati", "3 (tiga) orang", "Kepala Bappeda", "Kepala Dinas Sosial", "Pimpinan meminta satu daftar sasaran.",
                     "K 1/2019", "K 2/2019", "Semua OPD memakai satu data sasaran.", "3/2019)", "30 September", "20 Desember", "NIP 19700101 199503 1 001", "selaku Ketua TKPK,",
                 })
            Assert.Contains(words, paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("KONSEP", paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Peserta Uji", paper.Text, StringComparison.Ordinal);
    }

    private static Core.Data.TkpkDbContext Read(Portal portal) => portal.Open();

    private static async Task ArrangeAsync(Portal portal)
    {
        await using var db = portal.Open();
        var province = db.Areas.Add(new(Code("18"), "Lampung", null)).Entity;
        var regency = db.Areas.Add(new(Code("18.04"), "Kabupaten Lampung Barat", province.Id)).Entity;
        db.Areas.Add(new(Code("18.04.04"), "Balik Bukit", regency.Id));
        db.Signatories.Add(new() { Office = "Kepala Bappeda selaku Sekretaris TKPK", Name = "NAMA PEJABAT UJI, S.E.", Rank = "Pembina Utama Muda (IV/c)", Nip = "197001011995031001", Place = SignatoryPlace.Signs });
        db.Signatories.Add(new() { Office = "Wakil Bupati selaku Ketua TKPK", Name = "NAMA WAKIL UJI", Place = SignatoryPlace.Acknowledges });
        await db.SaveChangesAsync();
        await portal.Make.SettingsAsync(s => (s.RegencyId, s.GovernmentLine, s.City) = (regency.Id, "PEMERINTAH KABUPATEN LAMPUNG BARAT", "Liwa"));
    }

    private static AreaCode Code(string text) => AreaCode.TryParse(text, out var code) ? code : throw new ArgumentException(text, nameof(text));
}
