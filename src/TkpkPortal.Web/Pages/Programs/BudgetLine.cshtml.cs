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

[Permit(Permission.EditBudgets)]
public sealed class BudgetLineModel(ProgramQuery query, SaveBudgetLine saveBudgetLine, KabupatenClock clock) : PageModel, IPreparesPage, IEditsVersion
{
    [FromRoute]
    public Guid Id { get; set; }

    [FromRoute]
    public Guid? LineId { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public BudgetLineInput Input { get; set; } = new();

    public ProgramView Program { get; private set; } = null!;

    public async Task PrepareAsync(CancellationToken ct) => Program = await query.RunAsync(Id, ct);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        Input.Year = clock.Today.Year;
        if (LineId is not { } lineId) return;
        var line = Program.Lines.SingleOrDefault(l => l.Id == lineId) ?? throw new RecordNotFoundException();
        Version = line.Version;
        Input = BudgetLineInput.From(line);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await saveBudgetLine.RunAsync(Id, LineId, Input.ToDetails(), Version, ct);
        this.Tell($"Sub kegiatan {Input.SubActivityCode} tersimpan. Realisasinya dilaporkan per triwulan.");
        return LocalRedirect($"/program/{Id}");
    }

    public sealed class BudgetLineInput
    {
        [Display(Name = "Tahun anggaran", Prompt = "tahun, misalnya 2026")]
        [Required(ErrorMessage = "Tahun anggaran wajib diisi.")]
        public int? Year { get; set; }

        [Display(Name = "Kode sub kegiatan")]
        [Required(ErrorMessage = "Kode sub kegiatan wajib diisi, misalnya 1.06.05.2.02.0001.")]
        [StringLength(30, ErrorMessage = "Kode sub kegiatan paling panjang 30 huruf.")]
        public string SubActivityCode { get; set; } = "";

        [Display(Name = "Nama sub kegiatan")]
        [Required(ErrorMessage = "Nama sub kegiatan wajib diisi.")]
        [StringLength(250, ErrorMessage = "Nama sub kegiatan paling panjang 250 huruf.")]
        public string SubActivityName { get; set; } = "";

        [Display(Name = "Pagu murni", Prompt = "angka rupiah, misalnya 1.250.000.000")]
        [Required(ErrorMessage = "Pagu murni wajib diisi, misalnya 1.250.000.000.")]
        public decimal? Ceiling { get; set; }

        [Display(Name = "Pagu perubahan", Prompt = "angka rupiah, misalnya 1.250.000.000")]
        public decimal? RevisedCeiling { get; set; }

        [Display(Name = "Indikator keluaran")]
        [Required(ErrorMessage = "Indikator keluaran wajib diisi.")]
        [StringLength(200, ErrorMessage = "Indikator keluaran paling panjang 200 huruf.")]
        public string OutputName { get; set; } = "";

        [Display(Name = "Target keluaran")]
        [Required(ErrorMessage = "Target keluaran wajib diisi.")]
        public decimal? OutputTarget { get; set; }

        [Display(Name = "Satuan keluaran")]
        [Required(ErrorMessage = "Satuan keluaran wajib diisi, misalnya unit.")]
        [StringLength(40, ErrorMessage = "Satuan keluaran paling panjang 40 huruf.")]
        public string OutputUnit { get; set; } = "";

        public static BudgetLineInput From(BudgetLineView line) => new()
        {
            Year = line.Year,
            SubActivityCode = line.SubActivityCode,
            SubActivityName = line.SubActivityName,
            Ceiling = line.Ceiling,
            RevisedCeiling = line.RevisedCeiling,
            OutputName = line.OutputName,
            OutputTarget = line.OutputTarget,
            OutputUnit = line.OutputUnit,
        };

        public BudgetLineDetails ToDetails() => new(
            Year!.Value, SubActivityCode.Trim(), SubActivityName.Trim(), Ceiling!.Value, RevisedCeiling, OutputName.Trim(), OutputTarget!.Value, OutputUnit.Trim());
    }
}
