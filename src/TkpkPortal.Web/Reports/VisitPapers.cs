using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Review;

namespace TkpkPortal.Web.Reports;

/// <summary>Daftar kunjungan: the road of one pendamping. No number of anybody stands on it.</summary>
public sealed record VisitRoutePaper(Letterhead Letterhead, string Visitor, string Date, IReadOnlyList<PaperTable> Villages, string PrintedBy, bool IsSample);

/// <summary>Formulir kunjungan: the questions of one diff, to be answered by hand at the home.</summary>
public sealed record VisitFormPaper(Letterhead Letterhead, IReadOnlyList<PaperFact> Facts, PaperTable Lines, string Visitor, string PrintedBy, bool IsSample);

/// <summary>Fills the papers of a visit. Reading a proposal for them is written down.</summary>
public sealed class VisitPapers(VisitRouteQuery routeQuery, ProposalHeadQuery headQuery, PaperFrames frames, ProfileContext context)
{
    private const string Box = "☐";

    private string PrintedBy => $"Dicetak oleh {context.Actor.Name}, {Indonesian.LongDateTime(context.Clock.Local(context.Clock.Now), context.Clock.ZoneName)}.";

    public async Task<PaperAnswer> RouteAsync(CancellationToken ct)
    {
        var villages = await routeQuery.RunAsync(ct);
        var frame = await frames.GetAsync(ct);
        var paper = new VisitRoutePaper(
            frame.Letterhead, context.Actor.Name, Indonesian.DayDate(context.Clock.Today), [.. villages.Select(Table)], PrintedBy, frame.IsSample);
        return new(Papers.VisitRoute(paper), "daftar kunjungan", "/usulan/tugas", "Kembali ke tugas");
    }

    public async Task<PaperAnswer> FormAsync(Guid id, CancellationToken ct)
    {
        var proposal = await headQuery.RunAsync(id, ct);
        var frame = await frames.GetAsync(ct);
        var paper = new VisitFormPaper(frame.Letterhead, Facts(proposal), Lines(proposal), context.Actor.Name, PrintedBy, frame.IsSample);
        return new(Papers.VisitForm(paper, proposal.Number), $"formulir kunjungan {proposal.Number}", $"/usulan/{id}/cek-lapangan", "Kembali ke usulan");
    }

    private static PaperTable Table(VisitVillage village) => new()
    {
        Caption = $"{village.Village}, Kecamatan {village.District}: {Indonesian.Count(village.Stops.Count, "keluarga")}",
        Columns = [new("No.", true), new("Kepala keluarga", IsRowHead: true), new("Alamat"), new("Usulan"), new("Yang diperiksa"), new("Selesai")],
        Rows = [.. village.Stops.Select((s, i) => (IReadOnlyList<string>)
        [
            Indonesian.Number(i + 1), s.HeadName, Place(s), $"{s.Number}, {ProposalNames.Within(s.Kind)}{(s.Due is { } due ? $", batas {Indonesian.ShortDate(due)}" : "")}", s.Check, Box,
        ])],
        IsTight = true,
    };

    private static string Place(VisitStop s) => string.Join(", ", new[] { s.Hamlet, s.Rt is null && s.Rw is null ? null : $"RT {s.Rt ?? "–"}/RW {s.Rw ?? "–"}", s.Address }.OfType<string>());

    private static List<PaperFact> Facts(ProposalHead p) =>
    [
        new("Nomor usulan", $"{p.Number}, {ProposalNames.Within(p.Kind)}"),
        new("Kepala keluarga", p.HeadName),
        new("Alamat", string.Join(", ", new[] { p.Address, p.Hamlet }.Where(t => !string.IsNullOrWhiteSpace(t)))),
        new("Desa", $"{p.Village}, Kecamatan {p.District}"),
        new("Alasan desa", string.IsNullOrWhiteSpace(p.Grounds) ? "–" : p.Grounds),
        new("Pesan pemeriksa", p.FieldQuestion ?? "–"),
    ];

    private static PaperTable Lines(ProposalHead p) => new()
    {
        Caption = $"Yang diusulkan, {Indonesian.Count(p.Fields, "isian")}",
        Columns = [new("Isian", IsRowHead: true), new("Tentang"), new("Data sekarang"), new("Diusulkan"), new("Sesuai"), new("Tidak"), new("Keadaan yang dilihat")],
        Rows = [.. p.Diff.SelectMany(g => g.Rows, (g, r) => (IReadOnlyList<string>)[r.Field, g.Person ?? "Keluarga", r.Old ?? "belum ada", r.New ?? "dikosongkan", Box, Box, ""])],
        IsTight = true,
        Source = "NIK dan nomor KK ditutup; cocokkan dengan kartu aslinya.",
    };
}
