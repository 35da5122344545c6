using Microsoft.EntityFrameworkCore;

namespace TkpkPortal.Benchmarks;

/// <summary>One client, every page in turn in short blocks, so that whatever else the machine does meets R0 and the pages alike.</summary>
/// <param name="small">The same portal with a hundredth of the families: what is kept must not grow with the registry.</param>
internal sealed class PageTimes(HostedPortal portal, HostedPortal? small, BenchOptions options, ResultTable table)
{
    private const int Block = 5;
    private const double Goal = 3;
    private const double Alike = 1.2;

    public async Task RunAsync()
    {
        using var visitors = new Visitors();
        var meeting = await FullestMeetingAsync();
        var depth = options.Families * 5 / 12;
        var deep = await AnchorAsync(depth);
        var leader = await visitors.AsAsync(portal, "pimpinan");
        var office = await visitors.AsAsync(portal, "sekretariat");
        var village = await visitors.AsAsync(portal, "desa");
        var reference = new TimedPage("R0: halaman acuan", "/r0", leader);
        var first = new TimedPage("Daftar keluarga (sekretariat)", "/keluarga", office);
        var later = new TimedPage(FormattableString.Invariant($"Daftar keluarga, {depth} baris ke dalam"), $"/keluarga?sesudah={deep}", office);
        var desa = new TimedPage("Daftar keluarga (desa)", "/keluarga", village);
        var dashboard = new TimedPage("Dasbor (pimpinan)", "/", leader);
        var afterWrite = new TimedPage("Dasbor tepat sesudah ada yang menyimpan", "/", leader) { BeforeEach = portal.NoteChange };
        List<TimedPage> judged =
        [
            dashboard, first, later, desa,
            new("Daftar keluarga, satu kondisi dan satu desil", "/keluarga?kondisi=lantai-tanah&desil=1", office),
            new("Jumlah keluarga per kecamatan", "/keluarga-per-desa", office),
            new("Daftar program (sekretariat)", "/program", office),
            new("Statistik (pimpinan)", "/statistik", leader),
            new("Rakor (sekretariat)", $"/rakor/{meeting}", office),
        ];
        List<TimedPage> told = [afterWrite, new("Rakor tepat sesudah ada yang menyimpan", $"/rakor/{meeting}", office) { BeforeEach = portal.NoteChange }];
        List<TimedPage> smaller = small is null ? [] : [new("", "/", await visitors.AsAsync(small, "pimpinan")), new("", "/", await visitors.AsAsync(small, "pimpinan")) { BeforeEach = small.NoteChange }];
        // Pages that are compared stand beside each other; those after a write come last, for they empty what the others keep.
        await TimeAsync([reference, .. smaller.Take(1), .. judged]);
        await TimeAsync([.. told, .. smaller.Skip(1)]);

        await TellAsync(reference, reference, null);
        foreach (var page in judged) await TellAsync(page, reference, Goal);
        foreach (var page in told) await TellAsync(page, reference, null);
        Compare("Kursor jauh terhadap halaman pertama", later, first, Alike);
        Compare("Daftar operator desa terhadap daftar sekretariat", desa, first, 1.05);
        if (small is null) return;
        Compare("Dasbor terhadap dasbor yang keluarganya seperseratus", dashboard, smaller[0], Alike);
        Compare("Dasbor sesudah menyimpan, sama", afterWrite, smaller[1], Alike);
    }

    private async Task TimeAsync(List<TimedPage> pages)
    {
        foreach (var page in pages) await page.WarmUpAsync(options.Requests / 2);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var page in pages) page.BeginRound();
            for (var done = 0; done < options.Requests; done += Block)
                foreach (var page in pages)
                    await page.TimeAsync(Block);
        }
    }

    private async Task TellAsync(TimedPage page, TimedPage reference, double? goal)
    {
        var ratio = page.RatioTo(reference);
        table.Add(
            page.Name, ResultTable.Milliseconds(page.Median(0.5)), ResultTable.Milliseconds(page.Median(0.95)), ResultTable.Times(ratio),
            goal is { } most ? FormattableString.Invariant($"p50 <= {most}x R0") : "", goal is null ? null : ratio <= goal,
            FormattableString.Invariant($"{await page.CommandsAsync()} perintah SQL, {page.Size / 1024.0:0.0} kB"));
    }

    private void Compare(string name, TimedPage page, TimedPage other, double most)
    {
        var ratio = page.RatioTo(other);
        table.Add(name, ratio: ResultTable.Times(ratio), goal: FormattableString.Invariant($"p50 <= {most}x"), met: ratio <= most);
    }

    private async Task<Guid> FullestMeetingAsync()
    {
        await using var db = portal.Open();
        return await db.Meetings.OrderByDescending(m => m.Decisions.Count + m.Agenda.Count).ThenBy(m => m.Date).Select(m => m.Id).FirstAsync();
    }

    /// <summary>The family so many rows down the list of the whole kabupaten.</summary>
    private async Task<Guid> AnchorAsync(int depth)
    {
        await using var db = portal.Open();
        return await db.Households.Where(h => h.LeftOn == null).OrderBy(h => h.VillageId).ThenBy(h => h.HeadName).ThenBy(h => h.Id).Skip(depth).Select(h => h.Id).FirstAsync();
    }

    private sealed class Visitors : IDisposable
    {
        private readonly List<Visitor> _all = [];

        public async Task<Visitor> AsAsync(HostedPortal portal, string user)
        {
            var visitor = await portal.SignInAsync(user);
            _all.Add(visitor);
            return visitor;
        }

        public void Dispose() => _all.ForEach(v => v.Dispose());
    }
}
