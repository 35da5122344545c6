using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Reports;

namespace TkpkPortal.Tests.Proposals;

/// <summary>What a musyawarah prints, read back from the PDF.</summary>
public sealed partial class DeliberationPapersTests
{
    [Theory]
    [InlineData("a4", 595)]
    [InlineData("f4", 609)]
    public async Task The_minutes_say_what_happened_in_the_official_form(string size, int width)
    {
        var portal = await Portal.SharedAsync();
        var held = await HeldAsync(portal);
        using var browser = await portal.SignInAsync(Role.VillageOperator, held.Village.Id);

        var paper = PrintedPaper.Read(await browser.DownloadAsync($"/laporan/musyawarah/{held.Id}/berita-acara.pdf?kertas={size}"));

        Assert.Equal(width, (int)Math.Round(paper.Pages[0].Width));
        foreach (var words in new[]
        {
            $"KECAMATAN {held.District.Name.ToUpperInvariant()}", $"DESA {held.Village.Name.ToUpperInvariant()}", "BERITA ACARA MUSYAWARAH DESA", "Nomor: 470/12/BA/2026",
            "Pada hari ini, Kamis, tanggal dua belas bulan November tahun dua ribu dua puluh enam (12/11/2026), pukul 09.00 WIB, bertempat di Balai Desa Uji",
            "dihadiri 5 (lima) orang, yaitu 3 (tiga) laki-laki dan 2 (dua) perempuan, dari unsur Ketua RT 3 orang, Tokoh masyarakat 2 orang",
            "Dibahas 4 (empat) usulan, dengan hasil: layak 2 (dua) usulan, tidak layak 1 (satu) usulan, ditunda 1 (satu) usulan",
            "Sudah mampu.", "Notulis Musyawarah", "Pimpinan Musyawarah", "Wakil masyarakat I,", "Undang-Undang Nomor 13 Tahun 2011", "Sanggah", "KELUARGA PERIODE NOVEMBER 2026",
        }) Assert.Contains(words, paper.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("KONSEP", paper.Text, StringComparison.Ordinal);
        Assert.Equal(paper.PageOf("Demikian berita acara"), paper.PageOf("Wakil masyarakat II"));
        Assert.DoesNotContain(held.Names[0], paper.Title, StringComparison.Ordinal);
        Private(paper.Text, held);
        // After the kind, in its cell; the text of a PDF runs line by line through all cells.
        var cells = (await browser.GetAsync($"/laporan/musyawarah/{held.Id}/berita-acara.html")).Document.QuerySelectorAll(".grid-table td").Where(c => c.QuerySelector("span") is not null);
        Assert.Equal(["1 anggota", "1 anggota", "1 anggota", "keluarga sudah mampu"], cells.Select(c => c.QuerySelector("span")!.TextContent).Order());
        Assert.Contains("mampu", paper.Text[paper.Text.IndexOf("Dibahas", StringComparison.Ordinal)..].Replace("Sudah mampu.", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_list_names_heads_dusun_kind_and_outcome_and_no_objection()
    {
        var portal = await Portal.SharedAsync();
        var held = await HeldAsync(portal);
        using var browser = await portal.SignInAsync(Role.VillageOperator, held.Village.Id);
        var path = $"/laporan/musyawarah/{held.Id}/daftar-umum";
        Assert.Contains("KONSEP", PrintedPaper.Read(await browser.DownloadAsync(path + ".pdf")).Text, StringComparison.Ordinal);
        await browser.SubmitAsync($"/musyawarah/{held.Id}/tutup", []);

        foreach (var size in new[] { "a4", "f4" })
        {
            var paper = PrintedPaper.Read(await browser.DownloadAsync($"{path}.pdf?kertas={size}"));
            Assert.DoesNotContain("KONSEP", paper.Text, StringComparison.Ordinal);
            foreach (var words in new[] { held.Names[0], held.Names[1], held.Names[2], "Dusun Uji, RT 01/RW 02", "Usulan baru Layak", "Usulan baru Tidak layak", "Usulan baru Ditunda", "1 (satu) sanggahan" })
                Assert.Contains(words, paper.Text, StringComparison.Ordinal);
            // The family somebody objected to, reasons and numbers of proposals stay away from the wall.
            Assert.DoesNotContain(held.Names[3], paper.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Sudah mampu.", paper.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("1 anggota", paper.Text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\b\d{4}-\d{6}\b", paper.Text);
            Private(paper.Text, held);
        }
    }

    [Fact]
    public async Task The_attendance_list_names_who_came_and_is_empty_rows_before()
    {
        var portal = await Portal.SharedAsync();
        var held = await HeldAsync(portal);
        var planned = await portal.Make.DeliberationAsync(held.Village.Id, heldOn: new(2026, 11, 12));
        using var browser = await portal.SignInAsync(Role.VillageOperator, held.Village.Id);

        var paper = PrintedPaper.Read(await browser.DownloadAsync($"/laporan/musyawarah/{held.Id}/daftar-hadir.pdf?kertas=f4"));
        foreach (var words in new[] { "DAFTAR HADIR MUSYAWARAH DESA", "Kamis, 12 November 2026", "Peserta 1 Ketua RT L", "Peserta 2 Tokoh masyarakat P", "Tanda tangan" }) Assert.Contains(words, paper.Text, StringComparison.Ordinal);
        Private(paper.Text, held);
        var empty = await browser.GetAsync($"/laporan/musyawarah/{planned}/daftar-hadir.html");
        Assert.Equal(25, empty.Document.QuerySelectorAll(".attendance tbody tr").Count(r => r.QuerySelector(".num") is not null));
        Assert.True((await browser.DownloadAsync($"/musyawarah/{held.Id}/daftar-hadir?handler=Export")).Length > 1000);
        var invitation = PrintedPaper.Read(await browser.DownloadAsync($"/laporan/musyawarah/{planned}/undangan.pdf"));
        Assert.Contains("pukul 09.00 WIB sampai dengan selesai", invitation.Text, StringComparison.Ordinal);
        Private(invitation.Text, held);
    }

    [Fact]
    public async Task The_statement_has_room_for_the_stamp_and_lists_what_it_stands_for()
    {
        var portal = await Portal.SharedAsync();
        var held = await HeldAsync(portal);
        var proposal = await portal.Make.ProposalAsync(held.Village.Id, content: Secret("Kepala Dijamin", held.Nik));
        var id = await portal.Make.DeliberationAsync(held.Village.Id, [proposal], DeliberationForm.Statement, new(2026, 11, 12));
        using var browser = await portal.SignInAsync(Role.VillageOperator, held.Village.Id);

        var paper = PrintedPaper.Read(await browser.DownloadAsync($"/laporan/musyawarah/{id}/sptjm.pdf"));

        foreach (var words in new[] { "SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK", "Meterai Rp10.000", "sebanyak 1 (satu) usulan", "Kepala Dijamin", "12 November 2026" }) Assert.Contains(words, paper.Text, StringComparison.Ordinal);
        Private(paper.Text, held);
        foreach (var other in new[] { "berita-acara", "daftar-hadir", "undangan" }) Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/laporan/musyawarah/{id}/{other}.html")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/laporan/musyawarah/{held.Id}/sptjm.html")).Status);
    }

    [Fact]
    public async Task Papers_name_the_periods_the_proposals_count_for()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0].Id;
        var december = await portal.Make.ProposalAsync(village, cycle: new(2026, 12, 1));
        var alone = await portal.Make.DeliberationAsync(village, [december], heldOn: new(2026, 11, 12));
        Guid[] both = [await portal.Make.ProposalAsync(village), await portal.Make.ProposalAsync(village, cycle: new(2026, 12, 1))];
        var mixed = await portal.Make.DeliberationAsync(village, both, heldOn: new(2026, 11, 12));
        using var browser = await portal.SignInAsync(Role.VillageOperator, village);

