using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;

namespace TkpkPortal.Web.Pages.Programs;

[Permit(Permission.ViewPrograms)]
public sealed class IndexModel(ProgramListQuery query, ProgramChoices choices, KabupatenClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "cari")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "strategi")]
    public Strategy? Strategy { get; set; }

    [BindProperty(SupportsGet = true, Name = "opd")]
    public Guid? AgencyId { get; set; }

    [BindProperty(SupportsGet = true, Name = "ditutup")]
    public bool WithClosed { get; set; }

    [BindProperty(SupportsGet = true, Name = "tahun")]
    public int? YearAsked { get; set; }

    [BindProperty(SupportsGet = true, Name = "halaman")]
    public int PageNumber { get; set; } = 1;

    public int Year => YearAsked ?? clock.Today.Year;

    public PagedList<ProgramRow> List { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public string ExportUrl => Url.Page("Index", "Export", new { cari = Search, strategi = Strategy, opd = AgencyId, ditutup = WithClosed, tahun = Year })!;

    private ProgramFilter Filter => new(Search, Strategy, AgencyId, WithClosed, Year);

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = await query.RunAsync(Filter, PageNumber, ct);
        Agencies = await choices.AgenciesAsync(ct);
    }

    public async Task<FileContentResult> OnGetExportAsync(CancellationToken ct)
    {
        var rows = await query.AllAsync(Filter, ct);
        return File(
            SpreadsheetFile.Write<ProgramRow>(
                "Program",
                [
                    ("kode", r => r.Code), ("nama", r => r.Name), ("opd", r => r.Agency), ("strategi", r => ProgramNames.Of(r.Strategy)), ("sumber_dana", r => ProgramNames.Of(r.FundingSource)),
                    ("satuan_penerima", r => ProgramNames.Of(r.RecipientUnit)), ("desil_awal", r => r.DecileFrom), ("desil_akhir", r => r.DecileTo), ("tahun", _ => Year),
                    ("pagu_rupiah", r => r.Ceiling), ("realisasi_rupiah", r => r.Realized), ("keadaan", r => r.IsActive ? "berjalan" : "ditutup"),
                ],
                rows),
            SpreadsheetFile.ContentType,
            "program.xlsx");
    }
}
