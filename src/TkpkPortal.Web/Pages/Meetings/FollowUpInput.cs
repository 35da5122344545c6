using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Pages.Meetings;

public sealed class FollowUpInput
{
    [Display(Name = "Uraian")]
    [Required(ErrorMessage = "Uraian tindak lanjut wajib diisi.")]
    [StringLength(2000, ErrorMessage = "Uraian paling panjang 2.000 huruf.")]
    public string Text { get; set; } = "";

    [Display(Name = "OPD penanggung jawab")]
    [Required(ErrorMessage = "Pilih OPD penanggung jawab.")]
    public Guid? AgencyId { get; set; }

    [Display(Name = "Tenggat")]
    public DateOnly? DueOn { get; set; }

    [Display(Name = "Keluaran")]
    [Required(ErrorMessage = "Keluaran wajib diisi, misalnya daftar hasil cek lapangan.")]
    [StringLength(500, ErrorMessage = "Keluaran paling panjang 500 huruf.")]
    public string Output { get; set; } = "";

    [Display(Name = "Dasar keputusan")]
    public Guid? DecisionId { get; set; }

    public FollowUpDetails ToDetails() => new(WordingMark.Tidy(Text) ?? "", AgencyId!.Value, DueOn, Output.Trim(), DecisionId);
}

/// <summary>What the form of a follow-up chooses from.</summary>
public sealed record FollowUpChoices(IEnumerable<SelectListItem> Agencies, IEnumerable<SelectListItem> Decisions)
{
    public static FollowUpChoices Of(InvitationView agencies, MeetingView meeting, FollowUpRow? row = null) => new(
        [
            new("Pilih OPD", ""),
            .. agencies.Agencies.Select(a => new SelectListItem(a.Name, a.Id.ToString())),
            .. row is null || agencies.Agencies.Any(a => a.Id == row.AgencyId) ? Array.Empty<SelectListItem>() : [new(row.AgencyName, row.AgencyId.ToString())],
        ],
        [new("Tanpa keputusan", ""), .. meeting.Decisions.Select(d => new SelectListItem($"{d.Label}. {Short(d.Text)}", d.Id.ToString()))]);

    private static string Short(string text) => text.Length <= 80 ? text : text[..80].TrimEnd() + "…";
}
