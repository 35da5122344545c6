using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Households;

public sealed class TimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_family_that_an_import_brought_and_people_edited_tells_both_in_order()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        var origin = await portal.Make.ImportedAsync(family, ImportFormat.P3keFamilies, null, Start);
        var change = await portal.Make.ImportedAsync(family, ImportFormat.Template, [new("Alamat", "Jalan Uji 1", "Jalan Impor 2")], Start.AddHours(1), Start.AddHours(2));
        using var desa = await portal.SignInAsync(Role.VillageOperator, village.Id);
        Assert.True((await desa.SubmitAsync($"/keluarga/{family}/perbaiki", new() { ["Input.Address"] = "Jalan Tangan 3" })).IsRedirect);

        var lines = (await desa.GetAsync($"/keluarga/{family}")).Document.QuerySelectorAll(".line > li").Select(li => string.Join(' ', li.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

        Assert.Contains("Jalan Uji 1 menjadi Jalan Tangan 3", lines[0], StringComparison.Ordinal);
        Assert.Contains($"Impor nomor {change.Number}, Templat portal dibatalkan; data kembali seperti sebelumnya", lines[^3], StringComparison.Ordinal);
        Assert.Contains("Alamat: Jalan Impor 2 menjadi Jalan Uji 1", lines[^3], StringComparison.Ordinal);
        Assert.Contains($"Data keluarga berubah lewat impor nomor {change.Number}", lines[^2], StringComparison.Ordinal);
        Assert.Contains("Sumber: Bappeda Uji, surat 400/12", lines[^2], StringComparison.Ordinal);
        Assert.Contains($"Keluarga masuk lewat impor nomor {origin.Number}, P3KE keluarga", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_history_pages_through_imports_and_edits_without_a_gap()
    {
        var portal = await Portal.SharedAsync();
        var village = (await portal.Make.DistrictAsync(1)).Villages[0];
        var family = await portal.Make.HouseholdAsync(village.Id);
        for (var i = 0; i < 25; i++) await portal.Make.ImportedAsync(family, ImportFormat.Template, [new FieldChange("Alamat", $"Jalan {i}", $"Jalan {i + 1}")], Start.AddHours(i / 2));
        using var browser = await portal.SignInAsync(Role.Secretariat);
        List<string> told = [];

        for (var next = $"/keluarga/{family}"; next is not null;)
        {
            var page = await browser.GetAsync(next);
            told.AddRange(page.Document.QuerySelectorAll(".line > li").Select(li => li.TextContent));
            next = page.Document.QuerySelector("a[href*='riwayat=']")?.GetAttribute("href");
        }

        Assert.Equal(27, told.Count);
        Assert.Equal(27, told.Distinct().Count());
    }
}
