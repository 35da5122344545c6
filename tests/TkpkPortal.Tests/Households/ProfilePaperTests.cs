using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Reports;

namespace TkpkPortal.Tests.Households;

public sealed class ProfilePaperTests
{
    [Fact]
    public async Task The_profile_of_a_family_of_twelve_prints_masked_with_ages_and_who_printed_it()
    {
        await using var portal = await Portal.StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var nik = Builders.Nik();
        var family = await portal.Make.HouseholdAsync(village.Id, children: 11, nik: nik, cardNumber: Builders.CardNumber(), headName: "Kepala Contoh Keluarga Besar");
        await portal.Make.SurveyAsync(family, "dtsen", new(2026, 1, 5), ("jenis_lantai", "8"), ("fasilitas_bab", "1"));
        await portal.Make.RankAsync(family, 2);
        await portal.Make.EnrollAsync(family, (await portal.Make.AssistanceAsync()).Id);
        using var browser = await portal.SignInAsync(Role.VillageOperator, village.Id);

        foreach (var (size, width) in new[] { ("a4", 595d), ("f4", 609d) })
        {
            var paper = PrintedPaper.Read(await browser.DownloadAsync($"/laporan/keluarga/{family}/profil.pdf?kertas={size}"));

            Assert.InRange(paper.Pages[0].Width, width - 1, width + 1);
            Assert.Contains("PROFIL KELUARGA", paper.Text, StringComparison.Ordinal);
            Assert.Contains("Kepala Contoh Keluarga Besar", paper.Text, StringComparison.Ordinal);
            Assert.Contains("99••••••••••••••", paper.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(nik, paper.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("1980", paper.Text, StringComparison.Ordinal);
            Assert.Contains("Anggota keluarga, 12 orang", paper.Text, StringComparison.Ordinal);
            Assert.Contains("Lantai tanah", paper.Text, StringComparison.Ordinal);
            Assert.Contains("DTSEN rilis 31 Januari 2026", paper.Text, StringComparison.Ordinal);
            Assert.Contains("Dicetak oleh Pengguna Uji", paper.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Kepala Contoh", paper.Title, StringComparison.Ordinal);
            Assert.InRange(paper.Pages.Count, 1, 2);
            Assert.Equal(paper.PageOf("Tabel 3."), paper.PageOf("Pendataan DTSEN"));
        }

        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.CountAsync(a => a.SubjectId == family && a.Action == AuditAction.Read) >= 2);
    }

    [Fact]
    public async Task The_profile_of_a_desa_is_one_page_of_numbers_without_names_and_holds_small_ones_back()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, _, villages) = await portal.Make.DistrictAsync(2);
        await portal.Make.SettingsAsync(s => s.RegencyId = regency.Id);
        var families = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            var family = await portal.Make.HouseholdAsync(villages[0].Id, headName: $"Warga Rahasia {i}");
            await portal.Make.SurveyAsync(family, "p3ke", new(2026, 1, 5), ("jenis_lantai", i < 3 ? "Tanah" : "Semen"), ("resiko_stunting", i < 2 ? "Ya" : "Tidak"));
            if (i < 4) await portal.Make.RankAsync(family, i + 1);
            families.Add(family);
        }

        var program = await portal.Make.AssistanceAsync();
        await portal.Make.EnrollAsync(families[0], program.Id);

        using var leader = await portal.SignInAsync(Role.Leader);
        foreach (var size in new[] { "a4", "f4" })
        {
            var paper = PrintedPaper.Read(await leader.DownloadAsync($"/laporan/desa/{villages[0].Id}/profil.pdf?kertas={size}"));

            Assert.Single(paper.Pages);
            Assert.DoesNotContain("Rahasia", paper.Text, StringComparison.Ordinal);
            Assert.Contains("Lantai tanah 3", paper.Text, StringComparison.Ordinal);
            Assert.Contains("Berisiko stunting < 5", paper.Text, StringComparison.Ordinal);
            Assert.Contains("Tanda < 5", paper.Text, StringComparison.Ordinal);
            Assert.Contains("Jumlah 6 5", paper.Text, StringComparison.Ordinal);
            Assert.Contains("DTSEN rilis 31 Januari 2026", paper.Text, StringComparison.Ordinal);
            Assert.Contains("1 program < 5", paper.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(program.Name, paper.Text, StringComparison.Ordinal);
        }

        foreach (var family in families.Skip(1)) await portal.Make.EnrollAsync(family, program.Id);
        var html = await leader.GetAsync($"/laporan/desa/{villages[0].Id}/profil.html");
        Assert.Contains(program.Name, html.Text, StringComparison.Ordinal);
        Assert.Contains("Belum ada keluarga tercatat", (await leader.GetAsync($"/laporan/desa/{villages[1].Id}/profil.html")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync($"/laporan/desa/{Guid.NewGuid()}/profil.html")).Status);
    }

    [Fact]
    public async Task The_profile_of_a_desa_with_many_programs_stays_one_page_and_tells_the_largest()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, _, villages) = await portal.Make.DistrictAsync(1);
        await portal.Make.SettingsAsync(s => (s.RegencyId, s.AgencyLine, s.Address, s.Phone, s.Website, s.Email, s.IsSample) = (
            regency.Id, "BADAN PERENCANAAN PEMBANGUNAN, RISET, DAN INOVASI DAERAH", "Jalan Contoh Raya Nomor 123, Kelurahan Contoh, Kode Pos 99999", "(0999) 123456",
            "bappeda.contohkab.example", "bappeda@contohkab.example", true));
        var families = new List<Guid>();
        for (var i = 0; i < 8; i++) families.Add(await portal.Make.HouseholdAsync(villages[0].Id));
        await portal.Make.SurveyAsync(families[0], "p3ke", new(2026, 1, 5), ("resiko_stunting", "Ya"));
        await portal.Make.RankAsync(families[0], 2);
        var names = new List<string>();
        for (var i = 0; i < 17; i++)
        {
            var program = await portal.Make.AssistanceAsync();
            names.Add(program.Name);
            foreach (var family in families.Take(i < 3 ? 8 : i < 12 ? 7 : i < 15 ? 6 : 4)) await portal.Make.EnrollAsync(family, program.Id);
        }

        using var leader = await portal.SignInAsync(Role.Leader);
        await AssertOnePageAsync(leader, villages[0].Id, text =>
        {
            Assert.Equal(names.Take(12), names.Where(n => text.Contains($"{n} ", StringComparison.Ordinal)));
            Assert.Contains("5 program lain ≤ 6", text, StringComparison.Ordinal);
        });
        await using (var db = portal.Open()) await db.Database.ExecuteSqlAsync($"update programs set name = name || repeat(' bantuan bagi keluarga', 6)");
        portal.Database.NoteChange();
        await AssertOnePageAsync(leader, villages[0].Id, text => Assert.Matches("1[0-9] program lain ≤ [78]", text));
    }

    private static async Task AssertOnePageAsync(Browser reader, Guid village, Action<string> holds)
    {
        foreach (var size in new[] { "a4", "f4" })
        {
            var paper = PrintedPaper.Read(await reader.DownloadAsync($"/laporan/desa/{village}/profil.pdf?kertas={size}"));
            Assert.Single(paper.Pages);
            holds(paper.Text);
        }
    }
}