        foreach (var (id, period) in new[] { (alone, "Desember 2026"), (mixed, "November dan Desember 2026") })
        {
            foreach (var paper in new[] { "berita-acara", "daftar-hadir", "daftar-umum", "undangan" })
                Assert.Contains($"periode {period}", (await browser.GetAsync($"/laporan/musyawarah/{id}/{paper}.html")).Text, StringComparison.OrdinalIgnoreCase);
            Assert.Contains((await browser.GetAsync($"/musyawarah/{id}")).Document.QuerySelectorAll(".facts > div"), f => f.QuerySelector("dt")!.TextContent == "Periode" && f.QuerySelector("dd")!.TextContent == period);
        }
    }

    [Fact]
    public async Task Each_printing_is_written_down()
    {
        var portal = await Portal.SharedAsync();
        var held = await HeldAsync(portal);
        using var browser = await portal.SignInAsync(Role.VillageOperator, held.Village.Id);
        foreach (var paper in new[] { "berita-acara", "daftar-hadir", "daftar-umum", "undangan" }) Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/laporan/musyawarah/{held.Id}/{paper}.html")).Status);

        await using var db = portal.Open();
        var names = await db.AuditEntries.Where(a => a.SubjectId == held.Id && a.Action == AuditAction.Read && a.VillageId == held.Village.Id).Select(a => a.SubjectName).ToListAsync();
        Assert.Equal(["Berita acara", "Daftar hadir", "Daftar umum", "Undangan"], names.Select(n => n.Split(',')[0]).Order());
    }

    private sealed record Held(Core.Areas.Area District, Core.Areas.Area Village, Guid Id, string[] Names, string Nik);

    /// <summary>Families whose drafts hold all that must never be printed; the fourth was objected to.</summary>
    private static async Task<Held> HeldAsync(Portal portal)
    {
        var (_, district, villages) = await portal.Make.DistrictAsync(1);
        var nik = Builders.Nik();
        string[] names = [.. new[] { "Kepala Satu", "Kepala Dua", "Kepala Tiga", "Kepala Disanggah" }.Select(Builders.Unique)];
        List<(Guid, DeliberationOutcome, string?)> outcomes = [];
        for (var i = 0; i < names.Length; i++)
        {
            var (outcome, reason) = i switch { 1 => (DeliberationOutcome.NotWorthy, "Sudah mampu."), 2 => (DeliberationOutcome.Postponed, "Keluarga belum hadir."), _ => (DeliberationOutcome.Worthy, (string?)null) };
            var id = i == 3 ? await ObjectionAsync(portal, villages[0].Id, names[i], nik) : await portal.Make.ProposalAsync(villages[0].Id, content: Secret(names[i], nik));
            outcomes.Add((id, outcome, reason));
        }

        var held = await portal.Make.ReadyDeliberationAsync(villages[0].Id, [.. outcomes]);
        await using var db = portal.Open();
        (await db.VillageDeliberations.SingleAsync(d => d.Id == held)).Correct(Builders.DeliberationDetails(new(2026, 11, 12), "470/12/BA/2026"));
        await db.SaveChangesAsync();
        return new(district, villages[0], held, names, nik);
    }

    private static async Task<Guid> ObjectionAsync(Portal portal, Guid village, string name, string nik)
    {
        var family = await portal.Make.HouseholdAsync(village, headName: name);
        var content = await portal.Make.ContentOfAsync(family);
        return await portal.Make.ProposalAsync(village, ProposalKind.Objection, householdId: family, content: content with
        {
            Ground = ObjectionGround.NoLongerPoor, LeaveReason = LeaveReason.NoLongerPoor, LeftOn = "1/11/2026", Informant = $"Pelapor Rahasia {nik}", InformantPhone = "081234567890",
        });
    }

    private static ProposalContent Secret(string name, string nik)
    {
        var content = Builders.NewFamilyContent(name, nik);
        var head = content.Family.Members[0] with { Disability = DisabilityLevel.Severe, BirthDate = "1980-05-17" };
        return content with { Family = content.Family with { CardNumber = Builders.CardNumber(), Members = [head] }, Informant = "Pelapor Rahasia", InformantPhone = "081234567890" };
    }

    /// <summary>No number, no birth date in any form, no disability, no informant.</summary>
    private static void Private(string text, Held held)
    {
        Assert.DoesNotMatch(SixteenDigits(), text);
        foreach (var secret in new[] { held.Nik, "17 Mei 1980", "17/05/1980", "1980-05-17", "17-05-1980", "1980", "Pelapor Rahasia", "081234567890" }) Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        foreach (var word in new[] { "disabilitas", "cacat", "difabel" }) Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\d([ .\-]?\d){15}")]
    private static partial Regex SixteenDigits();
}
