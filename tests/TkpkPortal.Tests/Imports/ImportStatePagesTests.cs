using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

/// <summary>The page of one import says what its state asks for.</summary>
public sealed class ImportStatePagesTests
{
    [Fact]
    public async Task A_working_import_shows_its_progress_and_loads_itself_again_until_told_not_to()
    {
        var (portal, browser) = await StartAsync();
        var batch = await portal.Make.ImportAsync(ImportState.Read, new(Done: 12_400, Total: 18_460));

        var page = await browser.GetAsync($"/impor/{batch.Id}");

        Assert.Contains("12.400 dari 18.460 baris diperiksa", page.Text, StringComparison.Ordinal);
        Assert.Contains("menit lagi. Halaman ini boleh ditinggalkan", page.Text, StringComparison.Ordinal);
        Assert.Equal(["3"], page.Response.Headers.GetValues("Refresh"));
        Assert.NotNull(page.Document.QuerySelector($"main a[href='/impor/{batch.Id}/hentikan']"));
        var still = await browser.GetAsync($"/impor/{batch.Id}?segarkan=tidak");
        Assert.False(still.Response.Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task The_preview_counts_groups_and_masks()
    {
        var (portal, browser) = await StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var household = await portal.Make.HouseholdAsync(village.Id, headName: "Sumarni Contoh");
        var batch = await portal.Make.ImportAsync(ImportState.Preview, new(New: 1204, Changed: 1, Same: 8911, Missing: 63, Bad: 42, Warnings: 3, Rows: 10_502, Skipped: 27));
        await portal.Make.ProblemsAsync(batch.Id, "IMP-13", "J", "nik", "9901014107850001", "NIK tersimpan sebagai angka.", count: 31, firstRow: 214);
        await portal.Make.ProblemsAsync(batch.Id, "KEL-15", "G", "desil", "12", "Desil harus 1 sampai 10.", count: 8, firstRow: 1088);
        await portal.Make.ProblemsAsync(batch.Id, "IDN-06", "J", "nik", "99", "Tanggal lahir berbeda.", count: 3, isError: false);
        await portal.Make.ImportChangeAsync(batch.Id, household, 17, ImportChangeKind.Decile, new FieldChange("Desil", "2", "1"));

        var page = await browser.GetAsync($"/impor/{batch.Id}");

        Assert.Equal(["1.204", "1", "8.911", "63", "42"], page.Document.QuerySelectorAll(".counts b").Select(b => b.TextContent));
        Assert.Contains("42 baris galat, 2 sebab", page.Text, StringComparison.Ordinal);
        var causes = page.Document.QuerySelectorAll("#galat tbody tr").Select(r => string.Join(' ', r.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal("J214 nik 99•••••••••••••• NIK tersimpan sebagai angka. IMP-13 31", causes[0]);
        Assert.StartsWith("G1088 desil 12", causes[1], StringComparison.Ordinal);
        Assert.Contains("3 peringatan, 1 sebab", page.Text, StringComparison.Ordinal);
        Assert.Contains("27 baris kosong", page.Text, StringComparison.Ordinal);
        Assert.Contains("Desil 2 menjadi 1", string.Join(' ', page.Document.QuerySelector("#berubah .diff")!.TextContent.Replace(":", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector($"#berubah a[href='/keluarga/{household}']"));
        Assert.Equal("Simpan 1.205 keluarga yang benar", page.Document.QuerySelector("main form button")!.TextContent);
        Assert.False(page.Response.Headers.Contains("Refresh"));
    }

    [Fact]
    public async Task All_rows_of_one_cause_are_listed_page_by_page()
    {
        var (portal, browser) = await StartAsync();
        var batch = await portal.Make.ImportAsync(ImportState.Preview, new(Bad: 33, Rows: 40));
        await portal.Make.ProblemsAsync(batch.Id, "IMP-13", "J", "nik", "9,90115E+15", "NIK tersimpan sebagai angka.", count: 30, firstRow: 10);
        await portal.Make.ProblemsAsync(batch.Id, "IMP-20", "F", "kode", "", "Kode desa kosong.", count: 3);
        var link = (await browser.GetAsync($"/impor/{batch.Id}")).Document.QuerySelector("#galat tbody td a")!.GetAttribute("href")!;

        var first = await browser.GetAsync(link);

        Assert.Equal(25, first.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal("J10", first.Document.QuerySelector("main tbody th")!.TextContent);
        var second = await browser.GetAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(5, second.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.DoesNotContain("IMP-20", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changed_families_are_listed_page_by_page_and_by_kind()
    {
        var (portal, browser) = await StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var household = await portal.Make.HouseholdAsync(village.Id);
        var batch = await portal.Make.ImportAsync(ImportState.Preview, new(Changed: 27));
        for (var i = 0; i < 26; i++) await portal.Make.ImportChangeAsync(batch.Id, household, 2 + i, ImportChangeKind.Decile, new FieldChange("Desil", null, "1"));
        await portal.Make.ImportChangeAsync(batch.Id, household, 90, ImportChangeKind.Household, new FieldChange("Alamat", "Dusun Satu", null));

        var preview = await browser.GetAsync($"/impor/{batch.Id}");
        Assert.Contains("Isi keluarga 1, Desil 26. Ditampilkan 5 yang pertama", preview.Text, StringComparison.Ordinal);
        Assert.Equal(5, preview.Document.QuerySelectorAll("#berubah tbody tr").Length);
        var list = await browser.GetAsync($"/impor/{batch.Id}/berubah");
        Assert.Equal(25, list.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("belum ada menjadi 1", list.Text, StringComparison.Ordinal);
        var one = Assert.Single((await browser.GetAsync($"/impor/{batch.Id}/berubah?jenis=Household")).Document.QuerySelectorAll("main tbody tr"));
        Assert.Contains("Dusun Satu menjadi kosong", string.Join(' ', one.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_half_bad_is_a_question_with_its_counts()
    {
        var (portal, browser) = await StartAsync();
        var batch = await portal.Make.ImportAsync(ImportState.AwaitingAnswer, new(Bad: 60, Rows: 100));

        var page = await browser.GetAsync($"/impor/{batch.Id}");

        Assert.Contains("60 dari 100 baris galat", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lanjutkan dengan 40 baris", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ImportState.AwaitingColumns, "Cocokkan kolom")]
    [InlineData(ImportState.Committing, "Menunggu giliran")]
    [InlineData(ImportState.Committed, "Batalkan impor ini")]
    [InlineData(ImportState.Undone, "Semua perubahan dikembalikan")]
    [InlineData(ImportState.Failed, "Coba lagi")]
    [InlineData(ImportState.Refused, "Unggah berkas")]
    public async Task Every_state_says_what_to_do_next(ImportState state, string words)
    {
        var (portal, browser) = await StartAsync();
        var batch = await portal.Make.ImportAsync(state, new(New: 3, Rows: 3), failedIn: state == ImportState.Failed ? ImportState.Read : null, refusal: state == ImportState.Refused ? ImportRules.WrongState.Sentence : null);

        var page = await browser.GetAsync($"/impor/{batch.Id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(words, page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(batch.Giver, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_undo_the_counts_say_what_went_and_what_stays()
    {
        var (portal, browser) = await StartAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var batch = await portal.Make.ImportAsync(ImportState.Undone, new(New: 29, Changed: 4, Rows: 33));
        var left = new List<Guid>();
        for (var i = 0; i < 3; i++) left.Add(await portal.Make.HouseholdAsync(village.Id));
        var touched = await portal.Make.HouseholdAsync(village.Id);
        await portal.Make.ImportChangeAsync(batch.Id, touched, 7, ImportChangeKind.Household, new FieldChange("Alamat", "Lama", "Baru"));
        await using (var db = portal.Open())
        {
            await db.Households.Where(h => left.Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.OriginBatchId, batch.Id));
            await db.ImportChanges.Where(c => c.BatchId == batch.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.KeptOnUndo, true));
        }

        var words = (await browser.GetAsync($"/impor/{batch.Id}")).Document.QuerySelectorAll(".counts em").Select(e => e.TextContent).ToList();

        Assert.Equal(["26 dikeluarkan lagi, 3 tetap ada", "3 dikembalikan ke isi lama, 1 dibiarkan"], words.Take(2));
    }

    [Fact]
    public async Task A_long_content_without_a_space_may_break()
    {
        var (portal, browser) = await StartAsync();
        var batch = await portal.Make.ImportAsync(ImportState.Preview, new(Bad: 2, Rows: 9));
        await portal.Make.ProblemsAsync(batch.Id, "IMP-19", "C", "nama", new('x', 60), "Nama terlalu panjang.");
        await portal.Make.ProblemsAsync(batch.Id, "IMP-17", "D", "desil", "12", "Desil tidak dikenal.");

        foreach (var address in new[] { "", "/galat" })
        {
            var cells = (await browser.GetAsync($"/impor/{batch.Id}{address}")).Document.QuerySelectorAll("code.cell").ToDictionary(c => c.TextContent.Length, c => c.ClassList.Contains("cell--wrap"));
            Assert.Equal((true, false), (cells[60], cells[2]));
        }
    }

    [Fact]
    public async Task The_same_file_again_says_when_it_came_and_expired_data_says_so()
    {
        var (portal, browser) = await StartAsync();
        var earlier = await portal.Make.ImportAsync(ImportState.Committed, new(New: 1), sha256: [1, 2, 3]);
        var again = await portal.Make.ImportAsync(ImportState.Preview, new(Same: 1), sha256: [1, 2, 3]);
        var expired = await portal.Make.ImportAsync(ImportState.Committed, new(New: 1), expiresOn: new(2020, 1, 1));

        var page = await browser.GetAsync($"/impor/{again.Id}");
        Assert.Contains($"impor nomor {earlier.Number}, tersimpan", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang perlu disimpan", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action$='/simpan']"));
        Assert.Contains("Masa berlaku data ini habis pada 1 Januari 2020", (await browser.GetAsync($"/impor/{expired.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9901014107850001", "99••••••••••••••")]
    [InlineData("99 0101-4107.850001", "99••••••••••••••")]
    [InlineData("990101410785000", "99•••••••••••••")]
    [InlineData("9,90115E+15", "9,90115E+15")]
    [InlineData("99.01.16.2001", "99.01.16.2001")]
    [InlineData("Jalan Melati 12 RT 01", "Jalan Melati 12 RT 01")]
    public void A_cell_that_could_be_a_number_of_a_person_is_masked(string cell, string shown) => Assert.Equal(shown, CellMask.Of(cell));

    private static async Task<(Portal Portal, Browser Browser)> StartAsync()
    {
        var portal = await Portal.SharedAsync();
        return (portal, await portal.SignInAsync(Role.Secretariat));
    }
}
