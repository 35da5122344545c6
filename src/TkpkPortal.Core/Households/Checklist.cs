using TkpkPortal.Core.Common;
using TkpkPortal.Core.Settings;

namespace TkpkPortal.Core.Households;

/// <param name="Mark">As the regulation numbers it: "a"; empty for the one that decides alone.</param>
/// <param name="Condition">A condition on record that means this criterion applies.</param>
/// <param name="AbsenceCounts">The condition known absent also means that it does not apply: earth floor absent may still be a cement floor.</param>
public sealed record Criterion(string Key, string Mark, string Text, HouseholdConditions Condition, bool AbsenceCounts = false, bool Decides = false);

/// <summary>
/// A local checklist: Kepmensos 262/HUK/2022 for fakir miskin, Permensos 20/2017 for rumah tidak layak huni. It tells whether criteria are met; it ranks nobody.
/// </summary>
public sealed record Checklist(ChecklistKind Kind, string Slug, string Name, string Basis, IReadOnlyList<Criterion> Criteria)
{
    public const string FloorPerPerson = "luas_per_orang";

    /// <summary>m² per person under which a house counts as too small.</summary>
    public const decimal LeastFloor = 7.2m;

    public static IReadOnlyList<Checklist> All { get; } =
    [
        new(ChecklistKind.ExtremePoor, "fakir-miskin", "fakir miskin", "Kepmensos 262/HUK/2022",
        [
            new("tanpa_tempat_tinggal", "", "Tidak mempunyai tempat berteduh atau tempat tinggal sehari-hari", 0, Decides: true),
            new("tidak_bekerja", "a", "Kepala keluarga atau pengurus kepala keluarga tidak bekerja", HouseholdConditions.HeadNotWorking, true),
            new("khawatir_makan", "b", "Pernah khawatir tidak makan atau pernah tidak makan dalam setahun terakhir", 0),
            new("belanja_makan", "c", "Pengeluaran makan lebih besar dari setengah total pengeluaran", 0),
            new("tanpa_pakaian", "d", "Tidak ada pengeluaran untuk pakaian selama setahun terakhir", 0),
            new("lantai", "e", "Sebagian besar lantai berupa tanah atau plesteran", HouseholdConditions.EarthFloor),
            new("dinding", "f", "Sebagian besar dinding berupa bambu, kawat, papan kayu, terpal, kardus, tembok tanpa plester, rumbia, atau seng", HouseholdConditions.WeakWall),
            new("jamban", "g", "Tidak mempunyai jamban sendiri atau memakai jamban komunal", HouseholdConditions.NoOwnToilet, true),
            new("listrik", "h", "Sumber penerangan berupa listrik 450 VA atau bukan listrik", HouseholdConditions.LowPower, true),
        ]),
        new(ChecklistKind.UnfitHouse, "rtlh", "rumah tidak layak huni", "Permensos 20 Tahun 2017",
        [
            new("rusak", "a", "Dinding atau atap rusak sehingga membahayakan keselamatan penghuni", 0),
            new("mudah_rusak", "b", "Dinding atau atap dari bahan yang mudah rusak atau lapuk", HouseholdConditions.WeakWall | HouseholdConditions.WeakRoof, true),
            new("lantai", "c", "Lantai dari tanah, papan, bambu, atau semen yang rusak", HouseholdConditions.EarthFloor),
            new("mck", "d", "Tidak mempunyai tempat mandi, cuci, kakus, atau tidak layak", HouseholdConditions.NoOwnToilet),
            new(FloorPerPerson, "e", "Luas lantai kurang dari 7,2 m² per orang", 0),
        ]),
    ];

    public static Checklist Of(ChecklistKind kind) => All.Single(c => c.Kind == kind);

    public static Checklist? Find(string slug) => All.FirstOrDefault(c => c.Slug == slug);

    /// <summary>Criteria that are counted; the one that decides alone is not.</summary>
    public int Counted => Criteria.Count(c => !c.Decides);

    /// <summary>How many criteria have to apply; the regulation leaves it to the region.</summary>
    public int NeededIn(PortalSettings settings) => Kind switch
    {
        ChecklistKind.ExtremePoor => settings.ExtremePoorNeeded,
        ChecklistKind.UnfitHouse => settings.UnfitHouseNeeded,
        _ => throw new InvalidOperationException($"No threshold is set for {Kind}."),
    };

    /// <summary>What is already on record, as yes, no or not known.</summary>
    public IReadOnlyDictionary<string, bool?> Prefill(HouseholdConditions present, HouseholdConditions known, decimal? floorPerPerson) =>
        Criteria.ToDictionary(c => c.Key, c => c.Key == FloorPerPerson ? floorPerPerson is { } m2 ? m2 < LeastFloor : null : On(c, present, known));

    public ChecklistResult Judge(IReadOnlyDictionary<string, bool?> answers, int needed)
    {
        var counted = Criteria.Where(c => !c.Decides).Select(c => answers.GetValueOrDefault(c.Key)).ToList();
        var (yes, open) = (counted.Count(a => a is true), counted.Count(a => a is null));
        var atOnce = Criteria.Where(c => c.Decides).Select(c => answers.GetValueOrDefault(c.Key)).ToList();
        if (atOnce.Contains(true)) return new(true, yes, open, $"Memenuhi kriteria {Name}: tidak mempunyai tempat tinggal.");
        var count = $"{Indonesian.Number(yes)} dari {Indonesian.Number(counted.Count)} kriteria terpenuhi, batasnya {Indonesian.Number(needed)}";
        if (yes >= needed) return new(true, yes, open, $"Memenuhi kriteria {Name}: {count}.");
        if (yes + open >= needed || atOnce.Contains(null)) return new(null, yes, open, $"Belum dapat disimpulkan: {count}, {Indonesian.Number(open + atOnce.Count(a => a is null))} belum dijawab.");
        return new(false, yes, open, $"Tidak memenuhi kriteria {Name}: {count}.");
    }

    private static bool? On(Criterion criterion, HouseholdConditions present, HouseholdConditions known)
    {
        if ((present & criterion.Condition) != 0) return true;
        return criterion.AbsenceCounts && criterion.Condition != 0 && (known & criterion.Condition) == criterion.Condition ? false : null;
    }
}

/// <param name="Met">Null where the answers do not decide it.</param>
public sealed record ChecklistResult(bool? Met, int Yes, int Open, string Sentence);
