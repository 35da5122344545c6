using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Proposals.Centre;

/// <summary>What is approved and waits to be sent, by desa; ticked ones or all of the filter go as one dispatch.</summary>
[Permit(Permission.SendProposals)]
public sealed class SendModel(SendableQuery query, SendProposals send, Actor actor, KabupatenClock clock) : PageModel, IPreparesPage
{
    [BindProperty(SupportsGet = true, Name = "kecamatan")]
    public string? District { get; set; }

    [BindProperty(SupportsGet = true, Name = "desa")]
    public string? Village { get; set; }

    [BindProperty(SupportsGet = true, Name = "sesudah")]
    public Guid? After { get; set; }

    [BindProperty(SupportsGet = true, Name = "sebelum")]
    public Guid? Before { get; set; }

    [BindProperty]
    public Guid[] Ticked { get; set; } = [];

    /// <summary>The button of all that the filter holds.</summary>
    [BindProperty]
    public bool All { get; set; }

    [BindProperty]
    [Display(Name = "Catatan pengiriman")]
    [StringLength(500, ErrorMessage = "Catatan paling panjang 500 huruf.")]
    public string? Note { get; set; }

    public CentreListing Listing { get; private set; } = null!;

    /// <summary>After a step in which some were refused.</summary>
    public SentProposals? Sent { get; private set; }

    private CentreFilter Filter => new(Blank.ToNull(District), Blank.ToNull(Village));

    public async Task PrepareAsync(CancellationToken ct) => Listing = await query.RunAsync(Filter, new(After, Before), ct);

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct) =>
        File(CentreWords.Sheet("Siap dikirim", await query.AllAsync(Filter, ct), actor.Name, clock), SpreadsheetFile.ContentType, "usulan-siap-dikirim.xlsx");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var sent = await send.RunAsync(new(All ? null : Ticked, Filter), Note, ct);
        if (sent.DispatchId is { } dispatch && !sent.Refused.Any())
        {
            this.Tell($"{Indonesian.Count(sent.Sent, "usulan")} dikirim. Unduh lembar SIKS-NG, lalu isikan di SIKS-NG.");
            return RedirectToPage("Dispatch", new { id = dispatch });
        }

        (Sent, After, Before) = (sent, null, null);
        ModelState.Clear();
        await PrepareAsync(ct);
        return Page();
    }
}
