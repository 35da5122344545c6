using TkpkPortal.Core.Common;

namespace TkpkPortal.Core.Proposals.Review;

/// <summary>Rules of the reviewers' pages: many at once, visits, the work list.</summary>
public static class ReviewRules
{
    /// <summary>Proposals in one bulk step.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Rows in one workbook.</summary>
    public const int ExportLimit = 50_000;

    public static readonly Rule NothingChosen = new("USL-41", "Centang sekurangnya satu usulan.");
    public static readonly Rule TooManyAtOnce = new("USL-42", "Paling banyak 200 usulan sekali jalan; yang dicentang {0}.");
    public static readonly Rule Overtaken = new("USL-43", "Usulan ini baru saja diubah orang lain. Buka dan periksa lagi.");
    public static readonly Rule OutOfReach = new("USL-44", "Usulan ini tidak ada di wilayah kerja Anda.");
    public static readonly Rule NotAVisitor = new("USL-45", "Yang dipilih bukan pendamping yang masih aktif.");
    public static readonly Rule ExportTooLarge = new("USL-46", "Daftar melebihi 50.000 baris, batas satu unduhan. Persempit wilayah atau jenis usulan, lalu unduh lagi.");
}
