using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TkpkPortal.Core.Access;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.Web.Access;
using TkpkPortal.Web.Filters;
using TkpkPortal.Web.Pages.Shared;

namespace TkpkPortal.Web.Pages.Programs;

[Permit(Permission.ReportRealization)]
public sealed class RealizationModel(ProgramQuery query, ReportRealization reportRealization) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid LineId { get; set; }

    [FromRoute]
    public int Quarter { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public RealizationInput Input { get; set; } = new();

    public ProgramView Program { get; private set; } = null!;

    public BudgetLineView Line { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct)
    {
        Program = await query.RunAsync(Id, ct);
        Line = Program.Lines.SingleOrDefault(l => l.Id == LineId) ?? throw new RecordNotFoundException();
    }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (Line.Realizations.SingleOrDefault(r => r.Quarter == Quarter) is not { } held) return;
        Version = held.Version;
        Input = new() { Amount = held.Amount, PhysicalPercent = held.PhysicalPercent, Recipients = held.Recipients, Constraint = held.Constraint };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await reportRealization.RunAsync(LineId, Quarter, Input.ToDetails(), Version, ct);
        this.Tell($"Realisasi triwulan {Indonesian.Roman(Quarter)} tersimpan.");
        return LocalRedirect($"/program/{Id}");
    }

    public sealed class RealizationInput
    {
        [Display(Name = "Realisasi keuangan", Prompt = "angka rupiah, misalnya 1.250.000.000")]
        [Required(ErrorMessage = "Realisasi keuangan wajib diisi; tulis 0 bila belum ada.")]
        public decimal? Amount { get; set; }

        [Display(Name = "Realisasi fisik", Prompt = "angka persen, misalnya 12,5")]
        [Required(ErrorMessage = "Realisasi fisik wajib diisi, 0 sampai 100.")]
        public decimal? PhysicalPercent { get; set; }

        [Display(Name = "Penerima")]
        [Required(ErrorMessage = "Jumlah penerima wajib diisi; tulis 0 bila belum ada.")]
        public int? Recipients { get; set; }

        [Display(Name = "Kendala")]
        [StringLength(1000, ErrorMessage = "Kendala paling panjang 1.000 huruf.")]
        public string? Constraint { get; set; }

        public RealizationDetails ToDetails() => new(Amount!.Value, PhysicalPercent!.Value, Recipients!.Value, Constraint?.Trim());
    }
}
