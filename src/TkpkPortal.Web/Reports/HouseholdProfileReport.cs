using TkpkPortal.Core.Common;
using TkpkPortal.Core.Households;
using TkpkPortal.Core.Reporting;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Web.Reports;

/// <summary>Fills the profil keluarga. Opening the family writes down who looked; so does printing it.</summary>
public sealed class HouseholdProfileReport(OpenHousehold openHousehold, HouseholdSupportQuery supportQuery, HouseholdFindingsQuery findingsQuery, PaperFrames frames, ProfileContext context)
{
    private const int LastSurveys = 5;

    public async Task<PaperAnswer> RunAsync(Guid id, CancellationToken ct)
    {
        var family = await openHousehold.RunAsync(id, ct);
        var support = await supportQuery.RunAsync(id, ct);
        var found = await findingsQuery.RunAsync(id, ct);
        var frame = await frames.GetAsync(ct);
        var terms = await context.Settings.GetAsync(ct);
        var paper = new HouseholdPaper
        {
            Letterhead = frame.Letterhead,
            HeadName = family.HeadName,
            Facts = Facts(family, terms),
            Members = Members(family),
            Present = [.. found.Present.Select(c => c.Name)],
            Absent = [.. found.Absent.Select(c => c.Name)],
            Unknown = [.. found.Unknown.Select(c => c.Name)],
            Programs = Programs(support),
            Findings = Findings(found),
            PrintedBy = $"Dicetak oleh {context.Actor.Name}, {Indonesian.LongDateTime(context.Clock.Local(context.Clock.Now), context.Clock.ZoneName)}.",
            IsSample = frame.IsSample,
        };
        return new(Papers.HouseholdProfile(paper, family.Village), "profil keluarga", $"/keluarga/{id}", "Kembali ke keluarga");
    }

    private static List<PaperFact> Facts(HouseholdView family, SettingsView terms)
    {
        var d = family.Details;
        var address = string.Join(", ", new[] { d.Address, d.Hamlet, d.Rt is null ? null : $"RT {d.Rt}", d.Rw is null ? null : $"RW {d.Rw}" }.Where(p => !string.IsNullOrEmpty(p)));
        List<PaperFact> facts =
        [
            new("Kepala keluarga", family.HeadName),
            new("Nomor KK", family.CardMask ?? "Belum ada nomor KK"),
            new("Alamat", address),
            new(terms.VillageTitle, $"{family.Village} ({family.VillageCode}), {terms.DistrictTitle} {family.District}"),
            new("Desil", family.Decile is { } decile ? $"{decile}, {family.DecileSource} rilis {Indonesian.LongDate(family.DecileReleasedOn!.Value)}, ditetapkan pusat" : "Belum diketahui"),
        ];
        if (family.LeftOn is { } left) facts.Add(new("Keluar", $"{Indonesian.LongDate(left)}, {HouseholdNames.Of(family.LeaveReason!.Value).ToLower(Indonesian.Culture)}"));
        return facts;
    }

    private static PaperTable Members(HouseholdView family) => new()
    {
        Caption = $"Anggota keluarga, {Indonesian.Count(family.MembersHere.Count(), "orang")}",
        Columns = [new("Nama", IsRowHead: true), new("NIK"), new("Hubungan"), new("L/P"), new("Umur", true), new("Pendidikan"), new("Pekerjaan")],
        Rows = [.. family.MembersHere.Select(m => (IReadOnlyList<string>)
        [
            m.Details.Name, m.NikMask ?? "belum ada", HouseholdNames.Of(m.Details.Relation), m.Details.Sex == Sex.Male ? "L" : "P", m.Age is { } age ? Indonesian.Number(age) : "–",
            m.Details.Education is { } e ? HouseholdNames.Of(e) : "–", m.Details.Occupation ?? (m.Details.Work is { } w ? HouseholdNames.Of(w) : "–"),
        ])],
        IsTight = true,
        Source = "NIK dan nomor KK ditutup. Umur menurut tanggal cetak.",
    };

    private static PaperTable? Programs(HouseholdSupport support) => support.Programs.Count == 0 ? null : new()
    {
        Caption = "Bantuan yang diterima",
        Columns = [new("Program", IsRowHead: true), new("OPD"), new("Sejak"), new("Keadaan")],
        Rows = [.. support.Programs.Select(p => (IReadOnlyList<string>)[p.Name, p.Agency, Indonesian.ShortDate(p.StartedOn), p.EndedOn is { } ended ? $"Berakhir {Indonesian.ShortDate(ended)}" : "Berjalan"])],
        IsTight = true,
    };

    /// <summary>Surveys and checklists in one table: what was looked at, when, with what outcome.</summary>
    private static PaperTable Findings(HouseholdFindings found)
    {
        List<IReadOnlyList<string>> rows =
        [
            .. found.Surveys.Where(s => s.Member is null).Take(LastSurveys).Select(s => (IReadOnlyList<string>)[$"Pendataan {s.Instrument}", Indonesian.ShortDate(s.TakenOn), Indonesian.Count(s.Answered, "jawaban")]),
            .. Checklist.All.Select(c => found.Assessments.FirstOrDefault(a => a.Kind == c.Kind)).Where(a => a is not null)
                .Select(a => (IReadOnlyList<string>)[$"Daftar periksa {HouseholdNames.Of(a!.Kind)}", Indonesian.ShortDate(a.AssessedOn), a.Result.Sentence]),
        ];
        if (rows.Count == 0) rows.Add(["Belum pernah didata", "–", "–"]);
        return new() { Caption = "Pendataan dan daftar periksa terakhir", Columns = [new("Kegiatan", IsRowHead: true), new("Tanggal"), new("Hasil")], Rows = rows, IsTight = true };
    }
}

/// <summary>Settings, clock and reader, which every profile names.</summary>
public sealed record ProfileContext(CurrentSettings Settings, KabupatenClock Clock, Actor Actor);
