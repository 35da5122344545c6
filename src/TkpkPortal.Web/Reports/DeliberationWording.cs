using System.Globalization;
using TkpkPortal.Core.Common;

namespace TkpkPortal.Web.Reports;

/// <summary>The fixed sentences of the papers of a musyawarah, as they are shipped.</summary>
public static class DeliberationWording
{
    public const string MinutesDraft = "KONSEP. Hasil, acara, atau nomor berita acara belum lengkap.";

    public const string PublicDraft = "KONSEP. Belum ditutup, jadi belum boleh ditempel.";

    public const string MinutesClosing = "Demikian berita acara ini dibuat dengan sebenarnya, ditandatangani oleh pimpinan, notulis, dan wakil masyarakat, untuk dipergunakan sebagaimana mestinya.";

    public const string StatementClosing =
        "Demikian surat pernyataan ini dibuat dengan sebenar-benarnya, tanpa paksaan dari pihak mana pun, untuk dipergunakan sebagaimana mestinya.";

    public const string PublicResult =
        "Hasil ini belum berarti menerima bantuan. Usulan yang layak masih diperiksa camat, Dinas Sosial, dan pemerintah pusat.";

    /// <summary>UU 10/2020: one rate for every document.</summary>
    public const string Stamp = "Meterai Rp10.000";

    public const string Dots = "……………………………………";

    /// <summary>The law a musyawarah about family data stands on; a kelurahan has no UU Desa.</summary>
    public static IReadOnlyList<string> Basis(bool isDesa) =>
    [
        "Undang-Undang Nomor 13 Tahun 2011 tentang Penanganan Fakir Miskin;",
        .. isDesa ? ["Undang-Undang Nomor 6 Tahun 2014 tentang Desa beserta perubahannya;"] : Array.Empty<string>(),
        "Instruksi Presiden Nomor 4 Tahun 2025 tentang Data Tunggal Sosial dan Ekonomi Nasional.",
    ];

    /// <summary>"Pada hari ini, Kamis, tanggal dua belas bulan November tahun dua ribu dua puluh enam (12/11/2026)".</summary>
    public static string OnThisDay(DateOnly date) =>
        $"Pada hari ini, {Indonesian.DayDate(date).Split(',')[0]}, tanggal {Indonesian.Spell(date.Day)} bulan {Indonesian.Month(date.Month)} tahun {Indonesian.Spell(date.Year)} ({date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture)})";

    public static string Opening(DeliberationPaper p) =>
        $"{OnThisDay(p.Date)}{(p.Start is { } start ? $", {Indonesian.Time(start, p.Zone)}" : "")}, bertempat di {p.Venue}, {p.Village}, {p.Above}, telah dilaksanakan {p.Kind.ToLower(Indonesian.Culture)} " +
        $"tentang usulan pemutakhiran data keluarga periode {p.Period}, dipimpin oleh {p.ChairName} ({p.ChairTitle}).";

    public static string Participants(DeliberationPaper p)
    {
        if (p.Guests.Count == 0) return "Peserta tercatat pada daftar hadir terlampir.";
        var women = p.Guests.Count(g => g.IsFemale);
        var groups = p.Guests.GroupBy(g => g.Position, StringComparer.OrdinalIgnoreCase).Select(g => $"{g.Key} {Indonesian.Count(g.Count(), "orang")}");
        return $"Musyawarah dihadiri {Indonesian.CountSpelled(p.Guests.Count, "orang")}, yaitu {Indonesian.CountSpelled(p.Guests.Count - women, "laki-laki")} dan {Indonesian.CountSpelled(women, "perempuan")}, " +
            $"dari unsur {string.Join(", ", groups)}. Daftar hadir terlampir.";
    }

    public static IReadOnlyList<string> Statements(DeliberationPaper p) =>
    [
        $"usulan pemutakhiran data keluarga dalam daftar di bawah ini, sebanyak {Indonesian.CountSpelled(p.Rows.Count, "usulan")}, telah kami periksa menurut keadaan yang sebenarnya;",
        "keluarga yang diusulkan memang bertempat tinggal di wilayah kami, dan data serta bukti pendukungnya benar;",
        $"pernyataan ini dibuat sebagai pengganti berita acara musyawarah periode {p.Period};",
        "apabila di kemudian hari pernyataan ini ternyata tidak benar, kami bertanggung jawab sepenuhnya sesuai dengan ketentuan peraturan perundang-undangan.",
    ];
}
