using System.Net;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Programs;
using TkpkPortal.TestSupport;

namespace TkpkPortal.Tests.Programs;

public sealed class ProgramPagesTests
{
    [Fact]
    public async Task An_operator_registers_a_program_its_ceiling_and_a_quarter()
    {
        var portal = await Portal.SharedAsync();
        var agency = await portal.Make.AgencyAsync();
        using var browser = await portal.SignInAsync(Role.AgencyOperator, agencyId: agency.Id);
        var code = "RTLH" + Guid.NewGuid().ToString("N")[..6];
        var stored = code.ToUpperInvariant();

        var registered = await browser.SubmitAsync("/program/daftarkan", new()
        {
            ["Input.Name"] = "Perbaikan Rumah Tidak Layak Huni", ["Input.Code"] = code, ["Input.AgencyId"] = agency.Id.ToString(), ["Input.Strategy"] = "ReducePockets",
            ["Input.FundingSource"] = "ApbdRegency", ["Input.RecipientUnit"] = "Household", ["Input.DecileFrom"] = "1", ["Input.DecileTo"] = "4",
        });
        Assert.StartsWith("/program/", registered.Location, StringComparison.Ordinal);

        var budget = await browser.SubmitAsync($"{registered.Location}/anggaran", new()
        {
            ["Input.Year"] = "2025", ["Input.SubActivityCode"] = "1.04.03.2.03.0007", ["Input.SubActivityName"] = "Perbaikan rumah", ["Input.Ceiling"] = "Rp 3.450.000.000",
            ["Input.OutputName"] = "Rumah diperbaiki", ["Input.OutputTarget"] = "172,5", ["Input.OutputUnit"] = "unit",
        });
        Assert.Equal(registered.Location, budget.Location);
        await using var db = portal.Open();
        var line = await db.BudgetLines.SingleAsync(l => l.Program.Code == stored);
        Assert.Equal((3_450_000_000m, 172.5m), (line.Ceiling, line.OutputTarget));

        var report = await browser.SubmitAsync($"{registered.Location}/anggaran/{line.Id}/realisasi/1", new()
        {
            ["Input.Amount"] = "345 000 000", ["Input.PhysicalPercent"] = "12,5", ["Input.Recipients"] = "17", ["Input.Constraint"] = "Bahan terlambat",
        });
        Assert.Equal(registered.Location, report.Location);
        var page = await browser.GetAsync(registered.Location!);
        Assert.Contains("Rp345.000.000", page.Text, StringComparison.Ordinal);
        Assert.Contains("10,0 %", page.Text, StringComparison.Ordinal);
        Assert.Contains("Bahan terlambat", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_amount_keeps_what_was_typed_and_says_what_to_write()
    {
        var portal = await Portal.SharedAsync();
        var program = await portal.Make.ProgramAsync();
        using var browser = await portal.SignInAsync(Role.Secretariat);

        var answer = await browser.SubmitAsync($"/program/{program.Id}/anggaran", new() { ["Input.Ceiling"] = "3,2 M", ["Input.RevisedCeiling"] = "3 450 000 000" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Pagu murni harus berupa angka rupiah, misalnya 1.250.000.000.", answer.Problems);
        Assert.Equal("3,2 M", answer.Document.QuerySelector("#Input_Ceiling")!.GetAttribute("value"));
        Assert.Contains("tiga miliar empat ratus lima puluh juta rupiah", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_opd_finds_nothing_on_any_page_of_the_program()
    {
        var portal = await Portal.SharedAsync();
        var program = await portal.Make.ProgramAsync();
        var line = await portal.Make.BudgetLineAsync(program);
        using var stranger = await portal.SignInAsync(Role.AgencyOperator);

        foreach (var path in new[] { "", "/ubah", "/tutup", "/anggaran", $"/anggaran/{line.Id}", $"/anggaran/{line.Id}/realisasi/1" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/program/{program.Id}{path}")).Status);
        Assert.DoesNotContain(program.Name, (await stranger.GetAsync("/program")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(program.Code, System.Text.Encoding.UTF8.GetString(await stranger.DownloadAsync("/program?handler=Export")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_cannot_register_a_program_for_another_opd()
    {
        var portal = await Portal.SharedAsync();
        var other = await portal.Make.AgencyAsync();
        using var browser = await portal.SignInAsync(Role.AgencyOperator);
        var code = "CURANG" + Guid.NewGuid().ToString("N")[..6];
        var stored = code.ToUpperInvariant();

        var answer = await browser.SubmitAsync("/program/daftarkan", new()
        {
            ["Input.Name"] = "Program curang", ["Input.Code"] = code, ["Input.AgencyId"] = other.Id.ToString(), ["Input.Strategy"] = "RaiseIncome",
            ["Input.FundingSource"] = "Apbn", ["Input.RecipientUnit"] = "Household", ["Input.DecileFrom"] = "1", ["Input.DecileTo"] = "2",
        });

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        await using var db = portal.Open();
        Assert.False(await db.Programs.AnyAsync(p => p.Code == stored));
    }

    [Fact]
    public async Task Pagu_and_realization_add_up_by_strategy_and_opd()
    {
        await using var portal = await Portal.StartAsync();
        var first = await portal.Make.ProgramAsync(strategy: Strategy.ReduceSpending);
        var second = await portal.Make.ProgramAsync(strategy: Strategy.RaiseIncome);
        var reported = await portal.Make.BudgetLineAsync(first, 2025, 1_000_000m);
        await portal.Make.BudgetLineAsync(second, 2025, 3_000_000m);
        await using (var db = portal.Open())
        {
            var line = await db.BudgetLines.SingleAsync(l => l.Id == reported.Id);
            line.Report(2, new(250_000, 30, 3, null), "Uji", new(2025, 8, 1), DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
        }

        await using var read = portal.Open();
        var summary = await new BudgetSummaryQuery(read).RunAsync(2025, 2, CancellationToken.None);

        Assert.Equal((4_000_000m, 250_000m, 2, 1), (summary.Total.Ceiling, summary.Total.Realized, summary.Total.Lines, summary.Total.Unreported));
        Assert.Equal(25m, summary.Strategies.Single(s => s.Strategy == Strategy.ReduceSpending).Sum.Percent);
        Assert.Equal(second.AgencyId, summary.NotReported.Single().AgencyId);
        using var browser = await portal.SignInAsync(Role.Leader);
        var page = await browser.GetAsync("/program/anggaran?tahun=2025&triwulan=2");
        Assert.Contains("1 OPD belum melapor lengkap", page.Text, StringComparison.Ordinal);
        Assert.Contains("Rp4.000.000", page.Text, StringComparison.Ordinal);
    }
}
