using TkpkPortal.Core.Common;
using TkpkPortal.Core.Reporting;

namespace TkpkPortal.Web.Reports;

/// <summary>Fills the profil desa: numbers only, small ones about health and disability held back.</summary>
public sealed class VillageProfileReport(VillageProfileQuery query, PaperFrames frames, ProfileContext context)
{
    private const int Deciles = 10;

    // Of A4, whose table of programs stands under that of deciles in half the width.
    private const int MostPrograms = 12;
    private const int MostLines = 14;
    private const int LineLength = 40;

    public async Task<PaperAnswer> RunAsync(Guid villageId, CancellationToken ct)
    {
        var profile = await query.RunAsync(villageId, ct);
        var frame = await frames.GetAsync(ct);
        var terms = await context.Settings.GetAsync(ct);
        var place = $"{terms.VillageTitle} {profile.Village.Name}, {terms.DistrictTitle} {profile.District?.Name}";
        var paper = new VillagePaper
        {
            Letterhead = frame.Letterhead,
            Title = $"PROFIL {terms.Settings.VillageTerm.ToUpperInvariant()}",
            Place = place,
            IsEmpty = profile.Totals.Households == 0,
            Headlines = Headlines(profile, terms.Settings.TargetDecile),
            Deciles = DecileTable(profile),
            Conditions = ConditionTable(profile),
            Programs = ProgramTable(profile),
            Source = $"Sumber: basis data keluarga TKPK, keadaan {Indonesian.LongDate(context.Clock.Today)}{(profile.DecileSource is { } release ? $"; desil menurut {release}, ditetapkan pusat" : "")}. Angka basis data, bukan survei BPS.",
            Notes = Notes(profile),
            IsSample = frame.IsSample,
        };
        return new(Papers.VillageProfile(paper), $"profil {terms.Settings.VillageTerm} {profile.Village.Name}", $"/keluarga-per-desa?kecamatan={profile.District?.Code}", "Kembali ke daftar");
    }

    private static List<Headline> Headlines(VillageProfile p, int target) =>
    [
        new("Keluarga tercatat", Indonesian.Number(p.Totals.Households), Indonesian.Count(p.Totals.Members, "orang")),
        new($"Sasaran (desil 1–{target})", Indonesian.Number(p.Totals.Between(1, target)), Share(p.Totals.Between(1, target), p.Totals.Households, "dari semua")),
        new("Belum tersentuh", Indonesian.Number(p.Totals.Unreached), Share(p.Totals.Unreached, p.Totals.Households, "dari semua")),
        new("Sasaran belum tersentuh", Indonesian.Number(p.Totals.UnreachedBetween(1, target)), Share(p.Totals.UnreachedBetween(1, target), p.Totals.Between(1, target), "dari sasaran")),
    ];

    private static PaperTable DecileTable(VillageProfile p) => new()
    {
        Caption = "Keluarga menurut desil",
        Columns = [new("Desil", IsRowHead: true), new("Keluarga", true), new("Belum tersentuh", true)],
        Rows = [.. Enumerable.Range(1, Deciles).Append(0).Select(d => (IReadOnlyList<string>)[d == 0 ? "Belum diketahui" : Indonesian.Number(d), Indonesian.Number(p.Totals.Deciles[d]), Indonesian.Number(p.Totals.UnreachedByDecile[d])])],
        Total = ["Jumlah", Indonesian.Number(p.Totals.Households), Indonesian.Number(p.Totals.Unreached)],
        IsTight = true,
    };

    private static PaperTable ConditionTable(VillageProfile p) => new()
    {
        Caption = "Keluarga menurut kondisi",
        Columns = [new("Kondisi", IsRowHead: true), new("Keluarga", true)],
        Rows = [.. p.Conditions.Select(c => (IReadOnlyList<string>)[c.Name, c.Families is { } families ? Indonesian.Number(families) : $"< {VillageProfile.Least}"])],
        IsTight = true,
    };

    private static PaperTable? ProgramTable(VillageProfile p)
    {
        var told = Fitting(p.Programs);
        var (large, small) = (p.Programs.Count - told.Count, p.SmallPrograms);
        if (told.Count + large + small == 0) return null;
        List<IReadOnlyList<string>> rows = [.. told.Select(x => (IReadOnlyList<string>)[x.Name, Indonesian.Number(x.Families)])];
        var other = told.Count == 0 ? "program" : "program lain";
        if (large > 0) rows.Add([Indonesian.Count(large + small, other), $"≤ {Indonesian.Number(p.Programs[told.Count].Families)}"]);
        else if (small > 0) rows.Add([Indonesian.Count(small, other), $"< {VillageProfile.Least}"]);
        return new() { Caption = "Keluarga penerima menurut program", Columns = [new("Program", IsRowHead: true), new("Keluarga", true)], Rows = rows, IsTight = true };
    }

    /// <summary>The largest programs, as many as leave the paper one page: a long name takes several lines.</summary>
    private static List<ProgramCount> Fitting(IReadOnlyList<ProgramCount> programs)
    {
        var lines = 0;
        return [.. programs.Take(MostPrograms).TakeWhile(x => (lines += 1 + ((x.Name.Length - 1) / LineLength)) <= MostLines)];
    }

    private static List<string> Notes(VillageProfile p)
    {
        List<string> notes = ["Satu keluarga dapat mempunyai beberapa kondisi dan menerima beberapa program. Kondisi yang belum didata tidak terhitung. Belum tersentuh berarti tidak menerima program apa pun."];
        if (p.AnyHidden) notes.Add($"Tanda < {VillageProfile.Least}: jumlah 1 sampai {VillageProfile.Least - 1} keluarga untuk penyakit, kehamilan, risiko stunting, dan disabilitas tidak ditulis, agar tidak menunjuk orangnya.");
        if (Fitting(p.Programs).Count < p.Programs.Count + p.SmallPrograms)
            notes.Add($"Angka program lain adalah batas jumlah keluarga tiap program; yang kurang dari {VillageProfile.Least} keluarga tidak disebut namanya, agar tidak menunjuk penerimanya.");
        return notes;
    }

    private static string Share(int part, int whole, string of) => whole == 0 ? "" : $"{Indonesian.Percent(100m * part / whole, 1)} {of}";
}
