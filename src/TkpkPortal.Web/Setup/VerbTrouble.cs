using Npgsql;
using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;

namespace TkpkPortal.Web.Setup;

/// <summary>Turns what went wrong into the one sentence the operator reads; the rest goes to the log.</summary>
internal static class VerbTrouble
{
    // ENOSPC: .NET hands on the raw errno.
    private const int NoSpaceLeft = 28;

    public static string Explain(Exception trouble, VerbContext context) => trouble switch
    {
        VerbException or RuleBrokenException or EmbeddedPostgresException or KeyringException or BoundaryFileException => trouble.Message,
        OperationCanceledException when context.Stop.IsCancellationRequested => "Perintah dihentikan sebelum selesai.",
        UnauthorizedAccessException => $"Akun {Environment.UserName} tidak berhak membuka berkas atau folder yang diperlukan; periksa pemilik {Deployment.HomeOf(context)} dan berkas yang disebut dalam perintah.",
        IOException { HResult: NoSpaceLeft } => $"Ruang penyimpanan untuk {Deployment.HomeOf(context)} penuh; kosongkan sebagian, lalu coba lagi.",
        _ when Refusal(trouble) is { } refused => refused,
        _ => Unexpected(trouble, context),
    };

    private static string? Refusal(Exception trouble)
    {
        for (var inner = trouble; inner is not null; inner = inner.InnerException)
        {
            if (inner is PostgresException refused && Refusal(refused) is { } sentence) return sentence;
            if (inner is NpgsqlException and not PostgresException) return "Basis data tidak dapat dihubungi; periksa ConnectionStrings__Portal dan pastikan server PostgreSQL berjalan.";
        }

        return null;
    }

    private static string? Refusal(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "Basis data menolak nama pengguna atau kata sandi; periksa ConnectionStrings__Portal dan TKPK_DB_PASSWORD_FILE.",
        PostgresErrorCodes.InvalidCatalogName => "Basis data yang disebut dalam ConnectionStrings__Portal belum ada; buat dahulu basis data itu di server PostgreSQL.",
        PostgresErrorCodes.InsufficientPrivilege => "Akun basis data tidak berhak membuat tabel; beri akun itu hak atas skema basis datanya.",
        PostgresErrorCodes.DiskFull => "Ruang penyimpanan basis data penuh; kosongkan sebagian, lalu coba lagi.",
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => "Basis data sedang berhenti atau baru dimulai; coba lagi sebentar lagi.",
        _ => null,
    };

    private static string Unexpected(Exception trouble, VerbContext context)
    {
        var folder = Deployment.LogFolderIn(Deployment.HomeOf(context));
        using var log = LoggingSetup.Create(folder, "galat");
        log.Error(trouble, "A verb failed.");
        return $"Terjadi galat yang tidak terduga; catatan teknisnya ada di {folder}.";
    }
}
