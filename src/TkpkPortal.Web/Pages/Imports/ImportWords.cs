using TkpkPortal.Core.Common;
using TkpkPortal.Core.Imports;

namespace TkpkPortal.Web.Pages.Imports;

/// <summary>What the pages of imports say in words.</summary>
public static class ImportWords
{
    /// <summary>A cell's content longer than a number may break anywhere, so that it fits a narrow screen.</summary>
    public const int LongestWord = 20;

    public static string Tag(ImportState state) => state switch
    {
        ImportState.Committed => "tag tag--done",
        ImportState.Failed => "tag tag--late",
        ImportState.AwaitingColumns or ImportState.AwaitingAnswer or ImportState.Preview => "tag tag--stuck",
        ImportState.Uploaded or ImportState.Read or ImportState.Committing or ImportState.Undoing => "tag tag--run",
        ImportState.Undone or ImportState.Refused => "tag",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Why a step's page offers no button.</summary>
    public static string NotNow(ImportState state) => string.Format(Indonesian.Culture, ImportRules.WrongState.Sentence, ImportNames.Of(state));

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpper(words[0], Indonesian.Culture) + words[1..];

    public static string Kind(ImportChangeKind kind) => kind switch
    {
        ImportChangeKind.Household => "Isi keluarga",
        ImportChangeKind.Decile => "Desil",
        ImportChangeKind.Enrollment => "Penerima program",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>"Pratinjau impor P3KE keluarga": what the page is about in this state.</summary>
    public static string Title(ImportView view) => view.State switch
    {
        ImportState.AwaitingColumns => "Kolom impor perlu dicocokkan",
        ImportState.AwaitingAnswer => "Lebih dari separuh baris galat",
        ImportState.Preview => $"Pratinjau impor {Format(view.Batch.Format)}",
        ImportState.Failed => "Impor terhenti",
        _ => $"Impor {Format(view.Batch.Format)} {ImportNames.Of(view.State)}",
    };

    /// <summary>As it stands inside a sentence.</summary>
    public static string Format(ImportFormat format) => format is ImportFormat.P3keFamilies or ImportFormat.P3keMembers ? ImportNames.Of(format) : ImportNames.Of(format).ToLower(Indonesian.Culture);

    public static string Help(ImportFormat format) => format switch
    {
        ImportFormat.P3keFamilies => "satu baris satu keluarga, berkas dari pusat",
        ImportFormat.P3keMembers => "satu baris satu orang, digabung menurut id_keluarga_p3ke",
        ImportFormat.Deciles => "NIK atau nomor KK dengan desilnya, dari satu rilis",
        ImportFormat.Recipients => "NIK, nomor KK, atau nama penerima satu program",
        ImportFormat.Template => "templat portal ini yang sudah diisi",
        ImportFormat.CentreAnswers => "nomor usulan dengan hasil pusat: diterima, ditolak, atau tertunda",
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    /// <summary>What the worker does with rows just now.</summary>
    public static string Verb(ImportState state) => state switch
    {
        ImportState.Uploaded => "dibaca",
        ImportState.Read => "diperiksa",
        ImportState.Committing => "disimpan",
        ImportState.Undoing => "dikembalikan",
        _ => "dikerjakan",
    };

    public static string Left(TimeSpan? left) => left switch
    {
        null => "Lama waktunya belum dapat diperkirakan.",
        { TotalSeconds: < 60 } => "Kurang dari 1 menit lagi.",
        { TotalHours: < 1 } under => $"Kira-kira {Indonesian.Number(Math.Ceiling((decimal)under.TotalMinutes))} menit lagi.",
        { } long_ => $"Kira-kira {Indonesian.NumberTrimmed((decimal)long_.TotalHours, 1)} jam lagi.",
    };

    /// <summary>The sentence under the title, without the file's name.</summary>
    public static string Lead(ImportView view) => view.State switch
    {
        ImportState.Uploaded or ImportState.Read or ImportState.AwaitingColumns or ImportState.AwaitingAnswer or ImportState.Preview => "Belum ada data yang berubah.",
        ImportState.Committing => "Data sedang disimpan sebagian demi sebagian.",
        ImportState.Committed when view.IsOfProposals => "Hasil pusat sudah dicatat pada usulannya; data keluarga berubah sesudah usulannya diterapkan.",
        ImportState.Committed => "Baris yang benar sudah ada di basis data keluarga.",
        ImportState.Undone when view.IsOfProposals => "Hasil pusat sudah ditarik kembali.",
        ImportState.Undoing => "Isi lama sedang dikembalikan.",
        ImportState.Undone => "Isi lama sudah dikembalikan.",
        ImportState.Refused => "Tidak ada data yang berubah.",
        ImportState.Failed => view.Batch.CommittedChunks ? "Sebagian data sudah berubah." : "Belum ada data yang berubah.",
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    /// <summary>Which of the four steps a state stands in, from 1; 5 is past them all.</summary>
    public static int Step(ImportBatch batch) => batch.State switch
    {
        ImportState.Uploaded or ImportState.AwaitingColumns or ImportState.Read or ImportState.AwaitingAnswer => 2,
        ImportState.Preview => 3,
        ImportState.Committing => 4,
        ImportState.Failed => batch.FailedIn is ImportState.Committing or ImportState.Undoing ? 4 : 2,
        _ => 5,
    };
}
