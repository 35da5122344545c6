using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Reporting;

public static class ReceiptRules
{
    public static readonly Rule NoMatch = new("RSI-01", "Resi atau PIN tidak cocok. Periksa enam angka PIN pada resi, lalu coba lagi. Setelah lima kali salah, tunggu 15 menit.");
}
