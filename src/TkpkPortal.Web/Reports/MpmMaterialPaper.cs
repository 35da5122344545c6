using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Reports;

/// <summary>Bahan rapat teknis MPM: how far the proposals of a cycle have come, by kecamatan, as frozen.</summary>
public sealed record MpmMaterialPaper
{
    public required Letterhead Letterhead { get; init; }

    public required string MeetingName { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly Start { get; init; }

    public TimeOnly? End { get; init; }

    public required string Zone { get; init; }

    public required string Venue { get; init; }

    public required string Chair { get; init; }

    public required IReadOnlyList<string> Summary { get; init; }

    public required PaperTable Figures { get; init; }

    public required Signatures Signatures { get; init; }

    public bool IsSample { get; init; }

    public static IReadOnlyList<string> SummaryOf(MpmMaterial material)
    {
        var t = material.Total;
        var waiting = material.Districts.Where(d => d.Registered > d.DistrictVerified + d.Rejected).OrderByDescending(d => d.Registered - d.DistrictVerified - d.Rejected).FirstOrDefault();
        List<string> sentences =
        [
            $"Pada periode {Indonesian.MonthYear(material.CycleMonth)} terdaftar {Indonesian.Count(t.Registered, "usulan")} dari {Indonesian.Count(material.Districts.Count, "kecamatan")}. "
            + $"Dari jumlah itu {Of(t.Deliberated)} dinyatakan layak oleh musyawarah, {Of(t.DistrictVerified)} diverifikasi kecamatan, {Of(t.SocialVerified)} diverifikasi Dinas Sosial, dan {Of(t.Approved)} disahkan.",
            $"{Of(t.Sent)} sudah dikirim ke SIKS-NG dan {Of(t.Answered)} sudah ada hasil pusatnya. {Of(t.Rejected)} berakhir ditolak.",
        ];
        if (waiting is not null)
            sentences.Add($"Yang paling banyak belum lewat verifikasi kecamatan: {waiting.District}, {Indonesian.Count(waiting.Registered - waiting.DistrictVerified - waiting.Rejected, "usulan")}.");
        return sentences;

        string Of(int count) => t.Registered == 0 ? Indonesian.Count(count, "usulan") : $"{Indonesian.Count(count, "usulan")} ({Indonesian.Percent(100m * count / t.Registered, 1)})";
    }

    public static PaperTable TableOf(MpmMaterial material, DateTime frozenAt) => new()
    {
        Caption = $"Usulan periode {Indonesian.MonthYear(material.CycleMonth)} menurut kecamatan dan tahap yang sudah dicapai",
        Columns = [new("Kecamatan", IsRowHead: true), .. Heads.Select(h => new PaperColumn(h, true))],
        Rows = [.. material.Districts.Select(CellsOf)],
        Total = CellsOf(material.Total),
        Source = $"Sumber: register usulan TKPK, dibekukan {Indonesian.LongDate(DateOnly.FromDateTime(frozenAt))} pukul {frozenAt.ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture)}. "
            + "Setiap kolom menghitung usulan yang sekurangnya sampai tahap itu; permintaan atas data sendiri tidak dihitung.",
        IsTight = true,
    };

    public static IReadOnlyList<string> Heads { get; } = ["Terdaftar", "Musyawarah", "Kecamatan", "Dinas Sosial", "Disahkan", "Dikirim", "Ada hasil", "Ditolak"];

    public static IReadOnlyList<int> FiguresOf(MpmMaterialRow r) => [r.Registered, r.Deliberated, r.DistrictVerified, r.SocialVerified, r.Approved, r.Sent, r.Answered, r.Rejected];

    private static IReadOnlyList<string> CellsOf(MpmMaterialRow r) => [r.District, .. FiguresOf(r).Select(n => Indonesian.Number(n))];
}
