using System.Text;
using Microsoft.EntityFrameworkCore;
using TkpkPortal.Core.Audit;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Files;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Centre;
using TkpkPortal.Core.Proposals.Deliberations;

namespace TkpkPortal.Core.Data.Demo;

/// <summary>Writes the demo's proposals by COPY, batch by batch, so that hundreds of thousands take no more memory than a few.</summary>
internal sealed class DemoProposalWriter(TkpkDbContext db, FieldCipher cipher, AuditTrail trail, KabupatenClock clock)
{
    private const int BatchSize = 2000;
    private const int OnTheDesk = 24;

    private readonly BulkCopy<Proposal> _proposals = new(db.Model);
    private readonly BulkCopy<ProposalStep> _steps = new(db.Model);
    private readonly BulkCopy<ProposalDiff> _diffs = new(db.Model);
    private readonly BulkCopy<IncomingMove> _moves = new(db.Model);
    private readonly BulkCopy<VillageDeliberation> _deliberations = new(db.Model);
    private readonly BulkCopy<DeliberationItem> _items = new(db.Model);
    private readonly BulkCopy<DeliberationAttendee> _attendees = new(db.Model);
    private readonly BulkCopy<ProposalDispatch> _dispatches = new(db.Model);

    /// <summary>About so many proposals, spread evenly over the families. Returns the rows written.</summary>
    public async Task<long> RunAsync(DemoProposals source, int count, CancellationToken ct)
    {
        var ids = await db.Households.AsNoTracking().Where(h => h.LeftOn == null).OrderBy(h => h.Id).Select(h => h.Id).ToListAsync(ct);
        var step = Math.Max(1, ids.Count / Math.Max(1, count));
        var chosen = ids.Where((_, i) => i % step == step / 2).Take(count).ToList();
        // The desk of the demo's own desa finds something of every kind on it.
        chosen.AddRange((await db.Households.AsNoTracking().Where(h => h.LeftOn == null && h.VillageId == source.DemoVillage).OrderBy(h => h.HeadName).Select(h => h.Id).Take(OnTheDesk).ToListAsync(ct)).Except(chosen));
        var rows = 0L;
        foreach (var some in chosen.Chunk(BatchSize))
        {
            var families = await db.Households.AsNoTracking().Include(h => h.Members).Where(h => some.Contains(h.Id)).OrderBy(h => h.Id).ToListAsync(ct);
            rows += await WriteAsync(source.Make(families), source.TakeNew(), ct);
        }

        await CloseAsync(ct);
        await RecountProposals.CountAnewAsync(db, ct);
        trail.Add(db, new AuditEntry(AuditAction.Import, nameof(Proposal), null, $"Data contoh: {Indonesian.Count(chosen.Count, "usulan")}"));
        return rows;
    }

    private async Task<long> WriteAsync(DemoProposalBatch batch, (IReadOnlyList<VillageDeliberation> Deliberations, IReadOnlyList<ProposalDispatch> Dispatches) made, CancellationToken ct)
    {
        await _deliberations.WriteAsync(db, made.Deliberations, ct);
        await _attendees.WriteAsync(db, [.. made.Deliberations.SelectMany(d => d.Attendees)], ct);
        await _dispatches.WriteAsync(db, made.Dispatches, ct);
        await _proposals.WriteAsync(db, batch.Proposals, ct);
        await _items.WriteAsync(db, batch.Items, ct);
        await _steps.WriteAsync(db, batch.Steps, ct);
        await _diffs.WriteAsync(db, batch.Diffs, ct);
        await _moves.WriteAsync(db, batch.Moves, ct);
        return batch.Proposals.Count + batch.Items.Count + batch.Steps.Count + batch.Diffs.Count;
    }

    /// <summary>Every musyawarah has been held and signed; the deliveries know how much they carried.</summary>
    private async Task CloseAsync(CancellationToken ct)
    {
        var pdf = SignedMinutes();
        var id = Guid.CreateVersion7();
        var file = db.Add(new StoredFile("berita-acara-contoh.pdf", "application/pdf", System.Security.Cryptography.SHA256.HashData(pdf), cipher.Seal(pdf, id), pdf.Length, clock.Now, id)).Entity;
        await db.SaveChangesAsync(ct);
        await db.VillageDeliberations.ExecuteUpdateAsync(set => set.SetProperty(d => d.SignedFileId, file.Id).SetProperty(d => d.ClosedAt, d => d.CreatedAt.AddHours(13)).SetProperty(d => d.ClosedBy, "Operator Desa Contoh"), ct);
        await db.ProposalDispatches.ExecuteUpdateAsync(set => set.SetProperty(d => d.Count, d => db.Proposals.Count(p => p.DispatchId == d.Id)), ct);
    }

    /// <summary>One page that says what it stands for.</summary>
    private static byte[] SignedMinutes()
    {
        const string text = "BT /F1 14 Tf 72 760 Td (Data contoh: salinan berita acara bertanda tangan) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {text.Length}>>stream\n{text}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var at = new List<int>();
        foreach (var (content, index) in objects.Select((o, i) => (o, i)))
        {
            at.Add(pdf.Length);
            pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in at) pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        pdf.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
