using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Programs;

public static class ProgramRules
{
    public static readonly Rule DecileOutOfRange = new("PRG-01", "Desil harus angka 1 sampai 10.");
    public static readonly Rule DecileReversed = new("PRG-02", "Desil akhir harus sama dengan atau lebih besar dari desil awal.");
    public static readonly Rule CodeTaken = new("PRG-03", "Sudah ada program dengan kode ini. Tulis kode lain, atau buka program itu.");
    public static readonly Rule AlreadyClosed = new("PRG-04", "Program ini sudah ditutup.");
    public static readonly Rule AlreadyOpen = new("PRG-05", "Program ini masih berjalan.");
}
