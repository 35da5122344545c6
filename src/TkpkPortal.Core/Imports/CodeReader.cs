using TkpkPortal.Core.Households;
using TkpkPortal.Core.Imports.Reading;
using TkpkPortal.Core.Proposals;

namespace TkpkPortal.Core.Imports;

/// <summary>One of a list: a label, a code of the surveys, or a spelling that files are known to have; case and signs forgiven. The canonical value is the name of the enum's member.</summary>
internal sealed class CodeReader : FieldReader
{
    private const int Remembered = 1_000;

    private readonly Dictionary<string, string> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _asWritten = new(StringComparer.Ordinal);
    private readonly string _choices;
    private readonly bool _mayClear;

    private CodeReader(string label, bool mayClear, params (string Value, string Name, string[] Spellings)[] codes)
        : base(label)
    {
        (_mayClear, _choices) = (mayClear, string.Join("; ", codes.Select(c => c.Name)));
        foreach (var (value, name, spellings) in codes)
        {
            foreach (var text in spellings.Prepend(name).Prepend(value)) _byKey.TryAdd(ImportLayout.KeyOf(text), value);
        }
    }

    public override bool MayClear => _mayClear;

    /// <summary>The labels, as the template's explanations list them; null for a field without a list.</summary>
    public static string? ChoicesOf(ImportField field) => IsCode(field.Key) ? Of(field)._choices : null;

    public override string? Read(string text, CellKind kind, RowProblems problems)
    {
        if (_asWritten.TryGetValue(text, out var value)) return value;
        if (!_byKey.TryGetValue(ImportLayout.KeyOf(text), out value))
        {
            problems.Error(ImportRules.CodeUnknown, Label, CellText.Cut(text, Longest), _choices);
            return null;
        }

        if (_asWritten.Count < Remembered) _asWritten[text] = value;
        return value;
    }

