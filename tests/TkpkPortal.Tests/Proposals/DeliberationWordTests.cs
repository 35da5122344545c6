using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Core.Settings;
using TkpkPortal.TestSupport;
using TkpkPortal.Web.Pages.Proposals.Deliberations;
using TkpkPortal.Web.Reports;

namespace TkpkPortal.Tests.Proposals;

public sealed class DeliberationWordTests
{
    private static readonly SettingsView Pekon = new(new PortalSettings { VillageTerm = "pekon" }, null);

    [Theory]
    [InlineData(VillageKind.Kelurahan, DeliberationForm.Assembly, "Musyawarah Kelurahan", "Musyawarah Kelurahan Melati")]
    [InlineData(VillageKind.Desa, DeliberationForm.Assembly, "Musyawarah Pekon", "Musyawarah Pekon Melati")]
    [InlineData(VillageKind.DesaAdat, DeliberationForm.Assembly, "Musyawarah Desa Adat", "Musyawarah Desa Adat Melati")]
    [InlineData(VillageKind.Kelurahan, DeliberationForm.Statement, "SPTJM", "SPTJM Kelurahan Melati")]
    public void It_is_called_by_the_kind_of_its_village_and_by_the_settings(VillageKind kind, DeliberationForm form, string called, string title)
    {
        var view = View(kind, form);
        Assert.Equal((called, title), (DeliberationWords.Kind(view, Pekon), DeliberationWords.Title(view, Pekon)));
    }

    [Theory]
    [InlineData(2026, 11, 12, "Pada hari ini, Kamis, tanggal dua belas bulan November tahun dua ribu dua puluh enam (12/11/2026)")]
    [InlineData(2027, 1, 31, "Pada hari ini, Minggu, tanggal tiga puluh satu bulan Januari tahun dua ribu dua puluh tujuh (31/01/2027)")]
    public void The_day_is_written_in_words(int year, int month, int day, string words) => Assert.Equal(words, DeliberationWording.OnThisDay(new(year, month, day)));

    [Fact]
    public void A_kelurahan_does_not_stand_on_the_law_of_the_desa()
    {
        Assert.Contains(DeliberationWording.Basis(true), law => law.Contains("tentang Desa", StringComparison.Ordinal));
        Assert.DoesNotContain(DeliberationWording.Basis(false), law => law.Contains("tentang Desa", StringComparison.Ordinal));
    }

    [Fact]
    public void The_checklist_tells_what_is_missing_and_a_statement_needs_less()
    {
        var tasks = DeliberationTasks.Of(View(VillageKind.Desa, DeliberationForm.Assembly));
        Assert.Equal(["acara", "daftar-hadir", "hasil", "ubah", "unggah", "tutup"], tasks.Select(t => t.Path));
        Assert.Equal(DeliberationTaskState.Missing, tasks[0].State);
        Assert.Equal(DeliberationTaskState.Waiting, tasks[^1].State);
        Assert.Equal(["acara", "unggah", "tutup"], DeliberationTasks.Of(View(VillageKind.Desa, DeliberationForm.Statement)).Select(t => t.Path));
        Assert.Equal(DeliberationTaskState.Ready, DeliberationTasks.Of(View(VillageKind.Desa, DeliberationForm.Statement) with { Obstacles = [] })[^1].State);
    }

    private static DeliberationView View(VillageKind kind, DeliberationForm form) => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), "Melati", kind, "Uji", form, Builders.DeliberationDetails(new(2026, 11, 12)), null, null, null, 1, [], [], [DeliberationRules.NoItems.Sentence], 5, new(2026, 11, 14));
}
