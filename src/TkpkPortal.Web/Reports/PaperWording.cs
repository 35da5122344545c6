using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Reports;

/// <summary>
/// The fixed sentences of the papers as they are shipped. Each is a setting an office may change;
/// words in braces are filled in by <see cref="Fill"/>: {kabupaten} and {tahun}.
/// </summary>
public static class PaperWording
{
    public const string InvitationOpening =
        "Dalam rangka percepatan penanggulangan kemiskinan dan penghapusan kemiskinan ekstrem di {kabupaten}, " +
        "dengan hormat kami mengharap kehadiran Saudara pada:";

    public const string InvitationClosing =
        "Mengingat pentingnya acara dimaksud, diharapkan hadir tepat waktu dan tidak diwakilkan. " +
        "Atas perhatian dan kehadiran Saudara, kami ucapkan terima kasih.";

    public const string ParticipantsNote = "daftar hadir terlampir";

    public const string MinutesClosing = "Demikian notulen ini dibuat untuk dilaksanakan dan dipergunakan sebagaimana mestinya.";

    public const string SampleNotice = "DATA CONTOH. Semua nama, wilayah, dan angka pada dokumen ini rekaan.";

    public const string DraftNotice = "KONSEP. Notulen ini belum disahkan.";

    public const string SurveyNotice = "Angka survei; tidak dijumlahkan dengan basis data keluarga.";

    public const string ElectronicSignatureFooter =
        "Dokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan oleh " +
        "Balai Sertifikasi Elektronik (BSrE), Badan Siber dan Sandi Negara.";

    /// <summary>Replaces {kabupaten} and {tahun}; other braces stay as they are.</summary>
    public static string Fill(string sentence, string regency, int year)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return sentence
            .Replace("{kabupaten}", regency, StringComparison.Ordinal)
            .Replace("{tahun}", year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>"pukul 09.00 WIB sampai dengan 11.45 WIB", or "... sampai dengan selesai" when no end is known.</summary>
    internal static string TimeRange(TimeOnly start, TimeOnly? end, string zone) =>
        $"{Indonesian.Time(start, zone)} sampai dengan {(end is { } known ? $"{Indonesian.Clock(known)} {zone}" : "selesai")}";

    internal static string Capitalize(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];

    /// <summary>Typed text may hold line breaks; each becomes a paragraph.</summary>
    internal static string[] Paragraphs(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
