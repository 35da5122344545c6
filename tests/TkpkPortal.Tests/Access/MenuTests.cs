using TkpkPortal.Web.Access;

namespace TkpkPortal.Tests.Access;

public sealed class MenuTests
{
    [Theory]
    [InlineData("/", "Beranda")]
    [InlineData("/keluarga/belum-padan", "Keluarga")]
    [InlineData("/keluarga-per-desa", "Keluarga per desa")]
    [InlineData("/usulan/papan", "Papan usulan")]
    [InlineData("/usulan/01a20e3f-e9ce-7d29-b84a-efbfceffa5c2/verifikasi", "Usulan")]
    [InlineData("/usulan/kirim", "Pengiriman")]
    [InlineData("/usulan/banding?periode=2026-11", "Pengiriman")]
    [InlineData("/akun", "Halaman lain")]
    public void A_page_lies_under_one_menu(string path, string title) => Assert.Equal(title, Menu.TitleOf(path));
}
