using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Data;
using TkpkPortal.Web.Reports;
using UglyToad.PdfPig;

namespace TkpkPortal.Benchmarks;

/// <summary>PDF with Chromium warm: one page asked for over HTTP, ten pages made through the report API.</summary>
internal sealed class PaperTimes(HostedPortal portal, ResultTable table)
{
    private const int Prints = 20;
    private const int Pages = 10;

    public async Task RunAsync()
    {
        using var visitor = await portal.SignInAsync("sekretariat");
        var address = await OnePagePaperAsync(visitor);
        var one = await TimeAsync(() => visitor.GetAsync(address));
        table.Add("PDF satu halaman (undangan, lewat HTTP)", ResultTable.Milliseconds(one.P50), ResultTable.Milliseconds(one.P95), "", "<= 150 ms", one.P50 <= 150);

        var people = await PeopleForTenPagesAsync();
        var ten = await TimeAsync(() => PrintAsync(people));
        table.Add("PDF sepuluh halaman (daftar hadir)", ResultTable.Milliseconds(ten.P50), ResultTable.Milliseconds(ten.P95), "", "<= 1000 ms", ten.P50 <= 1000, FormattableString.Invariant($"{people} orang"));
    }

    private static async Task<(double P50, double P95)> TimeAsync(Func<Task<byte[]>> print)
    {
        var times = new List<double>();
        for (var i = 0; i < Prints + 3; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await print();
            if (i >= 3) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return (ResultTable.Percentile(times, 0.5), ResultTable.Percentile(times, 0.95));
    }

    private async Task<string> OnePagePaperAsync(Visitor visitor)
    {
        await using var db = portal.Services.GetRequiredService<TkpkDatabase>().Open(Actor.System("Pengukuran"));
        foreach (var id in await db.Meetings.OrderBy(m => m.Invitees.Count).Select(m => m.Id).ToListAsync())
        {
            var address = $"/laporan/rakor/{id}/undangan.pdf";
            if (PageCount(await visitor.GetAsync(address)) == 1) return address;
        }

        throw new InvalidOperationException("Tidak ada undangan yang muat dalam satu halaman.");
    }

    private async Task<int> PeopleForTenPagesAsync()
    {
        for (var people = 100; people < 1000; people += 10)
            if (PageCount(await PrintAsync(people)) == Pages) return people;
        throw new InvalidOperationException("Tidak ada daftar hadir sepuluh halaman.");
    }

    private async Task<byte[]> PrintAsync(int people)
    {
        var report = Papers.Attendance(Attendance(people));
        var html = await portal.Services.GetRequiredService<ReportHtml>().ForPrintAsync(report, PaperSize.A4);
        return await portal.Services.GetRequiredService<PdfPrinter>().PrintAsync(html, PaperSize.A4, CancellationToken.None);
    }

    private static int PageCount(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return document.NumberOfPages;
    }

    private static AttendancePaper Attendance(int people) => new()
    {
        Letterhead = new() { Government = "PEMERINTAH KABUPATEN CONTOH", Agency = "BADAN PERENCANAAN PEMBANGUNAN DAERAH", Address = "Jalan Contoh Nomor 1" },
        MeetingName = "Rapat Koordinasi TKPK Kabupaten Contoh",
        Date = new(2026, 3, 12),
        Start = new(9, 0),
        End = new(11, 45),
        Zone = "WIB",
        Venue = "Aula Bappeda Kabupaten Contoh",
        People = [.. Enumerable.Range(1, people).Select(i => new AttendanceRow($"Nama Contoh {i}", "Kepala Dinas", $"Dinas Contoh {i}", i % 2 == 0 ? "P" : "L", "0800 0000 000"))],
        BlankRows = 0,
        Signatures = new() { Place = "Kota Contoh", Date = new(2026, 3, 12), Signer = new() { Office = "Kepala Bappeda", Name = "NAMA PEJABAT CONTOH" } },
        IsSample = true,
    };
}
