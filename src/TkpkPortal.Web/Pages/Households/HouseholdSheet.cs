using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;

namespace TkpkPortal.Web.Pages.Households;

/// <summary>The workbook of a list of families. Every row says who took it and when, so that a copy that wanders can be traced.</summary>
internal static class HouseholdSheet
{
    public static byte[] Write(IReadOnlyList<HouseholdExportRow> rows, string takenBy, KabupatenClock clock)
    {
        var takenAt = Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName);
        return SpreadsheetFile.Write<HouseholdExportRow>(
            "Keluarga",
            [
                ("id", r => r.Id), ("kode_kecamatan", r => r.DistrictCode), ("kecamatan", r => r.District), ("kode_desa", r => r.VillageCode), ("desa", r => r.Village),
                ("kepala_keluarga", r => r.HeadName), ("ada_nik", r => r.HasNik ? "ya" : "belum"), ("umur_kepala", r => r.HeadAge), ("alamat", r => r.Address), ("dusun", r => r.Hamlet),
                ("rt", r => r.Rt), ("rw", r => r.Rw), ("desil", r => r.Decile), ("sumber_desil", r => r.DecileSource), ("rilis_desil", r => r.DecileReleasedOn),
                ("anggota", r => r.Members), ("program_berjalan", r => r.Programs), ("kondisi", r => string.Join("; ", HouseholdConditionNames.In(r.Conditions))), ("diunduh_oleh", _ => takenBy), ("diunduh_pada", _ => takenAt),
            ],
            rows);
    }
}
