using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

/// <summary>Files in and out: upload, columns nobody knows, refused rows, templates.</summary>
public sealed class UploadPagesTests
{
    private const string NikOfTest = "9901014107850001";

    [Fact]
    public async Task An_upload_keeps_the_file_sealed_with_its_origin_and_the_trail_tells()
    {
        var portal = await Portal.SharedAsync();
        var user = await portal.Make.UserAsync(Role.Secretariat);
        using var browser = await portal.SignInAsync(user.UserName!);
        var giver = Builders.Unique("Kemenko Uji");

        var answer = await UploadAsync(browser, Deciles(giver), Csv("nik;desil", $"{NikOfTest};2"));

        Assert.StartsWith("/impor/", answer.Location, StringComparison.Ordinal);
        await using var db = portal.Open();
        var batch = await db.ImportBatches.SingleAsync(b => b.Giver == giver);
        Assert.Equal((ImportFormat.Deciles, "desil.csv", "DTSEN", new DateOnly(2026, 1, 31), user.Id), (batch.Format, batch.FileName, batch.DecileSource, batch.DecileReleasedOn, batch.UploadedBy));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == batch.Id && a.Action == AuditAction.Create && a.ActorId == user.Id));
        var part = await db.ImportFileParts.SingleAsync(p => p.BatchId == batch.Id);
        Assert.DoesNotContain(NikOfTest, Encoding.Latin1.GetString(part.SealedContent), StringComparison.Ordinal);
        Assert.Contains(NikOfTest, portal.Cipher.Open(part.SealedContent, part.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_facts_names_them_and_keeps_what_was_typed()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await UploadAsync(browser, new() { ["Input.Giver"] = "Kemenko Uji" }, Csv("nik;desil", $"{NikOfTest};2"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Pilih jenis berkas.", answer.Problems);
        Assert.Equal(4, answer.Problems.Count);
        Assert.Equal("Kemenko Uji", answer.Document.QuerySelector("#Input_Giver")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("Giver")]
    [InlineData("LetterNumber")]
    [InlineData("LegalBasis")]
    [InlineData("Purpose")]
    [InlineData("DecileSource")]
    public async Task A_number_of_a_person_in_the_origin_is_refused(string field)
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var mark = Builders.Unique("Surat");
        var fields = Deciles(mark);
        fields["Input.LegalBasis"] = mark;
        fields[$"Input.{field}"] = "perihal 9901 0141 0785 0001";

        var answer = await UploadAsync(browser, fields, Csv("nik;desil", $"{NikOfTest};2"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([HouseholdRules.NumberInText.Sentence], answer.Problems);
        await using var db = portal.Open();
        Assert.False(await db.ImportBatches.AnyAsync(b => b.Giver == mark || b.LegalBasis == mark));
    }

    [Fact]
    public async Task What_only_some_formats_need_is_asked_for_by_its_rule()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var fields = Deciles(Builders.Unique("Kemenko Uji"));
        fields["Input.DecileSource"] = "";
        var csv = Csv("nik;desil", $"{NikOfTest};2");

        Assert.Equal([HouseholdRules.DecileSourceNeeded.Sentence], (await UploadAsync(browser, fields, csv)).Problems);
        fields["Input.Format"] = nameof(ImportFormat.Recipients);
        var answer = await UploadAsync(browser, fields, csv);
        Assert.Equal([ImportRules.ProgramNeeded.Sentence], answer.Problems);
        Assert.Equal("#Input_ProgramId", answer.Document.QuerySelector(".problems a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_empty_file_is_refused_at_its_field()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await UploadAsync(browser, Deciles(Builders.Unique("Kemenko Uji")), []);

        Assert.Equal([ImportRules.FileEmpty.Sentence], answer.Problems);
        Assert.Equal("#File", answer.Document.QuerySelector(".problems a")!.GetAttribute("href"));
        Assert.Contains(ImportRules.FileEmpty.Sentence, answer.Document.QuerySelector("#File-galat")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_a_file_asks_for_one()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await (await browser.OpenFormAsync("/impor/unggah")).SendAsync(Deciles(Builders.Unique("Kemenko Uji")), (UploadImport.FileField, "", []));

        Assert.Equal(["Pilih berkas dahulu."], answer.Problems);
        Assert.Equal("#File", answer.Document.QuerySelector(".problems a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_large_file_of_a_refused_form_still_gets_its_answer()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await UploadAsync(browser, [], new byte[40_000_000]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Pilih jenis berkas.", answer.Problems);
    }

    [Fact]
    public async Task A_double_click_on_upload_makes_one_import()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var giver = Builders.Unique("Kemenko Uji");
        var form = await browser.OpenFormAsync("/impor/unggah");
        var file = (UploadImport.FileField, "desil.csv", Csv("nik;desil", $"{NikOfTest};2"));

        var answers = await Task.WhenAll(form.SendAsync(Deciles(giver), file), form.SendAsync(Deciles(giver), file));

        await using var db = portal.Open();
        var batch = await db.ImportBatches.SingleAsync(b => b.Giver == giver);
        Assert.All(answers, a => Assert.Equal($"/impor/{batch.Id}", a.Location));
    }

    [Fact]
    public async Task Unknown_columns_are_named_once_and_remembered_for_their_giver()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await CheckedAsync(portal, browser, Csv("nik;peringkat_kita;catatan_kita", $"{NikOfTest};2;tinggal di {NikOfTest}"));
        var path = $"/impor/{batch.Id}/kolom";

        var page = await browser.GetAsync(path);
        Assert.Equal(["B: peringkat_kita", "C: catatan_kita"], page.Document.QuerySelectorAll("main tbody label").Select(l => l.TextContent));
        Assert.DoesNotContain(NikOfTest, page.Html, StringComparison.Ordinal);
        Assert.Contains("Kolom wajib yang belum ditemukan: Desil", page.Text, StringComparison.Ordinal);

        var unanswered = await browser.SubmitAsync(path, new() { ["Meanings[peringkat_kita]"] = FieldKeys.Decile });
        Assert.Equal([Sentence(ImportRules.ColumnUnanswered, "catatan_kita")], unanswered.Problems);
        var twice = await browser.SubmitAsync(path, Meanings(FieldKeys.Decile, FieldKeys.Decile));
        Assert.Equal([Sentence(ImportRules.ColumnTwice, "Desil")], twice.Problems);
        var incomplete = await browser.SubmitAsync(path, Meanings(MapImportColumns.LeaveOut, MapImportColumns.LeaveOut));
        Assert.StartsWith("Kolom “Desil” tidak ada", Assert.Single(incomplete.Problems), StringComparison.Ordinal);

        var answer = await browser.SubmitAsync(path, Meanings(FieldKeys.Decile, MapImportColumns.LeaveOut));
        Assert.Equal($"/impor/{batch.Id}", answer.Location);
        await using var db = portal.Open();
        var key = batch.Giver.ToLowerInvariant();
        var names = await db.ImportColumnNames.Where(n => n.Giver == key).OrderBy(n => n.Header).ToListAsync();
        Assert.Equal([("catatan_kita", null), ("peringkat_kita", FieldKeys.Decile)], names.Select(n => (n.Header, n.Field)));
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == names[0].Id && a.Action == AuditAction.Create));
        Assert.Contains("Tidak ada kolom yang perlu dicocokkan", (await browser.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_rows_come_back_as_a_workbook_with_reasons_and_the_trail_tells()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var batch = await CheckedAsync(portal, browser, Csv("nik;desil", $"{NikOfTest};12"));
        Assert.Equal((ImportState.AwaitingAnswer, 1), (batch.State, batch.BadRows));

        using var workbook = new MemoryStream(await browser.DownloadAsync($"/impor/{batch.Id}/galat.xlsx"));

        var row = Assert.Single(workbook.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>());
        Assert.Equal(new object?[] { NikOfTest, "12" }, row.Values.Take(2));
        Assert.StartsWith("Desil", (string)row["Galat"]!, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.True(await db.AuditEntries.AnyAsync(a => a.SubjectId == batch.Id && a.Action == AuditAction.Export));
        var none = await portal.Make.ImportAsync(ImportState.Preview, new(New: 1, Rows: 1));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/impor/{none.Id}/galat.xlsx")).Status);
    }

    [Fact]
    public async Task The_template_is_free_empty_and_needs_a_reason_filled()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, _, villages) = await portal.Make.DistrictAsync(1);
        await portal.Make.ChooseRegencyAsync(regency);
        var nik = Builders.Nik();
        await portal.Make.HouseholdAsync(villages[0].Id, nik: nik, headName: "Sumarni Contoh");
        using var browser = await portal.SignInAsync(Role.Secretariat);

        using var empty = new MemoryStream(await browser.DownloadAsync("/impor/templat?handler=Empty"));
        Assert.Empty(empty.Query(useHeaderRow: true));
        var refused = await browser.SubmitAsync("/impor/templat", new() { ["Village"] = villages[0].Code, ["Reason"] = "perlu" });
        Assert.Equal([HouseholdRules.RevealReasonShort.Sentence], refused.Problems);

        var answer = await browser.SubmitAsync("/impor/templat", new() { ["Village"] = villages[0].Code, ["Reason"] = "memperbarui alamat desa" });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(SpreadsheetFile.ContentType, answer.Response.Content.Headers.ContentType!.MediaType);
        await using var db = portal.Open();
        Assert.Equal("memperbarui alamat desa", (await db.AuditEntries.SingleAsync(a => a.Action == AuditAction.Export)).Reason);
    }

    private static async Task<Answer> UploadAsync(Browser browser, Dictionary<string, string> fields, byte[] content) =>
        await (await browser.OpenFormAsync("/impor/unggah")).SendAsync(fields, (UploadImport.FileField, "desil.csv", content));

    /// <summary>As the worker leaves it for a person.</summary>
    private static async Task<ImportBatch> CheckedAsync(Portal portal, Browser browser, byte[] content)
    {
        var answer = await UploadAsync(browser, Deciles(Builders.Unique("Pemberi Uji")), content);
        return await portal.Make.SettledAsync(Guid.Parse(answer.Location!.Split('/')[^1]));
    }

    private static Dictionary<string, string> Deciles(string giver) => new()
    {
        ["Input.Format"] = nameof(ImportFormat.Deciles), ["Input.Giver"] = giver, ["Input.LetterNumber"] = "400.9/12/2026", ["Input.LegalBasis"] = "Inpres 4 Tahun 2025",
        ["Input.Purpose"] = "Penetapan sasaran", ["Input.DecileSource"] = "DTSEN", ["Input.DecileReleasedOn"] = "31/01/2026",
    };

    private static Dictionary<string, string> Meanings(string rank, string note) => new() { ["Meanings[peringkat_kita]"] = rank, ["Meanings[catatan_kita]"] = note };

    private static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n");

    private static string Sentence(Rule rule, params object[] places) => string.Format(System.Globalization.CultureInfo.InvariantCulture, rule.Sentence, places);
}
