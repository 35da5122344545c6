using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Web.Pages.Proposals.Deliberations;

/// <summary>The workbooks of a musyawarah. Every row says who took it and when, so that a copy that wanders can be traced.</summary>
internal static class DeliberationSheets
{
    public static byte[] List(DeliberationListing listing, string takenBy, KabupatenClock clock) => SpreadsheetFile.Write<DeliberationRow>(
        "Musyawarah",
        [
            ("id", r => r.Id), ("kecamatan", r => listing.Areas.DistrictOf(r.VillageId)?.Name), ("kode_desa", r => listing.Areas.CodeOf(r.VillageId)), ("desa", r => listing.Areas.NameOf(r.VillageId)),
            ("bentuk", r => ProposalNames.Of(r.Form)), ("tanggal", r => r.HeldOn), ("tempat", r => r.Place), ("nomor_berita_acara", r => r.MinutesNumber), ("usulan", r => r.Items), ("layak", r => r.Worthy),
            ("tidak_layak", r => r.NotWorthy), ("ditunda", r => r.Postponed), ("hadir", r => r.Attendees), ("keadaan", r => r.ClosedAt is null ? "belum ditutup" : "ditutup"),
            ("diunduh_oleh", _ => takenBy), ("diunduh_pada", _ => Now(clock)),
        ],
        listing.List.Items);

    public static byte[] Attendance(DeliberationView deliberation, string takenBy, KabupatenClock clock) => SpreadsheetFile.Write<(int Number, DeliberationGuest Guest)>(
        "Daftar hadir",
        [
            ("nomor", r => r.Number), ("nama", r => r.Guest.Name), ("unsur", r => r.Guest.Position), ("l_p", r => r.Guest.IsFemale ? "P" : "L"), ("desa", _ => deliberation.Village),
            ("kecamatan", _ => deliberation.District), ("tanggal", _ => deliberation.Details.HeldOn), ("diunduh_oleh", _ => takenBy), ("diunduh_pada", _ => Now(clock)),
        ],
        deliberation.Guests.Select((g, i) => (i + 1, g)));

    private static string Now(KabupatenClock clock) => Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName);
}
