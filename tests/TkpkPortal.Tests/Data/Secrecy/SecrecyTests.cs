using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
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
        return [nik, card, wrong, .. await ImportAsync(office, wrong)];
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

    /// <summary>Files with numbers in their cells, in their names and in the place of their headers; one saved with its changes, one waiting for a decision, two waiting for columns.</summary>
    private static async Task<List<string>> ImportAsync(OfficeHome office, string wrong)
    {
        const string Village = "99.01.12.2001";
        var numbers = (await office.NumbersAsync()).ToList();
        List<string> own = [Builders.CardNumber(), Builders.Nik(), Builders.Nik(new(2012, 4, 3))];
        var template = Builders.Template(
            Builders.Row(Village, own[0], "Kepala Impor Contoh", own[1]),
            Builders.Row(Village, own[0], "Anak Impor Contoh", own[2], "Anak", birth: "2012-04-03"),
            Builders.Row(Village, numbers[^1], "Orang Baru Contoh", Builders.Nik(), "Anak", birth: "1980-05-17"),
            Builders.Row(Village, Builders.CardNumber(), "Rusak Contoh", wrong[..15]),
            Builders.Row(Village, Builders.CardNumber(), $"Nama {wrong} Contoh", Builders.Nik()));
        var committed = await office.ImportAsync(Encoding.UTF8.GetBytes(template), $"keluarga {wrong}.csv", ImportFormat.Template, Builders.Origin(), commit: true);
        Assert.Equal(ImportState.Committed, committed);
        var deciles = string.Concat(numbers.Select(n => $"{n};1\r\n"));
        var origin = Builders.Origin() with { DecileSource = "DTSEN", DecileReleasedOn = new(2026, 1, 1) };
        foreach (var header in new[] { "NIK;Desil\r\n", $"NIK;{wrong};Desil\r\n", "" })
            await office.ImportAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(header + deciles)).ToArray(), $"desil {wrong}.csv", ImportFormat.Deciles, origin, commit: false);
        return own;
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