    public static CodeReader Of(ImportField field) => field.Key switch
    {
        FieldKeys.Relation => new(
            field.Label, false,
            Code(FamilyRelation.Head, "1", "kepala", "kepala rumah tangga", "krt", "kk"), Code(FamilyRelation.Spouse, "2", "istri/suami", "suami/istri", "istri", "suami", "isteri", "pasangan"),
            Code(FamilyRelation.Child, "3", "anak kandung", "anak tiri", "anak angkat", "anak tiri/angkat"), Code(FamilyRelation.ChildInLaw, "4"), Code(FamilyRelation.Grandchild, "5"),
            Code(FamilyRelation.Parent, "6", "orang tua/mertua", "orang tua", "orangtua", "mertua", "orangtua/mertua", "ayah", "ibu"),
            Code(FamilyRelation.Servant, "7", "pembantu/sopir", "pembantu", "sopir", "asisten rumah tangga", "art"),
            Code(FamilyRelation.Other, "8", "famili lain", "famili", "keluarga lain", "saudara", "lain-lain", "lain")),
        FieldKeys.Sex => new(
            field.Label, false, Code(Sex.Male, "1", "L", "laki laki", "lakilaki", "pria", "lk"), Code(Sex.Female, "2", "P", "wanita", "pr")),
        FieldKeys.Education => new(
            field.Label, true,
            Code(Education.None, "tidak/belum sekolah", "belum sekolah", "tidak sekolah", "tidak punya ijazah", "tidak/belum tamat sd", "belum tamat sd", "tidak tamat sd/sederajat", "siswa sd", "siswa sd/sederajat", "tidak memiliki ijazah"),
            Code(Education.Primary, "sd", "sd/sederajat", "sd/mi", "mi", "tamat sd", "tamat sd/sederajat", "paket a", "siswa smp", "siswa smp/sederajat"),
            Code(Education.LowerSecondary, "smp", "smp/sederajat", "smp/mts", "mts", "sltp", "sltp/sederajat", "tamat smp", "tamat smp/sederajat", "paket b", "siswa sma", "siswa sma/sederajat"),
            Code(Education.UpperSecondary, "sma", "smk", "ma", "slta", "sma/sederajat", "slta/sederajat", "sma/smk", "sma/ma/smk", "tamat sma", "tamat sma/sederajat", "paket c", "mahasiswa", "mahasiswa/perguruan tinggi"),
            Code(Education.Tertiary, "d1", "d2", "d3", "d4", "s1", "s2", "s3", "d1/d2", "d1/d2/d3", "d4/s1", "s1/d4", "s2/s3", "diploma", "sarjana", "akademi", "tamat perguruan tinggi", "tamat pt/akademi", "pt")),
        FieldKeys.School => new(
            field.Label, true, Code(SchoolStatus.Never, "1", "tidak/belum pernah sekolah", "belum sekolah"), Code(SchoolStatus.Attending, "2", "sekolah", "masih bersekolah", "ya"),
            Code(SchoolStatus.NoLonger, "3", "tidak bersekolah lagi", "putus sekolah", "tidak")),
        FieldKeys.Work => new(
            field.Label, true, Code(WorkStatus.None, "0", "belum bekerja", "tidak/belum bekerja"), Code(WorkStatus.SelfEmployed, "1", "sendiri"), Code(WorkStatus.WithCasualLabour, "2"),
            Code(WorkStatus.WithStaff, "3"), Code(WorkStatus.PrivateEmployee, "4", "karyawan swasta", "buruh/karyawan swasta"), Code(WorkStatus.PublicEmployee, "5", "pns", "pns/tni/polri", "pns/tni/polri/bumn"),
            Code(WorkStatus.FarmLabourer, "6", "buruh tani", "bebas pertanian"), Code(WorkStatus.OtherLabourer, "7", "bebas non-pertanian", "buruh harian lepas"),
            Code(WorkStatus.UnpaidFamily, "8", "keluarga tidak dibayar", "keluarga tak dibayar")),
        FieldKeys.Marital => new(
            field.Label, true, Code(MaritalStatus.Unmarried, "1", "belum menikah", "belum nikah", "lajang"), Code(MaritalStatus.Married, "2", "kawin/nikah", "menikah", "nikah", "kawin tercatat", "kawin belum tercatat"),
            Code(MaritalStatus.Divorced, "3"), Code(MaritalStatus.Widowed, "4", "janda", "duda", "janda/duda")),
        FieldKeys.Disability => new(
            field.Label, true, Code(DisabilityLevel.None, "0", "tidak", "tidak ada", "bukan disabilitas"), Code(DisabilityLevel.Moderate, "1", "ringan", "sedang", "ringan/sedang", "disabilitas ringan"),
            Code(DisabilityLevel.Severe, "2", "berat")),
        FieldKeys.Pregnant => new(
            field.Label, true, (bool.TrueString, "Ya", ["1", "hamil", "y", "sedang hamil"]), (bool.FalseString, "Tidak", ["0", "2", "tidak hamil", "t"])),
        FieldKeys.HealthInsurance => new(
            field.Label, true, Code(HealthInsurance.None, "0", "tidak", "tidak ada", "belum punya", "tidak punya"), Code(HealthInsurance.Subsidized, "1", "pbi", "pbi jk", "pbi-jkn", "jkn pbi", "kis pbi"),
            Code(HealthInsurance.SelfPaid, "2", "mandiri", "pbpu", "jkn mandiri"), Code(HealthInsurance.Employer, "4", "pemberi kerja", "ppu", "pekerja penerima upah"), Code(HealthInsurance.Other, "8", "lainnya", "swasta")),
        FieldKeys.Outcome => new(
            field.Label, false, Code(CentreAnswer.Accepted, "terima", "disetujui", "setuju", "lolos", "layak", "berhasil", "accepted"),
            Code(CentreAnswer.Rejected, "tolak", "tidak diterima", "tidak disetujui", "tidak setuju", "tidak lolos", "tidak layak", "gagal", "rejected"),
            Code(CentreAnswer.Postponed, "tunda", "ditunda", "menunggu", "proses", "diproses", "sedang diproses", "dalam proses", "belum", "belum diputus", "pending")),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field.Key, "No reader for this field."),
    };

    private static bool IsCode(string key) => key is FieldKeys.Relation or FieldKeys.Sex or FieldKeys.Education or FieldKeys.School or FieldKeys.Work or FieldKeys.Marital
        or FieldKeys.Disability or FieldKeys.Pregnant or FieldKeys.HealthInsurance or FieldKeys.Outcome;

    private static (string Value, string Name, string[] Spellings) Code<T>(T value, params string[] spellings)
        where T : struct, Enum => (value.ToString(), NameOf(value), spellings);

    private static string NameOf<T>(T value) => value switch
    {
        FamilyRelation v => HouseholdNames.Of(v),
        Sex v => HouseholdNames.Of(v),
        Education v => HouseholdNames.Of(v),
        SchoolStatus v => HouseholdNames.Of(v),
        WorkStatus v => HouseholdNames.Of(v),
        MaritalStatus v => HouseholdNames.Of(v),
        DisabilityLevel v => HouseholdNames.Of(v),
        HealthInsurance v => HouseholdNames.Of(v),
        CentreAnswer v => ProposalNames.Of(v),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };
}
