using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;
using TkpkPortal.Tests.Households;

namespace TkpkPortal.Tests.Data.Secrecy;

/// <summary>Whoever carries off the database and the home without the key file reads no NIK and no card number of any family.</summary>
public sealed class SecrecyTests
{
    private const int Families = 200;

    [Fact]
    public async Task A_dump_and_every_file_but_the_key_hold_no_readable_number()
    {
        await using var office = await OfficeHome.StartAsync(Families);
        var typed = await WorkAsync(office);
        var known = await office.NumbersAsync();
        known.UnionWith(typed);
        Assert.True(known.Count > 3 * Families);

        Assert.Empty(await office.LeaksAsync(known));

        // And the same search finds a number that does lie there, packed as nobody would look for it.
        await PlantAsync(office, known.First());
        Assert.Contains(await office.LeaksAsync(known), found => found.StartsWith("dump, public.stored_files", StringComparison.Ordinal));
    }

    /// <summary>A day's work in which numbers pass through every door. Returns those that were typed and not kept.</summary>
    private static async Task<List<string>> WorkAsync(OfficeHome office)
    {
        using var browser = await office.SignInAsync("desa");
        var (nik, card, wrong) = (Builders.Nik(), Builders.CardNumber(), Builders.Nik());
        var registered = await browser.SubmitAsync("/keluarga/daftarkan", HouseholdPagesTests.Fields(nik, card));
        Assert.True(registered.IsRedirect, registered.Text);
        // Refused forms: the number is taken, stands in the wrong field, or is no number at all.
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync("/keluarga/daftarkan", HouseholdPagesTests.Fields(nik))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync("/keluarga/daftarkan", new(HouseholdPagesTests.Fields(null)) { ["Input.Address"] = $"Jalan {wrong}" })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync("/keluarga/daftarkan", HouseholdPagesTests.Fields(wrong + "0"))).Status);
        await RevealAsync(office, wrong);
        await UploadAsync(office, wrong);
        return [nik, card, wrong];
    }

    private static async Task RevealAsync(OfficeHome office, string wrong)
    {
        using var secretariat = await office.SignInAsync("sekretariat");
        await using var db = office.Open();
        var family = await db.Households.Where(h => h.CardNumberCipher != null).Select(h => h.Id).FirstAsync();
        var opened = await secretariat.SubmitAsync($"/keluarga/{family}/buka-nik", new() { ["Reason"] = "Mencocokkan dengan KTP" });
        Assert.Matches("99[0-9]{2}\\s[0-9]{4}\\s[0-9]{4}\\s[0-9]{4}", opened.Text);
        await secretariat.SubmitAsync($"/keluarga/{family}/buka-nik", new() { ["Reason"] = $"Mencocokkan {wrong} dengan KTP" });
        await secretariat.GetAsync($"/keluarga?cari={wrong}");
        await secretariat.GetAsync($"/keluarga/{wrong}");
        await secretariat.DownloadAsync("/keluarga?handler=Export&kecamatan=99.01.12");
        await office.Visitor().SubmitAsync("/masuk", new() { ["Input.Name"] = wrong, ["Input.Password"] = wrong });
    }

    /// <summary>A file with numbers in its cells, in its name, and in the place of its headers.</summary>
    private static async Task UploadAsync(OfficeHome office, string wrong)
    {
        var rows = new StringBuilder();
        foreach (var number in await office.NumbersAsync()) rows.Append(number).Append(",1\r\n");
        foreach (var header in new[] { "NIK,Desil\r\n", $"NIK {wrong},Desil\r\n", "" })
        {
            var origin = new ImportOrigin("Uji", "Uji", "Pusat", "1/2026", null) { DecileSource = "DTSEN", DecileReleasedOn = new(2026, 1, 1) };
            await office.RunAsync<UploadImport>(Actor.System("Uji"), upload => upload.RunAsync(
                new MemoryStream(Encoding.UTF8.GetBytes(header + rows)), $"desil {wrong}.csv", ImportFormat.Deciles, origin, CancellationToken.None));
        }
    }

    private static async Task PlantAsync(OfficeHome office, string number)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync(Encoding.Unicode.GetBytes($"NIK {number}"));
        await using var db = office.Open();
        var (id, content) = (Guid.CreateVersion7(), packed.ToArray());
        await db.Database.ExecuteSqlAsync($"insert into stored_files (id, name, content_type, size, sha256, sealed_content, stored_at) values ({id}, 'uji', 'text/plain', 1, {content}, {content}, now())");
    }
}
