using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Proposals;

/// <summary>Where people read what became of a proposal: the comparison, the family's profile and its history.</summary>
public sealed class AnswerComparisonTests
{
    [Fact]
    public async Task The_profile_names_an_open_proposal_and_its_history_holds_every_step()
    {
        var portal = await Portal.SharedAsync();
        var village = await portal.Make.VillageAsync();
        var family = await portal.Make.HouseholdAsync(village.Id);
        var held = await portal.Make.ContentOfAsync(family);
        var id = await portal.Make.SentAsync(village.Id, ProposalKind.Correction, family, held with { Family = held.Family with { Address = "Jalan Riwayat 3" } });
        await portal.Make.AnswersAsync($"{Builders.AnswerHeader}\n{await portal.Make.NumberAsync(id)};;;Tertunda;;;Menunggu pemutakhiran\n");
        using var desa = await portal.SignInAsync(Role.VillageOperator, village.Id);
        using var elsewhere = await portal.SignInAsync(Role.AgencyOperator);

        var page = await desa.GetAsync($"/keluarga/{family}");

        Assert.Contains("Ada usulan: Perbaikan data, tahap Dikirim ke SIKS-NG", page.Text, StringComparison.Ordinal);
        foreach (var word in new[] { "Mengajukan", "Musyawarah: layak", "Verifikasi kecamatan", "Pengesahan", "Pengiriman ke SIKS-NG", "Hasil pusat: tertunda. Catatan: Menunggu pemutakhiran" })
            Assert.Contains($"Perbaikan data nomor {await portal.Make.NumberAsync(id)}: {word}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Camat Uji", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposed_and_answered_are_compared_by_kind_and_the_differing_families_listed()
    {
        await using var portal = await Portal.StartAsync();
        var village = await portal.Make.VillageAsync();
        var (fine, beyond, no, later, open) = (await portal.Make.SentAsync(village.Id), await portal.Make.SentAsync(village.Id, content: Builders.NewFamilyContent("Kepala Desil")),
            await portal.Make.SentAsync(village.Id, content: Builders.NewFamilyContent("Kepala Ditolak")), await portal.Make.SentAsync(village.Id, content: Builders.NewFamilyContent("Kepala Tunda")), await portal.Make.SentAsync(village.Id));
        await portal.Make.ProposalAsync(village.Id, stage: ProposalStage.Approved);
        await portal.Make.AnswersAsync(
            $"{Builders.AnswerHeader}\n{await portal.Make.NumberAsync(fine)};;;Diterima;1;;\n{await portal.Make.NumberAsync(beyond)};;;Diterima;7;;\n{await portal.Make.NumberAsync(no)};;;Ditolak;;;Mampu\n{await portal.Make.NumberAsync(later)};;;Tertunda;;;BPS\n");
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var page = await browser.GetAsync("/usulan/banding");
        var onlyRejected = await browser.GetAsync("/usulan/banding?beda=ditolak");
        var rows = MiniExcelLibs.MiniExcel.Query(new MemoryStream(await browser.DownloadAsync("/usulan/banding?handler=Export")), useHeaderRow: true).Cast<IDictionary<string, object?>>().ToList();

        var counts = page.Document.QuerySelector("main table tbody tr")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Usulan baru 5 2 (40,0 %) 1 2 1", string.Join(' ', counts));
        Assert.Contains("3 keluarga dengan hasil berbeda", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Kepala Desil", "Kepala Ditolak", "Kepala Tunda"], rows.Select(r => (string)r["kepala_keluarga"]!).Order(StringComparer.Ordinal));
        Assert.Contains("1 keluarga dengan hasil berbeda", onlyRejected.Text, StringComparison.Ordinal);
        Assert.Contains("Kepala Ditolak", onlyRejected.Text, StringComparison.Ordinal);
        Assert.Equal(ProposalStage.Sent, (await portal.Make.ProposalRowAsync(open)).Stage);
        Assert.Contains("belum dijawab", (await browser.GetAsync($"/impor/{(await portal.Make.ProposalRowAsync(no)).AnswerBatchId}")).Text, StringComparison.Ordinal);
        Assert.Contains("1 usulan", (await browser.GetAsync($"/impor/{(await portal.Make.ProposalRowAsync(no)).AnswerBatchId}/hilang")).Text, StringComparison.Ordinal);
    }
}
