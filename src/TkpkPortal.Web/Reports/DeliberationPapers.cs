using TkpkPortal.Core.Areas;
using TkpkPortal.Core.Common;
using TkpkPortal.Core.Proposals;
using TkpkPortal.Core.Proposals.Deliberations;
using TkpkPortal.Core.Settings;
using TkpkPortal.Web.Pages.Proposals.Deliberations;

namespace TkpkPortal.Web.Reports;

/// <summary>The papers of a musyawarah, filled from its records. Each printing is written down.</summary>
public sealed class DeliberationPapers(OpenDeliberationPaper open, PaperFrames frames, CurrentSettings settings, KabupatenClock clock)
{
    private const int BlankRows = 25;

    private static readonly string[] Invited =
    [
        "Kepala desa atau lurah beserta perangkat", "Ketua dan anggota BPD atau LPM", "Ketua RW dan ketua RT", "Tokoh masyarakat, tokoh agama, dan tokoh perempuan",
        "Pendamping PKH, TKSK, dan PSM", "Warga yang diusulkan",
    ];

    public async Task<PaperAnswer> InvitationAsync(Guid id, CancellationToken ct)
    {
        var (d, terms, frame) = await OpenAsync(id, "Undangan", DeliberationForm.Assembly, ct);
        var start = d.Details.StartsAt ?? throw new RecordNotFoundException();
        var title = DeliberationWords.Title(d, terms);
        return Answer("undangan", d, Papers.Invitation(new()
        {
            Letterhead = HeadOf(d, terms, frame),
            Recipients = Invited,
            Opening = $"Sehubungan dengan pemutakhiran data keluarga periode {d.Period}, kami mengharap kehadiran Saudara pada:",
            MeetingDate = d.Details.HeldOn,
            Start = start,
            Zone = clock.ZoneName,
            Venue = d.Details.Place,
            MeetingName = title,
            Agenda = [$"Pembahasan {Indonesian.CountSpelled(d.Items.Count, "usulan")} pemutakhiran data keluarga"],
            Closing = "Kehadiran Saudara menentukan ketepatan data keluarga di wilayah kita. Atas perhatian Saudara, kami ucapkan terima kasih.",
            Signatures = Signed(d, clock.Today < d.Details.HeldOn ? clock.Today : d.Details.HeldOn),
            IsSample = frame.IsSample,
        }));
    }

    public async Task<PaperAnswer> AttendanceAsync(Guid id, CancellationToken ct)
    {
        var (d, terms, frame) = await OpenAsync(id, "Daftar hadir", DeliberationForm.Assembly, ct);
        return Answer("daftar hadir", d, Papers.DeliberationAttendance(PaperOf(d, terms, frame)));
    }

    public async Task<PaperAnswer> MinutesAsync(Guid id, CancellationToken ct)
    {
        var d = await open.WithSubjectsAsync(id, "Berita acara", DeliberationForm.Assembly, ct);
        var (terms, frame) = (await settings.GetAsync(ct), await frames.GetAsync(ct));
        return Answer("berita acara", d, Papers.DeliberationMinutes(PaperOf(d, terms, frame)));
    }

    public async Task<PaperAnswer> StatementAsync(Guid id, CancellationToken ct)
    {
        var (d, terms, frame) = await OpenAsync(id, "SPTJM", DeliberationForm.Statement, ct);
        return Answer("sptjm", d, Papers.DeliberationStatement(PaperOf(d, terms, frame)));
    }

