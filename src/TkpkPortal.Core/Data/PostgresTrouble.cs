using Npgsql;

namespace TkpkPortal.Core.Data;

/// <summary>Turns what PostgreSQL's programs print when they fail into one sentence that tells the operator what to do.</summary>
internal static class PostgresTrouble
{
    public static EmbeddedPostgresException Explain(string printed, string folder) => new(Sentence(printed, folder));

    /// <summary>A server killed a moment ago whose children still leave: worth waiting for.</summary>
    public static bool PassesByItself(string printed) => Says(printed, "pre-existing shared memory block");

    /// <summary>A server that is starting, recovering or stopping, or whose connections are all taken.</summary>
    public static bool PassesByItself(PostgresException refused) => refused.SqlState is
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.TooManyConnections;

    private static string Sentence(string printed, string folder)
    {
        if (Says(printed, "No space left on device", "Check free disk space", "Disk quota exceeded"))
            return $"Ruang penyimpanan untuk {folder} penuh; kosongkan sebagian, lalu mulai lagi (yang sudah tersimpan tidak hilang).";
        if (Says(printed, "database files are incompatible with server"))
            return $"Basis data di {folder} dibuat oleh PostgreSQL versi lain; pasang versi itu, atau pindahkan data menurut docs/operations/upgrade.md.";
        if (Says(printed, "could not bind", "Address already in use", "Is another postmaster"))
            return $"Alamat basis data untuk {folder} sedang dipakai program lain; hentikan program itu, atau pakai folder lain lewat TKPK_HOME.";
        if (PassesByItself(printed) || (Says(printed, "lock file") && Says(printed, "already exists")))
            return $"Proses basis data yang lama di {folder} belum selesai berhenti; tunggu sebentar, lalu mulai lagi.";
        if (Says(printed, "Read-only file system"))
            return $"Penyimpanan untuk {folder} hanya dapat dibaca; perbaiki, lalu mulai lagi.";
        if (Says(printed, "ermission denied", "has invalid permissions", "has wrong ownership", "Operation not permitted"))
            return $"Hak akses di {folder} tidak sesuai: folder dan isinya harus milik akun yang menjalankan basis data, dengan mode 0700.";
        if (Says(printed, "Cannot allocate memory", "could not create shared memory", "could not map anonymous shared memory"))
            return "Memori mesin tidak cukup untuk menjalankan basis data; hentikan program lain, lalu mulai lagi.";
        if (Says(printed, "could not locate a valid checkpoint record", "PANIC:", "invalid checkpoint record", "invalid data in file"))
            return $"Basis data di {folder} rusak dan tidak dapat dibuka; pulihkan dari cadangan menurut docs/operations/backup.md.";
        return $"Basis data di {folder} tidak dapat dimulai; catatan teknisnya ada di folder itu (start.log dan log/).";
    }

    private static bool Says(string printed, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (printed.Contains(phrase, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
