using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class AgendaModel(MeetingQuery query, SetAgenda setAgenda) : PageModel, IPreparesPage
{
    private const int BlankRows = 4;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<AgendaRow> Rows { get; set; } = [];

    /// <summary>Of the agenda as it was opened.</summary>
    [BindProperty]
    public string SeenMark { get; set; } = "";

    public MeetingView Meeting { get; private set; } = null!;

    /// <summary>Another saved the agenda after this form was opened.</summary>
    public bool IsOvertaken { get; private set; }

    public async Task PrepareAsync(CancellationToken ct)
    {
        Meeting = await query.RunAsync(Id, ct);
        IsOvertaken = SeenMark.Length > 0 && SeenMark != Meeting.AgendaMark;
        if (IsOvertaken) Rows.AddRange(Meeting.Agenda.Where(a => Rows.TrueForAll(r => r.Id != a.Id)).Select(AgendaRow.Of));
        SeenMark = Meeting.AgendaMark;
        ModelState.Remove(nameof(SeenMark));
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Rows = [.. Meeting.Agenda.Select(AgendaRow.Of)];
        for (var i = 1; i <= BlankRows; i++) Rows.Add(new() { Order = Meeting.Agenda.Count + i });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var lines = Rows.Where(r => !string.IsNullOrWhiteSpace(r.Title) || !string.IsNullOrWhiteSpace(r.Speaker)).OrderBy(r => r.Order ?? int.MaxValue)
            .Select(r => new AgendaLine(r.Id, r.Title?.Trim() ?? "", WordingMark.Tidy(r.Speaker)));
        await setAgenda.RunAsync(Id, [.. lines], SeenMark, ct);
        this.Tell("Mata acara tersimpan.");
        return RedirectToPage("Details", new { Id });
    }
}

public sealed class AgendaRow
{
    public Guid? Id { get; set; }

    [Display(Name = "Urutan")]
    public int? Order { get; set; }

    public string? Title { get; set; }

    public string? Speaker { get; set; }

    public static AgendaRow Of(AgendaItemView item) => new() { Id = item.Id, Order = item.Order, Title = item.Title, Speaker = item.Speaker };
}
