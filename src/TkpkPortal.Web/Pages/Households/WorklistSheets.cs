using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Web.Pages.Households;

/// <summary>The workbooks of the worklists. Every row says who took it and when, so that a copy that wanders can be traced.</summary>
internal static class WorklistSheets
{
    public static byte[] Unmatched(IReadOnlyList<UnmatchedRow> rows, HouseholdAreas areas, string takenBy, KabupatenClock clock) => SpreadsheetFile.Write<UnmatchedRow>(
        "Belum padan",
        [
            ("id_keluarga", r => r.HouseholdId), ("id_anggota", r => r.MemberId), ("kecamatan", r => areas.DistrictOf(r.VillageId)?.Name), ("kode_desa", r => areas.CodeOf(r.VillageId)),
            ("desa", r => areas.NameOf(r.VillageId)), ("belum_ada", r => r.MemberId is null ? "nomor KK" : "NIK"), ("nama", r => r.Name),
            ("hubungan", r => r.Relation is { } relation ? HouseholdNames.Of(relation) : null), ("umur", r => r.Age), ("kepala_keluarga", r => r.HeadName), ("alamat", r => r.Address),
            ("dusun", r => r.Hamlet), ("rt", r => r.Rt), ("rw", r => r.Rw), ("diunduh_oleh", _ => takenBy), ("diunduh_pada", _ => Now(clock)),
        ],
        rows);

    public static byte[] Left(IReadOnlyList<LeftHouseholdRow> rows, HouseholdAreas areas, string takenBy, KabupatenClock clock) => SpreadsheetFile.Write<LeftHouseholdRow>(
        "Keluarga keluar",
        [
            ("id", r => r.Id), ("kecamatan", r => areas.DistrictOf(r.VillageId)?.Name), ("kode_desa", r => areas.CodeOf(r.VillageId)), ("desa", r => areas.NameOf(r.VillageId)),
            ("kepala_keluarga", r => r.HeadName), ("alasan", r => HouseholdNames.Of(r.Reason)), ("keluar_pada", r => r.LeftOn), ("diunduh_oleh", _ => takenBy), ("diunduh_pada", _ => Now(clock)),
        ],
        rows);

    private static string Now(KabupatenClock clock) => Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName);
}
