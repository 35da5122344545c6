using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Meetings;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Meetings;

[Permit(Permission.OrganizeMeetings)]
public sealed class MinutesModel(MeetingQuery query, WriteDiscussion writeDiscussion) : PageModel, IPreparesPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public List<DiscussionInput> Texts { get; set; } = [];

    [BindProperty]
    [Display(Name = "Kesimpulan")]
    public string? Conclusion { get; set; }

    [BindProperty]
    public string ConclusionSeen { get; set; } = "";

    public MeetingView Meeting { get; private set; } = null!;

    /// <summary>Items another wrote on after this form was opened.</summary>
    public HashSet<Guid> Overtaken { get; } = [];

    public bool ConclusionOvertaken { get; private set; }

    public async Task PrepareAsync(CancellationToken ct)
    {
        Meeting = await query.RunAsync(Id, ct);
        for (var i = 0; i < Texts.Count; i++)
        {
            var stored = WordingMark.Of([Meeting.Agenda.FirstOrDefault(a => a.Id == Texts[i].ItemId)?.Discussion]);
            if (stored == Texts[i].SeenMark) continue;
            Overtaken.Add(Texts[i].ItemId);
            Texts[i].SeenMark = stored;
            ModelState.Remove($"{nameof(Texts)}[{i}].{nameof(DiscussionInput.SeenMark)}");
        }

        var concluded = WordingMark.Of([Meeting.Conclusion]);
        ConclusionOvertaken = ConclusionSeen.Length > 0 && ConclusionSeen != concluded;
        ConclusionSeen = concluded;
        ModelState.Remove(nameof(ConclusionSeen));
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Conclusion = Meeting.Conclusion;
        Texts = [.. Meeting.Agenda.Select(a => new DiscussionInput { ItemId = a.Id, Text = a.Discussion, SeenMark = WordingMark.Of([a.Discussion]) })];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var texts = Texts.Select(t => new DiscussionText(t.ItemId, WordingMark.Tidy(t.Text), t.SeenMark));
        await writeDiscussion.RunAsync(Id, [.. texts], new(WordingMark.Tidy(Conclusion), ConclusionSeen), ct);
        var filled = texts.Count(t => t.Text is not null);
        this.Tell($"Notulen tersimpan, {Indonesian.Number(filled)} dari {Indonesian.Count(Texts.Count, "mata acara terisi")}. Catat keputusan dan tindak lanjutnya di bawah.");
        return RedirectToPage("Details", new { Id });
    }
}

public sealed class DiscussionInput
{
    public Guid ItemId { get; set; }

    public string? Text { get; set; }

    public string SeenMark { get; set; } = "";
}
