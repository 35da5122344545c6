using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Imports;

public sealed class DownloadTemplateTests
{
    [Fact]
    public async Task The_empty_template_has_headers_and_explanations_and_leaves_no_trace()
    {
        var portal = await Portal.SharedAsync();
        var workbook = await portal.Make.RunAsync<DownloadTemplate, byte[]>(Actor.System("Uji"), u => u.RunAsync(null, null, CancellationToken.None));
        Assert.Equal(ImportRules.HeaderOnly, ReadFile.Refusal(workbook));
        using var file = ReadFile.Open(workbook);
        Assert.Equal("Data keluarga", file.SheetName);
        Assert.Equal(ImportFields.Of(ImportFormat.Template).Select(f => f.Label), file.Headers);
        Assert.DoesNotContain("Desil", file.Headers);
        Assert.Contains("Petunjuk", Assert.Single(file.Notices).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filled_it_holds_a_desas_families_with_row_ids_and_is_kept_in_the_trail()
    {
        await using var portal = await Portal.StartAsync();
        var (regency, _, villages) = await portal.Make.DistrictAsync();
        var village = villages[0];
        await using (var settings = portal.Open())
        {
            (await settings.Settings.SingleAsync()).RegencyId = regency.Id;
            await settings.SaveChangesAsync();
        }

        var (nik, card, reason) = (Builders.Nik(), Builders.CardNumber(), "Pemutakhiran bersama desa " + village.Code);
        var id = await portal.Make.HouseholdAsync(village.Id, children: 2, nik: nik, cardNumber: card);
        var workbook = await portal.Make.RunAsync<DownloadTemplate, byte[]>(
            Actor.System("Uji"), u => u.RunAsync(new(null, village.Code, null, false), reason, CancellationToken.None));
        var (rows, file) = ReadFile.All(ReadFile.Open(workbook));
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.StartsWith($"{id}|", r[0], StringComparison.Ordinal));
        Assert.Equal([village.Code, card], rows[0][1..3]);
        Assert.Equal(nik, rows[0][file.Headers.ToList().IndexOf("NIK")]);
        await using var db = portal.Open();
        var entry = await db.AuditEntries.SingleAsync(a => a.Action == AuditAction.Export && a.Reason == reason);
        Assert.Contains("1 keluarga", entry.SubjectName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "IDN-09")]
    [InlineData("singkat", "IDN-09")]
    [InlineData("untuk NIK 9901014107800001", "IDN-11")]
    public async Task Filled_it_needs_a_reason(string? reason, string code)
    {
        var portal = await Portal.SharedAsync();
        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => portal.Make.RunAsync<DownloadTemplate, byte[]>(
            Actor.System("Uji"), u => u.RunAsync(new HouseholdFilter(null, null, null, false), reason, CancellationToken.None)));
        Assert.Equal(code, broken.Rule.Code);
    }
}
