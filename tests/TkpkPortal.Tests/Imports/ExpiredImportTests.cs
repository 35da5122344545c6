using System.Net;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

/// <summary>Past the expiry its giver set, an import's families are no longer shown by name; they still count.</summary>
public sealed class ExpiredImportTests
{
    private const string Closed = "Tertutup Contoh";

    [Fact]
    public async Task Past_its_expiry_names_and_downloads_are_closed_and_totals_stay()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, _, villages) = await portal.Make.DistrictAsync(1);
        await portal.Make.ChooseRegencyAsync(regency);
        var desa = villages[0];
        await portal.Make.HouseholdAsync(desa.Id, headName: "Sendiri Contoh");
        var again = Builders.CardNumber();
        var batch = await portal.Make.ImportAsync(
            Builders.Template(
                Builders.Row(desa.Code, null, Closed, Builders.Nik()), Builders.Row(desa.Code, Builders.CardNumber(), "Disunting Contoh", Builders.Nik()),
                Builders.Row(desa.Code, again, "Diimpor Lagi", Builders.Nik())),
            origin: Builders.Origin(new(2099, 1, 1)));
        await portal.Make.ImportAsync(Builders.Template(Builders.Row(desa.Code, again, "Diimpor Lagi", null, address: "Jalan Lain")));
        var (closed, edited) = (await IdAsync(portal, Closed), await IdAsync(portal, "Disunting Contoh"));
        await using (var db = portal.Open())
            await portal.Make.CorrectAsync(edited, await db.HouseholdMembers.Where(m => m.HouseholdId == edited).Select(m => m.Id).SingleAsync(), name: "Disunting Contoh");
        var program = await portal.Make.AssistanceAsync();
        await portal.Make.EnrollAsync(closed, program.Id);
        using var browser = await portal.SignInAsync(Role.Secretariat);
        Assert.Contains(Closed, (await browser.GetAsync("/keluarga")).Text, StringComparison.Ordinal);

        await ExpireAsync(portal, batch.Id);

        var list = await browser.GetAsync("/keluarga");
        Assert.DoesNotContain(Closed, list.Text, StringComparison.Ordinal);
        Assert.All(new[] { "Sendiri Contoh", "Disunting Contoh", "Diimpor Lagi", "4 keluarga cocok", "Unduh 3 baris" }, word => Assert.Contains(word, list.Text, StringComparison.Ordinal));
        Assert.Contains($"1 keluarga tidak ditampilkan, karena hanya dikenal dari impor yang masa pakainya sudah berakhir: impor nomor {batch.Number} (berakhir 31 Januari 2026)", list.Text, StringComparison.Ordinal);
        var refusal = string.Format(Indonesian.Culture, HouseholdRules.ImportExpired.Sentence, batch.Number, "31 Januari 2026");
        foreach (var path in new[] { $"/keluarga/{closed}", $"/keluarga/{closed}/perbaiki", $"/laporan/keluarga/{closed}/profil.html" })
        {
            var answer = await browser.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Conflict), (path, answer.Status));
            Assert.Contains(refusal, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Closed, answer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/keluarga/{edited}")).Status);
        var worklist = await browser.GetAsync($"/keluarga/belum-padan?desa={desa.Code}&jenis=kk");
        Assert.Contains("1 keluarga tidak ditampilkan", worklist.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Closed, worklist.Text, StringComparison.Ordinal);
        var recipients = await browser.GetAsync($"/program/{program.Id}/penerima");
        Assert.Contains("1 penerima tidak ditampilkan", recipients.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Closed, recipients.Text, StringComparison.Ordinal);
        var end = await browser.GetAsync($"/program/{program.Id}/penerima/{await EnrollmentAsync(portal, closed)}/akhiri");
        Assert.Contains("1 penerima tidak ditampilkan", end.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Closed, end.Text, StringComparison.Ordinal);
        Assert.Equal(3, await RowsAsync(browser, "/keluarga?handler=Export"));
        Assert.Equal(1, await RowsAsync(browser, $"/keluarga/belum-padan?desa={desa.Code}&jenis=kk&handler=Export"));
        Assert.Equal(0, await RowsAsync(browser, $"/program/{program.Id}/penerima?handler=Export"));
        var template = await portal.Make.RunAsync<DownloadTemplate, byte[]>(Actor.System("Uji"), u => u.RunAsync(new(null, desa.Code, null, false), "memperbarui alamat desa", CancellationToken.None));
        Assert.Equal(3, Rows(template));
        var reveal = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.RunAsync<RevealIdentity, RevealedNumbers>(Actor.System("Uji"), u => u.RunAsync(closed, "Mencocokkan dengan KTP", CancellationToken.None)));
        Assert.Equal(HouseholdRules.ImportExpired, reveal.Rule);
        var made = await browser.GetAsync($"/impor/{batch.Id}/baru");
        Assert.Equal(HttpStatusCode.Conflict, made.Status);
        Assert.Contains(string.Format(Indonesian.Culture, ImportRules.NamesClosed.Sentence, "31 Januari 2026"), made.Text, StringComparison.Ordinal);
        await using var after = portal.Open();
        Assert.Equal(4, await after.VillageTallies.Where(t => t.VillageId == desa.Id).SumAsync(t => t.Households));
    }

    [Fact]
    public async Task Past_its_expiry_an_imports_cells_are_closed_and_its_counts_stay()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await portal.Make.ImportAsync(ImportState.Committed, new(New: 3, Bad: 2, Rows: 5), expiresOn: new(2026, 1, 31));
        await portal.Make.ProblemsAsync(batch.Id, "IMP-17", "C", "nama", Closed, "Nama tidak terbaca.", count: 2);

        var problems = await browser.GetAsync($"/impor/{batch.Id}/galat");
        var details = await browser.GetAsync($"/impor/{batch.Id}");

        Assert.Equal(HttpStatusCode.Conflict, problems.Status);
        Assert.Contains(string.Format(Indonesian.Culture, ImportRules.NamesClosed.Sentence, "31 Januari 2026"), problems.Text, StringComparison.Ordinal);
        Assert.Contains("2 baris galat", details.Text, StringComparison.Ordinal);
        Assert.Null(details.Document.QuerySelector("main a[href$='galat.xlsx']"));
        Assert.All(new[] { problems, details }, page => Assert.DoesNotContain(Closed, page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Past_its_expiry_what_was_never_saved_shows_no_value_of_a_family_known_from_elsewhere()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var family = await portal.Make.HouseholdAsync((await portal.Make.DistrictAsync(1)).Villages[0].Id);
        var batch = await portal.Make.ImportAsync(ImportState.Preview, new(Changed: 1, Rows: 1));
        await portal.Make.ImportChangeAsync(batch.Id, family, 2, ImportChangeKind.Household, new FieldChange("Address", "Jalan Lama", Closed));
        Assert.Contains(Closed, (await browser.GetAsync($"/impor/{batch.Id}/berubah")).Text, StringComparison.Ordinal);
        Assert.Contains(Closed, (await browser.GetAsync($"/impor/{batch.Id}")).Text, StringComparison.Ordinal);

        await ExpireAsync(portal, batch.Id);

        var changes = await browser.GetAsync($"/impor/{batch.Id}/berubah");
        Assert.Equal(HttpStatusCode.Conflict, changes.Status);
        Assert.Contains(string.Format(Indonesian.Culture, ImportRules.NamesClosed.Sentence, "31 Januari 2026"), changes.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Closed, (await browser.GetAsync($"/impor/{batch.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void While_nothing_has_expired_no_query_changes()
    {
        var families = Array.Empty<Household>().AsQueryable();
        Assert.Same(families, new ExpiredSources(new(2026, 1, 1), []).Open(families));
    }

    private static async Task<Guid> IdAsync(Portal portal, string headName)
    {
        await using var db = portal.Open();
        return await db.Households.Where(h => h.HeadName == headName).Select(h => h.Id).SingleAsync();
    }

    private static async Task<Guid> EnrollmentAsync(Portal portal, Guid household)
    {
        await using var db = portal.Open();
        return await db.Enrollments.Where(e => e.HouseholdId == household).Select(e => e.Id).SingleAsync();
    }

    private static async Task ExpireAsync(Portal portal, Guid batchId)
    {
        await using var db = portal.Open();
        await db.Database.ExecuteSqlAsync($"update import_batches set expires_on = {new DateOnly(2026, 1, 31)} where id = {batchId}");
        portal.Database.NoteChange();
    }

    private static async Task<int> RowsAsync(Browser browser, string path) => Rows(await browser.DownloadAsync(path));

    private static int Rows(byte[] workbook)
    {
        using var content = new MemoryStream(workbook);
        var rows = content.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();
        Assert.DoesNotContain(rows, r => r.Values.Any(v => Closed.Equals(v)));
        return rows.Count;
    }
}
