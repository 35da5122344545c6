using System.Text.Json;

namespace TkpkPortal.Core.Meetings;

/// <summary>The figures of one update cycle that a rapat teknis MPM has before it, as they stood when they were frozen.</summary>
/// <param name="CycleMonth">First day of the month.</param>
/// <param name="AsOf">The day of the figures.</param>
public sealed record MpmMaterial(DateOnly CycleMonth, DateOnly AsOf, IReadOnlyList<MpmMaterialRow> Districts)
{
    public MpmMaterialRow Total => Districts.Aggregate(new MpmMaterialRow("Jumlah", 0, 0, 0, 0, 0, 0, 0, 0), (sum, row) => sum.Plus(row));

    internal string ToJson() => JsonSerializer.Serialize(new { CycleMonth, AsOf, Districts });

    internal static MpmMaterial FromJson(string json) => JsonSerializer.Deserialize<MpmMaterial>(json)!;
}

/// <summary>One kecamatan. Each figure counts the proposals that came at least so far, so a later one is never larger.</summary>
/// <param name="Registered">Terdaftar: handed in by the desa.</param>
/// <param name="Deliberated">Dimusyawarahkan and found worthy.</param>
/// <param name="DistrictVerified">Diverifikasi kecamatan.</param>
/// <param name="SocialVerified">Diverifikasi Dinas Sosial.</param>
/// <param name="Approved">Disahkan.</param>
/// <param name="Sent">Dikirim ke SIKS-NG.</param>
/// <param name="Answered">Has the centre's answer, whichever it is.</param>
/// <param name="Rejected">Ended by a rejection at any stage.</param>
public sealed record MpmMaterialRow(string District, int Registered, int Deliberated, int DistrictVerified, int SocialVerified, int Approved, int Sent, int Answered, int Rejected)
{
    internal MpmMaterialRow Plus(MpmMaterialRow other) => new(
        District, Registered + other.Registered, Deliberated + other.Deliberated, DistrictVerified + other.DistrictVerified, SocialVerified + other.SocialVerified,
        Approved + other.Approved, Sent + other.Sent, Answered + other.Answered, Rejected + other.Rejected);
}
