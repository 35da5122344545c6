using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Settings;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Reports;

namespace TkpkPortal.Tests.Meetings;

/// <summary>Rapat teknis MPM: the one of 18 December 2017 as it was, and the figures of a cycle that stay as they were laid before the meeting.</summary>
public sealed class MpmMeetingTests
{
    private const string Title2017 = "Rapat Teknis Mekanisme Pemutakhiran Mandiri Tahun 2017";

    [Fact]
    public async Task The_meeting_of_2017_can_be_entered_and_printed_as_it_was()
    {
        await using var portal = await Portal.StartAsync();
        await ArrangeAsync(portal);
        var social = await portal.Make.AgencyAsync("Dinas Sosial");
        using var secretariat = await portal.SignInAsync(Role.Secretariat);

        var planned = await secretariat.SubmitAsync("/rakor/rencanakan", new()
        {
            ["Input.Kind"] = nameof(MeetingKind.MpmTechnical), ["Input.Title"] = Title2017, ["Input.Date"] = "18/12/2017", ["Input.StartsAt"] = "09.00", ["Input.Place"] = "Ruang Rapat Bappeda",
            ["Input.ChairTitle"] = "Wakil Bupati selaku Ketua TKPKD", ["Input.OpenedBy"] = "Wakil Bupati",
            ["Agenda"] = "Mekanisme Pemutakhiran Mandiri\r\nPeran kecamatan, perusahaan perkebunan, dan perbankan",
            ["Invitees.AgencyIds[0]"] = social.Id.ToString(), ["Invitees.AllDistrictHeads"] = "true",
            ["Invitees.Offices"] = "Pimpinan perusahaan perkebunan\r\nPimpinan perbankan",
        });

        var invitation = PrintedPaper.Read(await secretariat.DownloadAsync($"/laporan{planned.Location}/undangan.pdf"));
        foreach (var words in new[] { Title2017, "Senin, 18 Desember 2017", "Ruang Rapat Bappeda", "Kepala Dinas Sosial", "Camat Kota Pinang", "Pimpinan perusahaan perkebunan", "Pimpinan perbankan" })
            Assert.Contains(words, invitation.Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal(MeetingKind.MpmTechnical, (await db.Meetings.SingleAsync()).Kind);
        // No proposal was registered here in 2017, and the portal says so instead of printing noughts.
        Assert.Contains("Belum ada usulan pada periode ini", (await secretariat.GetAsync($"{planned.Location}/bahan-mpm?periode=2017-12-01")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await secretariat.GetAsync($"/laporan{planned.Location}/bahan-mpm.html")).Status);
    }

    [Fact]
    public async Task The_figures_of_the_cycle_are_frozen_by_kecamatan_and_do_not_move_with_the_proposals()
    {
        await using var portal = await Portal.StartAsync();
        await ArrangeAsync(portal);
        var villages = await VillagesAsync(portal);
        foreach (var stage in new[] { ProposalStage.Draft, ProposalStage.Submitted, ProposalStage.Deliberated, ProposalStage.SocialVerified, ProposalStage.Approved })
            await portal.Make.ProposalAsync(villages[0], stage: stage);
        await portal.Make.ProposalAsync(villages[1]);
        await portal.Make.ProposalAsync(villages[1], ProposalKind.OwnDataAccess);
        await portal.Make.ProposalAsync(villages[1], cycle: Builders.Cycle.AddMonths(-1));
        using var secretariat = await portal.SignInAsync(Role.Secretariat);
        var meeting = (await secretariat.SubmitAsync("/rakor/rencanakan", new()
        {
            ["Input.Kind"] = nameof(MeetingKind.MpmTechnical), ["Input.Title"] = "Rapat Teknis MPM", ["Input.Date"] = "26/11/2026", ["Input.StartsAt"] = "09.00", ["Input.Place"] = "Ruang Rapat Bappeda",
            ["Input.ChairTitle"] = "Wakil Bupati selaku Ketua TKPK",
        })).Location!;

        // As a person chooses: the list says which month is shown, and freezing takes that month and no other.
        var shown = await secretariat.GetAsync($"{meeting}/bahan-mpm?periode=2026-11-01");
        Assert.Equal("2026-11-01", shown.Document.QuerySelector("select[name=periode] option[selected]")!.GetAttribute("value"));
        var done = await secretariat.FormOn(shown, $"{meeting}/bahan-mpm").SendAsync([]);
        await portal.Make.ProposalAsync(villages[1]);

        Assert.Equal(meeting, done.Location);
        await using var db = portal.Open();
        var material = MpmMaterial.FromJson((await db.Meetings.SingleAsync()).Material!);
        Assert.Equal([new("Kota Pinang", 4, 3, 2, 2, 1, 0, 0, 0), new("Torgamba", 1, 0, 0, 0, 0, 0, 0, 0)], material.Districts);
        var paper = PrintedPaper.Read(await secretariat.DownloadAsync($"/laporan{meeting}/bahan-mpm.pdf?kertas=f4"));
        Assert.Single(paper.Pages);
        foreach (var words in new[] { "BAHAN RAPAT TEKNIS MPM", "November 2026", "5 usulan", "2 kecamatan", "Torgamba", "dibekukan" }) Assert.Contains(words, paper.Text, StringComparison.Ordinal);
        var kind = await secretariat.SubmitAsync($"{meeting}/ubah", new() { ["Input.Kind"] = nameof(MeetingKind.Coordination) });
        Assert.Contains(MeetingRules.KindHasMaterial.Sentence, kind.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_coordination_meeting_takes_no_such_material()
    {
        var details = new MeetingDetails("Rakor", new(2026, 11, 26), new(9, 0), null, "Aula", "Ketua", null, null, null, null, null);
        var meeting = new Meeting(details);

        var refused = Assert.Throws<RuleBrokenException>(() => meeting.Lay(new(Builders.Cycle, new(2026, 11, 20), [new("Torgamba", 1, 0, 0, 0, 0, 0, 0, 0)]), DateTimeOffset.UnixEpoch));

        Assert.Equal(MeetingRules.MaterialOnlyForMpm, refused.Rule);
        meeting.Correct(details with { Kind = MeetingKind.MpmTechnical });
        Assert.Equal(MeetingRules.MaterialEmpty, Assert.Throws<RuleBrokenException>(() => meeting.Lay(new(Builders.Cycle, new(2026, 11, 20), []), DateTimeOffset.UnixEpoch)).Rule);
    }

    private static async Task<List<Guid>> VillagesAsync(Portal portal)
    {
        await using var db = portal.Open();
        return await db.Areas.Where(a => a.Level == AreaLevel.Village).OrderBy(a => a.Code).Select(a => a.Id).ToListAsync();
    }

    private static async Task ArrangeAsync(Portal portal)
    {
        await using var db = portal.Open();
        var province = db.Areas.Add(new(Code("12"), "Sumatera Utara", null)).Entity;
        var regency = db.Areas.Add(new(Code("12.22"), "Kabupaten Labuhanbatu Selatan", province.Id)).Entity;
        foreach (var (code, name) in new[] { ("12.22.01", "Kota Pinang"), ("12.22.03", "Torgamba") })
        {
            var district = db.Areas.Add(new(Code(code), name, regency.Id)).Entity;
            db.Areas.Add(new(Code($"{code}.2001"), $"Desa Uji {name}", district.Id));
        }

        db.Signatories.Add(new() { Office = "Kepala Bappeda selaku Sekretaris TKPK", Name = "NAMA PEJABAT UJI, S.E.", Place = SignatoryPlace.Signs });
        await db.SaveChangesAsync();
        await portal.Make.SettingsAsync(s => (s.RegencyId, s.GovernmentLine, s.City) = (regency.Id, "PEMERINTAH KABUPATEN LABUHANBATU SELATAN", "Kota Pinang"));
    }

    private static AreaCode Code(string text) => AreaCode.TryParse(text, out var code) ? code : throw new ArgumentException(text, nameof(text));
}