    /// <summary>
    /// Everybody may read it, so it says the least that lets neighbours object. Objections are left out altogether: in a dusun where everybody knows who came,
    /// "disanggah" beside a name points at whoever objected, and brands the family before any office has looked.
    /// </summary>
    public async Task<PaperAnswer> PublicListAsync(Guid id, CancellationToken ct)
    {
        var (d, terms, frame) = await OpenAsync(id, "Daftar umum", null, ct);
        var decided = d.Items.Where(i => i.Outcome is not null).ToLookup(i => i.Kind == ProposalKind.Objection);
        var word = DeliberationWords.Village(d.Kind, terms);
        return Answer("pengumuman", d, Papers.PublicList(new()
        {
            Letterhead = HeadOf(d, terms, frame),
            Heading = DeliberationWords.Title(d, terms),
            Place = $"{word} {d.Village}, {terms.DistrictTitle} {d.District}",
            Period = d.Period,
            VillageWord = word.ToLower(Indonesian.Culture),
            Rows = [.. decided[false].Select(i => new PublicListRow(i.HeadName, i.Hamlet, ProposalNames.Of(i.Kind), DeliberationWords.Of(i.Outcome!.Value)))],
            Objections = decided[true].Count(),
            Signatures = Signed(d, d.Details.HeldOn),
            IsStatement = d.IsStatement,
            IsDraft = !d.IsClosed,
            IsSample = frame.IsSample,
        }));
    }

    private async Task<(DeliberationView Deliberation, SettingsView Terms, PaperFrame Frame)> OpenAsync(Guid id, string paper, DeliberationForm? of, CancellationToken ct) =>
        (await open.RunAsync(id, paper, of, ct), await settings.GetAsync(ct), await frames.GetAsync(ct));

    private DeliberationPaper PaperOf(DeliberationView d, SettingsView terms, PaperFrame frame)
    {
        var rows = d.Items.Where(i => i.Waits || i.Outcome is not null).ToList();
        return new()
        {
            Letterhead = HeadOf(d, terms, frame),
            Kind = DeliberationWords.Kind(d, terms),
            Heading = DeliberationWords.Title(d, terms),
            Village = $"{DeliberationWords.Village(d.Kind, terms)} {d.Village}",
            VillageName = d.Village,
            Above = $"{terms.DistrictTitle} {d.District}, {frame.RegencyName}",
            IsDesa = d.Kind != VillageKind.Kelurahan,
            Number = d.Details.MinutesNumber,
            Date = d.Details.HeldOn,
            Period = d.Period,
            Start = d.Details.StartsAt,
            Zone = clock.ZoneName,
            Venue = d.Details.Place,
            ChairName = d.Details.ChairName,
            ChairTitle = d.Details.ChairTitle,
            NoteTaker = d.Details.NoteTaker,
            Notes = d.Details.Notes,
            Rows = [.. rows.Select(i => new DeliberationPaperRow(i.Number, i.HeadName, i.Hamlet, ProposalNames.Of(i.Kind), i.Outcome is { } o ? DeliberationWords.Of(o) : "", i.Reason ?? "") { Subject = i.Subject })],
            Guests = [.. d.Guests.Select(g => new DeliberationPaperGuest(g.Name, g.Position, g.IsFemale))],
            Counts = string.Join(", ", Enum.GetValues<DeliberationOutcome>().Select(o => $"{DeliberationWords.Of(o).ToLowerInvariant()} {Indonesian.CountSpelled(d.Count(o), "usulan")}")),
            BlankRows = d.Guests.Count > 0 ? 0 : BlankRows,
            IsDraft = rows.Count == 0 || rows.Exists(i => i.Outcome is null) || (!d.IsStatement && d.Details.MinutesNumber is null),
            IsSample = frame.IsSample,
        };
    }

    /// <summary>The village's government stands at the head: its paper, not the TKPK's.</summary>
    private static Letterhead HeadOf(DeliberationView d, SettingsView terms, PaperFrame frame) => frame.Letterhead with
    {
        Between = $"{terms.DistrictTitle} {d.District}".ToUpper(Indonesian.Culture),
        Agency = $"{DeliberationWords.Village(d.Kind, terms)} {d.Village}".ToUpper(Indonesian.Culture),
        Address = null,
        Phone = null,
        Website = null,
        Email = null,
    };

    private static Signatures Signed(DeliberationView d, DateOnly on) => new() { Place = d.Village, Date = on, Signer = new() { Office = d.Details.ChairTitle, Name = d.Details.ChairName } };

    private static PaperAnswer Answer(string kind, DeliberationView d, Report report) =>
        new(report, $"{kind} {d.Village} {Indonesian.LongDate(d.Details.HeldOn)}", $"/musyawarah/{d.Id}", d.IsStatement ? "Kembali ke SPTJM" : "Kembali ke musyawarah");
}
