using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;

namespace TkpkPortal.Web.Pages.Proposals.Centre;

/// <summary>What the pages of dispatches and answers say in words, and their workbooks.</summary>
public static class CentreWords
{
    public static string Of(AnswerDifference difference) => difference switch
    {
        AnswerDifference.Rejected => "Ditolak pusat",
        AnswerDifference.Postponed => "Tertunda di pusat",
        AnswerDifference.BeyondTarget => "Diterima, desil di atas sasaran",
        _ => throw new ArgumentOutOfRangeException(nameof(difference)),
    };

    public static string Slug(AnswerDifference difference) => difference switch
    {
        AnswerDifference.Rejected => "ditolak",
        AnswerDifference.Postponed => "tertunda",
        AnswerDifference.BeyondTarget => "desil",
        _ => throw new ArgumentOutOfRangeException(nameof(difference)),
    };

    public static AnswerDifference? Difference(string? slug) => Enum.GetValues<AnswerDifference>().Select(d => (AnswerDifference?)d).FirstOrDefault(d => Slug(d!.Value) == slug);

    public static string Answer(CentreRow row) => row.Answer is { } answer ? $"{ProposalNames.Of(answer)}{(row.Decile is { } decile ? $", desil {Indonesian.Number(decile)}" : "")}" : "Belum ada";

    /// <summary>Places as they hang together, for the filter of a desa.</summary>
    public static IEnumerable<SelectListItem> Villages(HouseholdAreas areas, string? chosen)
    {
        var groups = areas.Districts.ToDictionary(d => d.Id, d => new SelectListGroup { Name = d.Name });
        return areas.Villages.Select(v => new SelectListItem(v.Name, v.Code, v.Code == chosen) { Group = v.ParentId is { } parent ? groups.GetValueOrDefault(parent) : null }).Prepend(new("Semua", ""));
    }

    /// <summary>Every row says who took it and when, so that a copy that wanders can be traced.</summary>
    public static byte[] Sheet(string name, IEnumerable<CentreRow> rows, string takenBy, KabupatenClock clock)
    {
        var at = Indonesian.LongDateTime(clock.Local(clock.Now), clock.ZoneName);
        return SpreadsheetFile.Write<CentreRow>(
            name,
            [
                ("nomor_usulan", r => r.Number), ("jenis_usulan", r => ProposalNames.Of(r.Kind)), ("kepala_keluarga", r => r.HeadName), ("dusun_rt_rw", r => r.Hamlet), ("kode_desa", r => r.VillageCode),
                ("desa", r => r.Village), ("kecamatan", r => r.District), ("tahap", r => ProposalNames.Of(r.Stage)), ("sejak", r => DateOnly.FromDateTime(clock.Local(r.Since))),
                ("hasil_pusat", r => r.Answer is { } answer ? ProposalNames.Of(answer) : null), ("desil_pusat", r => r.Decile), ("tanggal_hasil", r => r.AnsweredOn), ("alasan", r => r.Reason),
                ("diunduh_oleh", _ => takenBy), ("diunduh_pada", _ => at),
            ],
            rows);
    }
}
