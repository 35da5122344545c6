using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Cycles;
using TkpkPortal.Core.Proposals.Review;

namespace TkpkPortal.Web.Pages.Proposals;

/// <summary>Workbooks of the work list and the board. A row with names says who took it and when, so that a copy that wanders can be traced.</summary>
internal static class ProposalSheets
{
    public static byte[] Work(WorkList work, string takenBy, KabupatenClock clock)
    {
        var areas = work.Areas;
        return SpreadsheetFile.Write<WorkRow>(
            "Tugas usulan",
            [
                ("id", r => r.Id), ("nomor", r => r.Number), ("keluarga", r => r.HeadName), ("dusun", r => r.Hamlet), ("kecamatan", r => areas.DistrictOf(r.VillageId)?.Name),
                ("kode_desa", r => areas.CodeOf(r.VillageId)), ("desa", r => areas.NameOf(r.VillageId)), ("jenis", r => ProposalNames.Of(r.Kind)), ("tahap", r => ProposalNames.Of(r.Stage)),
                ("sejak", r => DateOnly.FromDateTime(clock.Local(r.StageSince))), ("hari", r => r.Days), ("periode", r => Indonesian.MonthYear(r.CycleMonth)), ("batas", r => r.Due),
                ("batas_data_sendiri", r => r.OwnDataDueAt is { } due ? Indonesian.LongDateTime(clock.Local(due), clock.ZoneName) : null), ("lewat_batas", r => r.IsOverdue ? "ya" : "tidak"),
                ("bukti_kurang", r => r.Evidence is { } e ? string.Join(", ", e.Missing) : null), ("alasan_terakhir", r => r.Reason), ("diunduh_oleh", _ => takenBy),
                ("diunduh_pada", _ => Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName)),
            ],
            work.List.Items);
    }

    public static byte[] Board(HouseholdAreas areas, IReadOnlyList<BoardRow> rows, DateOnly? month) => SpreadsheetFile.Write<BoardRow>(
        "Papan usulan",
        [
            ("periode", _ => month is { } m ? Indonesian.MonthYear(m) : "semua"), ("kode_kecamatan", r => areas.DistrictOf(r.Area!.Id)?.Code), ("kecamatan", r => areas.DistrictOf(r.Area!.Id)?.Name),
            ("kode_desa", r => r.Area!.Code), ("desa", r => r.Area!.Name),
            .. Enum.GetValues<ProposalStage>().SelectMany(s => new (string, Func<BoardRow, object?>)[]
            {
                (ProposalNames.Of(s), r => r.Of(s)), ($"{ProposalNames.Of(s)}, rata-rata hari", r => r.Stages.FirstOrDefault(c => c.Stage == s)?.MeanDays),
            }),
            ("terdaftar", r => r.Way.Registered), ("pernah_diajukan", r => r.Way.Submitted), ("pernah_dimusyawarahkan", r => r.Way.Deliberated), ("pernah_diverifikasi_kecamatan", r => r.Way.DistrictVerified),
            ("pernah_diverifikasi_dinsos", r => r.Way.SocialVerified), ("pernah_disahkan", r => r.Way.Approved), ("pernah_dikirim", r => r.Way.Sent), ("dijawab_pusat", r => r.Way.Answered),
            ("permintaan_data_sendiri", r => r.Way.OwnData), ("permintaan_data_sendiri_selesai", r => r.Way.OwnDataClosed),
        ],
        rows);
}
