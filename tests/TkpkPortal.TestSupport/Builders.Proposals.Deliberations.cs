using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Files;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.TestSupport;

public sealed partial class Builders
{
    /// <summary>The head of a PDF: all that the reader of uploads looks at.</summary>
    public static byte[] SignedPdf() => [.. "%PDF-1.7 "u8, .. Guid.NewGuid().ToByteArray()];

    /// <summary>An operator of the desa, as the portal reads one from the database.</summary>
    public static Actor OperatorOf(Guid villageId) =>
        new() { UserId = Guid.CreateVersion7(), Name = "Operator Desa Uji", Position = "Operator desa", Role = Role.VillageOperator, Reach = Reach.Villages, VillageIds = [villageId] };

    public static DeliberationDetails DeliberationDetails(DateOnly? heldOn = null, string? minutesNumber = null) =>
        new(heldOn ?? DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1), new(9, 0), "Balai Desa Uji", "Pimpinan Musyawarah", "Ketua BPD", "Notulis Musyawarah", minutesNumber, null);

    public static IReadOnlyList<DeliberationGuest> Guests(int count) => [.. Enumerable.Range(1, count).Select(i => new DeliberationGuest($"Peserta {i}", i % 2 == 0 ? "Tokoh masyarakat" : "Ketua RT", i % 2 == 0))];

    /// <summary>An open musyawarah with these proposals on its agenda.</summary>
    public async Task<Guid> DeliberationAsync(Guid villageId, IEnumerable<Guid>? proposals = null, DeliberationForm form = DeliberationForm.Assembly, DateOnly? heldOn = null)
    {
        await using var db = portal.Open();
        var deliberation = db.VillageDeliberations.Add(new(villageId, form, DeliberationDetails(heldOn), DateTimeOffset.UtcNow)).Entity;
        foreach (var id in proposals ?? []) deliberation.TakeUp(await db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id));
        await db.SaveChangesAsync();
        return deliberation.Id;
    }

    /// <summary>A musyawarah that lacks nothing but its closing.</summary>
    public async Task<Guid> ReadyDeliberationAsync(Guid villageId, params (Guid ProposalId, DeliberationOutcome Outcome, string? Reason)[] outcomes)
    {
        var id = await DeliberationAsync(villageId, outcomes.Select(o => o.ProposalId));
        await using var db = portal.Open();
        var deliberation = await db.VillageDeliberations.Include(d => d.Items).Include(d => d.Attendees).AsSplitQuery().SingleAsync(d => d.Id == id);
        foreach (var (proposal, outcome, reason) in outcomes) deliberation.Decide(proposal, outcome, reason);
        deliberation.Attend(Guests(5));
        deliberation.Correct(DeliberationDetails(minutesNumber: "470/01/BA/2026"));
        var file = await new StoreFile(db, portal.Cipher, TimeProvider.System).RunAsync("berita-acara-bertanda-tangan.pdf", UploadedDocument.Pdf, SignedPdf(), CancellationToken.None);
        deliberation.KeepSigned(file.Id);
        await db.SaveChangesAsync();
        return id;
    }

    public async Task<uint> DeliberationVersionAsync(Guid id)
    {
        await using var db = portal.Open();
        return await db.VillageDeliberations.Where(d => d.Id == id).Select(d => d.Version).SingleAsync();
    }

    /// <summary>Whether the kept counts of a desa are what its proposals are.</summary>
    public async Task<bool> TalliesAreRightAsync(Guid villageId)
    {
        await using var db = portal.Open();
        var kept = await db.ProposalTallies.Where(t => t.VillageId == villageId && t.Count != 0).ToListAsync();
        var counted = (await db.Proposals.Where(p => p.VillageId == villageId).ToListAsync()).GroupBy(p => (p.CycleMonth, p.Kind, p.Stage, p.Reached)).ToDictionary(g => g.Key, g => g.Count());
        return kept.Count == counted.Count && kept.TrueForAll(t => counted.GetValueOrDefault((t.CycleMonth, t.Kind, t.Stage, t.Reached)) == t.Count);
    }
}
