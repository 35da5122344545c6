using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Meetings;

namespace TkpkPortal.Web.Pages.Meetings;

public sealed class DecisionInput
{
    [Display(Name = "Bunyi keputusan")]
    [Required(ErrorMessage = "Bunyi keputusan wajib diisi.")]
    [StringLength(2000, ErrorMessage = "Bunyi keputusan paling panjang 2.000 huruf.")]
    public string Text { get; set; } = "";

    [Display(Name = "Mata acara")]
    public Guid? AgendaItemId { get; set; }

    public string Wording => WordingMark.Tidy(Text) ?? "";

    public static IEnumerable<SelectListItem> Items(MeetingView meeting) =>
        [new("Tidak menurut satu mata acara", ""), .. meeting.Agenda.Select(a => new SelectListItem($"{a.Order}. {a.Title}", a.Id.ToString()))];
}
