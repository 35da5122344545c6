namespace TkpkPortal.Core.Imports;

public static class ImportNames
{
    public static string Of(ImportFormat format) => format switch
    {
        ImportFormat.P3keFamilies => "P3KE keluarga",
        ImportFormat.P3keMembers => "P3KE individu",
        ImportFormat.Deciles => "Daftar desil",
        ImportFormat.Recipients => "Daftar penerima program",
        ImportFormat.Template => "Templat portal",
        ImportFormat.CentreAnswers => "Hasil pusat atas usulan",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public static string Of(ImportState state) => state switch
    {
        ImportState.Uploaded => "sedang dibaca",
        ImportState.AwaitingColumns => "menunggu kolom dicocokkan",
        ImportState.Read => "sedang diperiksa",
        ImportState.AwaitingAnswer => "menunggu keputusan",
        ImportState.Preview => "siap ditinjau",
        ImportState.Committing => "sedang disimpan",
        ImportState.Committed => "tersimpan",
        ImportState.Undoing => "sedang dibatalkan",
        ImportState.Undone => "dibatalkan",
        ImportState.Refused => "ditolak",
        ImportState.Failed => "terhenti",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>What the worker does in this state, as a noun.</summary>
    internal static string Phase(ImportState state) => state switch
    {
        ImportState.Uploaded => "pembacaan",
        ImportState.Read => "pemeriksaan",
        ImportState.Committing => "penyimpanan",
        _ => "pembatalan",
    };
}
