using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

/// <summary>Lists of recipients and of deciles, from the upload page to saved and taken back.</summary>
public sealed class ListImportPagesTests
{
    [Fact]
    public async Task A_list_of_recipients_goes_in_and_is_taken_back_but_for_what_somebody_ended()
    {
        var portal = await Portal.SharedAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var village = await portal.Make.VillageAsync();
        var (first, second, absent) = (Builders.Nik(), Builders.Nik(), Builders.Unique("Tidak Disebut"));
        var (stays, goes) = (await portal.Make.HouseholdAsync(village.Id, nik: first, headName: "Dihentikan Contoh"), await portal.Make.HouseholdAsync(village.Id, nik: second, headName: "Diurungkan Contoh"));
        var program = await portal.Make.AssistanceAsync();
        await portal.Make.EnrollAsync(await portal.Make.HouseholdAsync(village.Id, headName: absent), program.Id);
        var fields = Origin(ImportFormat.Recipients);
        fields["Input.ProgramId"] = program.Id.ToString();
        var csv = $"NIK;Nama\n{first};Dihentikan Contoh\n{second};Diurungkan Contoh\n";
        var preview = await UploadAsync(portal, browser, fields, csv);
        Assert.Equal((ImportState.Preview, 2, 1), (preview.State, preview.NewRecords, preview.MissingRecords));
        var missing = (await browser.GetAsync($"/impor/{preview.Id}/hilang")).Text;
        Assert.Contains("Tercatat menerima program ini, tetapi tidak disebut berkas", missing, StringComparison.Ordinal);
        Assert.Contains(absent, missing, StringComparison.Ordinal);
        Assert.DoesNotContain("Diurungkan Contoh", missing, StringComparison.Ordinal);

        var saved = await StepAsync(portal, browser, preview.Id, "simpan");

        Assert.Equal((ImportState.Committed, 2), (saved.State, saved.NewRecords));
        await using var db = portal.Open();
        Assert.Equal(3, await db.Enrollments.CountAsync(e => e.ProgramId == program.Id && e.EndedOn == null));
        Assert.Contains($"Mulai menerima {program.Name} lewat impor nomor {saved.Number}", (await browser.GetAsync($"/keluarga/{goes}")).Text, StringComparison.Ordinal);
        var twice = await UploadAsync(portal, browser, fields, csv);
        var again = (await browser.GetAsync($"/impor/{twice.Id}")).Text;
        Assert.Contains($"Berkas yang sama sudah pernah diunggah: impor nomor {saved.Number}, {ImportNames.Of(ImportState.Committed)}", again, StringComparison.Ordinal);
        Assert.Contains("Tidak ada yang perlu disimpan", again, StringComparison.Ordinal);

        var ended = await db.Enrollments.Where(e => e.HouseholdId == stays).Select(e => e.Id).SingleAsync();
        var (today, reason) = (await db.Enrollments.Where(e => e.Id == ended).Select(e => e.StartedOn).SingleAsync(), Enum.GetValues<EnrollmentEndReason>()[0]);
        await portal.Make.RunAsync<EndEnrollment>(Actor.System("Uji"), u => u.RunAsync(ended, today, reason, CancellationToken.None));
        var undo = (await browser.GetAsync($"/impor/{saved.Id}/urungkan")).Text;
        Assert.Contains($"1 penerima yang dicatat impor ini dikeluarkan lagi dari {program.Name}", undo, StringComparison.Ordinal);
        Assert.Contains("1 penerima dibiarkan", undo, StringComparison.Ordinal);

        Assert.Equal(ImportState.Undone, (await StepAsync(portal, browser, saved.Id, "urungkan")).State);
        Assert.Contains("1 penerima tidak dikembalikan", (await browser.GetAsync($"/impor/{saved.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains($"mpor nomor {saved.Number}, {ImportNames.Of(ImportFormat.Recipients)} dibatalkan", (await browser.GetAsync($"/keluarga/{goes}")).Text, StringComparison.Ordinal);
        Assert.Equal([stays], await db.Enrollments.Where(e => e.ProgramId == program.Id && (e.HouseholdId == stays || e.HouseholdId == goes)).Select(e => e.HouseholdId).ToListAsync());
    }

    [Fact]
    public async Task Deciles_move_the_family_between_releases_and_back()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, _, villages) = await portal.Make.DistrictAsync(1);
        await portal.Make.ChooseRegencyAsync(regency);
        using var browser = await portal.SignInAsync(Role.Secretariat);
        var nik = Builders.Nik();
        var family = await portal.Make.HouseholdAsync(villages[0].Id, nik: nik, headName: "Berdesil Contoh");
        await portal.Make.HouseholdAsync(villages[0].Id, headName: "Tidak Disebut");
        await portal.Make.ImportAsync($"NIK;Desil\n{nik};3\n", ImportFormat.Deciles, Builders.Origin() with { DecileSource = "DTSEN", DecileReleasedOn = new DateOnly(2025, 9, 1) });
        var fields = Origin(ImportFormat.Deciles);
        (fields["Input.DecileSource"], fields["Input.DecileReleasedOn"]) = ("DTSEN", "31/01/2026");
        var preview = await UploadAsync(portal, browser, fields, $"NIK;Desil\n{nik};2\n");
        Assert.Equal((ImportState.Preview, 1, 1), (preview.State, preview.ChangedRecords, preview.MissingRecords));
        Assert.Contains("Tidak Disebut", (await browser.GetAsync($"/impor/{preview.Id}/hilang")).Text, StringComparison.Ordinal);

        var saved = await StepAsync(portal, browser, preview.Id, "simpan");

        Assert.Equal(ImportState.Committed, saved.State);
        Assert.Equal([3, 2], await DecilesAsync(portal, family));
        var moved = new MemoryStream(await browser.DownloadAsync("/keluarga/pergerakan-desil?handler=Export")).Query(useHeaderRow: true).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal(1, Convert.ToInt32(moved.Single(r => Convert.ToString(r["desil_dari"], CultureInfo.InvariantCulture) == "3")["ke_desil_2"], CultureInfo.InvariantCulture));
        var profile = (await browser.GetAsync($"/keluarga/{family}")).Text;
        Assert.Contains($"Desil dicatat lewat impor nomor {saved.Number}", profile, StringComparison.Ordinal);

        Assert.Contains("1 perubahan dikembalikan ke isi lama", (await browser.GetAsync($"/impor/{saved.Id}/urungkan")).Text, StringComparison.Ordinal);
        Assert.Equal(ImportState.Undone, (await StepAsync(portal, browser, saved.Id, "urungkan")).State);
        Assert.Equal([3], await DecilesAsync(portal, family));
        await using var db = portal.Open();
        Assert.Equal((3, new DateOnly(2025, 9, 1)), ((await db.Households.SingleAsync(h => h.Id == family)).Decile, (await db.Households.SingleAsync(h => h.Id == family)).DecileReleasedOn));
        Assert.Contains("dibatalkan; data kembali seperti sebelumnya", (await browser.GetAsync($"/keluarga/{family}")).Text, StringComparison.Ordinal);
    }

    private static async Task<List<int>> DecilesAsync(Portal portal, Guid family)
    {
        await using var db = portal.Open();
        return await db.WelfareDeciles.Where(d => d.HouseholdId == family).OrderBy(d => d.Release.ReleasedOn).Select(d => d.Decile!.Value).ToListAsync();
    }

    private static Dictionary<string, string> Origin(ImportFormat format) => new()
    {
        ["Input.Format"] = format.ToString(), ["Input.Giver"] = Builders.Unique("Pemberi Daftar"), ["Input.LetterNumber"] = "400.9/12/2026", ["Input.LegalBasis"] = "Inpres 4 Tahun 2025",
        ["Input.Purpose"] = "Penetapan sasaran",
    };

    private static async Task<ImportBatch> UploadAsync(Portal portal, Browser browser, Dictionary<string, string> fields, string csv)
    {
        var answer = await (await browser.OpenFormAsync("/impor/unggah")).SendAsync(fields, (UploadImport.FileField, "daftar.csv", Encoding.UTF8.GetBytes(csv)));
        Assert.StartsWith("/impor/", answer.Location, StringComparison.Ordinal);
        return await portal.Make.SettledAsync(Guid.Parse(answer.Location!.Split('/')[^1]));
    }

    private static async Task<ImportBatch> StepAsync(Portal portal, Browser browser, Guid batch, string step)
    {
        Assert.Equal($"/impor/{batch}", (await browser.SubmitAsync($"/impor/{batch}/{step}", [])).Location);
        return await portal.Make.SettledAsync(batch);
    }
}
